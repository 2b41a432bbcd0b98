import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { RETIREMENT_STEPS, type Track, type TrackRetirement } from '../gateway/index.js';
import { Choice, useChange } from '../kit/index.js';
import { calendarDate, retirementWords, stamp, stillRunningSentence } from '../wording/index.js';
import styles from './tracks.module.css';
import { isReason, Refusal, Why } from './Why.js';

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
      <h2 id="retirement">Its end</h2>
      <p>{retirementWords(state)}.</p>
      {state === 'challenge' && windowEndsAt !== null ? <p>Objections are heard until {stamp(windowEndsAt)}.</p> : null}
      {windsDownFrom === null ? null : (
        <p>From {calendarDate(windsDownFrom)} on nobody is paired anew. Relationships that run then end by their own terms.</p>
      )}
      {stillRunning === null ? null : <p>{stillRunningSentence(stillRunning)}</p>}
      <ol className={styles['entries']}>
        {steps.map(({ step, why, role, takenAt }) => (
          <li key={`${step}${takenAt}`} className={styles['entry']}>
            <h3>
              {DONE[step] ?? step} by role “{role.replaceAll('-', ' ')}”, {calendarDate(takenAt)}
            </h3>
            <p>{why}</p>
          </li>
        ))}
      </ol>
      {next.length === 0 ? null : <NextStep trackKey={track.summary.key} retirement={retirement} renew={renew} />}
    </section>
  );
}

const DONE: Readonly<Record<string, string>> = {
  objected: 'Objection',
  confirmed: 'Confirmed',
  closed: 'Closed: the judgment',
  withdrawn: 'Taken back',
};

const TO_DO: Readonly<Record<string, readonly [label: string, text: string]>> = {
  objected: ['Object', 'What speaks against it'],
  confirmed: ['Confirm the end', 'Answer to what was objected'],
  closed: ['Close the track', 'The judgment: what was learnt'],
  withdrawn: ['Take it back', 'Why it is taken back'],
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
  const [label = step, text = 'Why'] = TO_DO[step] ?? [];
  const ready = isReason(why) && (step !== 'confirmed' || from !== '');
  const take = () => send(RETIREMENT_STEPS[step] ?? '', { key: trackKey, no, why, ...(step === 'confirmed' ? { from } : {}) });
  return (
    <div className={styles['form']}>
      {next.length > 1 ? (
        <Choice
          label="Next step"
          value={step}
          options={next.map((one) => ({ value: one, label: TO_DO[one]?.[0] ?? one }))}
          onChange={setStep}
        />
      ) : null}
      {step === 'confirmed' ? (
        <TextInput
          label="From which day on nobody is paired anew"
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
