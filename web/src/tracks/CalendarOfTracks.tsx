import { Button } from '@mantine/core';
import { useState } from 'react';
import { useClient } from 'urql';
import { END_CALENDAR, MAKE_CALENDAR } from '../gateway/index.js';
import { CopyButton, Notice } from '../kit/index.js';
import { NOT_ANSWERING } from '../wording/index.js';
import styles from './tracks.module.css';
import { t } from '../language/index.js';

/** Dates of tracks for the reader's own calendar, by an address that names nobody. */
export function CalendarOfTracks() {
  const client = useClient();
  const [told, setTold] = useState<string | null>(null);
  const [address, setAddress] = useState<string | null>(null);
  const make = async (): Promise<void> => {
    const { data } = await client.mutation<{ makeCalendar: string }>(MAKE_CALENDAR, {});
    setAddress(data ? new URL(data.makeCalendar, window.location.origin).href : null);
    setTold(data ? null : t(NOT_ANSWERING));
  };
  const end = async (): Promise<void> => {
    const { data } = await client.mutation<{ endCalendar: boolean }>(END_CALENDAR, {});
    setAddress(null);
    setTold(data ? t('The address has ended.') : t(NOT_ANSWERING));
  };
  return (
    <section aria-labelledby="calendar" className="stack">
      <h2 id="calendar">{t('Dates in your calendar')}</h2>
      <p>
        {t(
          'Check-ins every month, looks and their decisions, and the days of an end. An event holds what, which track and which month; no name and no figure.',
        )}
      </p>
      <div className="row">
        <Button size="md" variant="default" onClick={() => void make()}>
          {t('Make an address')}
        </Button>
        <Button size="md" variant="default" onClick={() => void end()}>
          {t('End the address')}
        </Button>
      </div>
      <div role="status">
        {told === null ? null : <p>{told}</p>}
        {address === null ? null : (
          <Notice tone="accepted" title={t('The address is shown this once')}>
            <p className={styles['hash']}>{address}</p>
            <p>{t('Whoever has it can read these dates. A new one ends the one before.')}</p>
            <CopyButton label={t('Copy')} text={address} />
          </Notice>
        )}
      </div>
    </section>
  );
}
