import { Button, Checkbox } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { CHOOSE_ALERTS, OWN_ALERTS, type OwnAlerts, useAsk } from '../gateway/index.js';
import { Notice } from '../kit/index.js';
import { Problem } from './Problem.js';
import { useChange } from './use-change.js';
import { t } from '../language/index.js';

/** What the account is told of by e-mail; nothing where its role is offered nothing. */
export function AlertsForm() {
  const { answer, retry } = useAsk<{ ownAlerts: OwnAlerts | null }>(OWN_ALERTS);
  const alerts = answer?.ownAlerts;
  if (!alerts || alerts.offers.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="alerts">
      <h2 id="alerts">{t('Letters by e-mail')}</h2>
      <p>{t('A letter says how many things wait for you, and where. It never holds a result.')}</p>
      {alerts.available ? (
        <Choices alerts={alerts} renew={retry} />
      ) : (
        <p className="quiet">{t('This server sends no letters.')}</p>
      )}
    </section>
  );
}

function Choices({ alerts, renew }: { readonly alerts: OwnAlerts; readonly renew: () => void }) {
  const [done, setDone] = useState(false);
  const { outcome, busy, send } = useChange(renew);
  const save = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const keys = new FormData(event.currentTarget).getAll('alert');
    setDone(await send(CHOOSE_ALERTS, { keys }));
  };
  return (
    <form className="stack" onSubmit={(event) => void save(event)} onChange={() => setDone(false)}>
      <Problem text={outcome.problem} />
      {alerts.offers.map(({ key, label, about, chosen }) => (
        <Checkbox key={key} name="alert" value={key} label={label} description={about} defaultChecked={chosen} />
      ))}
      <div>
        <Button type="submit" size="md" variant="default" loading={busy}>
          {t('Save')}
        </Button>
      </div>
      <div role="status">
        {done ? (
          <Notice tone="accepted">
            <p>{t('Saved.')}</p>
          </Notice>
        ) : null}
      </div>
    </form>
  );
}
