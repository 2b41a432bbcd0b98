import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { t } from '../language/index.js';

/** A fault of ours. The page says so without telling what was in it. */
export function Crashed() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = t('Error: something went wrong – Overstory');
    heading.current?.focus();
  }, []);
  return (
    <main style={{ padding: 32 }} className="stack">
      <h1 ref={heading} tabIndex={-1}>
        {t('Something went wrong on our side')}
      </h1>
      <p>{t('Nothing you entered was lost on the server. Load the page again; if it happens twice, tell your administrator.')}</p>
      <div>
        <Button onClick={() => window.location.reload()}>{t('Load the page again')}</Button>
      </div>
    </main>
  );
}
