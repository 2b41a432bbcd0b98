import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { RETIREMENT_STEPS, type Track, type TrackRetirement } from '../gateway/index.js';
import { Choice, useChange } from '../kit/index.js';
import { calendarDate, retirementWords, stamp, stillRunningSentence } from '../wording/index.js';
import styles from './tracks.module.css';
import { isReason, Refusal, Why } from './Why.js';
import { t } from '../language/index.js';

interface RetirementProps {
  readonly track: Track;
  readonly retirement: TrackRetirement;
  readonly renew: () => void;
}

/** How the track comes to its end: where that stands, what was said, and what the reader may do next. */
export function RetirementOfTrack({ track, retirement, renew }: RetirementProps) {
  const { state, windowEndsAt, windsDownFrom, stillRunning, steps, next } = retirement;
  return (
    <section aria-labelledby="retirement" className="stack">
      <h2 id="retirement">{t('Its end')}</h2>
      <p>{retirementWords(state)}.</p>
      {state === 'challenge' && windowEndsAt !== null ? (
        <p>{t('Objections are heard until {stamp}.', { stamp: stamp(windowEndsAt) })}</p>
      ) : null}
      {windsDownFrom === null ? null : (
        <p>
          {t('From {day} on nobody is paired anew. Relationships that run then end by their own terms.', {
            day: calendarDate(windsDownFrom),
          })}
        </p>
      )}
      {stillRunning === null ? null : <p>{stillRunningSentence(stillRunning)}</p>}
      <ol className={styles['entries']}>
        {steps.map(({ step, why, role, takenAt }) => (
          <li key={`${step}${takenAt}`} className={styles['entry']}>
            <h3>
              {t('{step} by role “{role}”, {day}', {
                step: DONE[step] ?? step,
                role: ROLES[role] ?? role.replaceAll('-', ' '),
                day: calendarDate(takenAt),
              })}
            </h3>
            <p>{why}</p>
          </li>
        ))}
      </ol>
      {next.length === 0 ? null : <NextStep trackKey={track.summary.key} retirement={retirement} renew={renew} />}
    </section>
  );
}

const ROLES: Readonly<Record<string, string>> = {
  'engineering-manager': t('engineering manager'),
  'programme-owner': t('programme owner'),
  executive: t('executive'),
  auditor: t('auditor'),
};

const DONE: Readonly<Record<string, string>> = {
  objected: t('Objection'),
  confirmed: t('Confirmed'),
  closed: t('Closed: the judgment'),
  withdrawn: t('Taken back'),
};

const TO_DO: Readonly<Record<string, readonly [label: string, text: string]>> = {
  objected: [t('Object'), t('What speaks against it')],
  confirmed: [t('Confirm the end'), t('Answer to what was objected')],
  closed: [t('Close the track'), t('The judgment: what was learnt')],
  withdrawn: [t('Take it back'), t('Why it is taken back')],
};

const LONGEST_JUDGMENT = 2000;

function NextStep({
  trackKey,
  retirement: { no, next },
  renew,
}: { readonly trackKey: string } & Pick<RetirementProps, 'retirement' | 'renew'>) {
  const [step, setStep] = useState(next[0] ?? '');
  const [why, setWhy] = useState('');
  const [from, setFrom] = useState('');
  const { problem, busy, send } = useChange(() => (setWhy(''), renew()));
  const [label = step, text = t('Why')] = TO_DO[step] ?? [];
  const ready = isReason(why) && (step !== 'confirmed' || from !== '');
  const take = () => send(RETIREMENT_STEPS[step] ?? '', { key: trackKey, no, why, ...(step === 'confirmed' ? { from } : {}) });
  return (
    <div className={styles['form']}>
      {next.length > 1 ? (
        <Choice
          label={t('Next step')}
          value={step}
          options={next.map((one) => ({ value: one, label: TO_DO[one]?.[0] ?? one }))}
          onChange={setStep}
        />
      ) : null}
      {step === 'confirmed' ? (
        <TextInput
          label={t('From which day on nobody is paired anew')}
          type="date"
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
      ) : null}
      <Why label={text} value={why} onChange={setWhy} longest={step === 'closed' ? LONGEST_JUDGMENT : 500} />
      <div>
        <Button
          size="md"
          variant={step === 'withdrawn' ? 'default' : 'filled'}
          disabled={busy || !ready}
          onClick={() => void take()}
        >
          {label}
        </Button>
      </div>
      <Refusal text={problem} />
    </div>
  );
}
