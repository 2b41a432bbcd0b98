import { MantineProvider } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import { RouterProvider } from 'react-router';
import { Provider } from 'urql';
import { SessionProvider } from '../access/index.js';
import { makeClient } from '../gateway/index.js';
import { Failed } from '../kit/index.js';
import { theme } from '../kit/theme.js';
import { Arriving } from './Arriving.js';
import { router } from './routes.js';
import { schemes } from './theme-memory.js';
import { t } from '../language/index.js';

/** A new client is an empty memory: after signing out nothing of the former reader is left. */
export function App() {
  const [round, setRound] = useState(0);
  const renew = useCallback(() => setRound((last) => last + 1), []);
  const client = useMemo(() => makeClient(renew), [renew, round]);
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      colorSchemeManager={schemes}
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <Provider value={client}>
        <SessionProvider
          renew={renew}
          waiting={<Arriving />}
          failed={(retry) => (
            <main style={{ padding: 32 }}>
              <h1>{t('Overstory does not answer')}</h1>
              <Failed retry={retry} />
            </main>
          )}
        >
          <RouterProvider router={router} />
        </SessionProvider>
      </Provider>
    </MantineProvider>
  );
}
