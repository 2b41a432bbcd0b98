import { Button, Checkbox } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useMay } from '../access/index.js';
import { askFor, CONFIRM_LOAD, isOver, type Job, JOBS_QUERY, type Load, useAsk, useWork, type Work } from '../gateway/index.js';
import { WorkProgress } from '../kit/index.js';
import { count } from '../wording/index.js';
import { t } from '../language/index.js';

interface LoadActionsProps {
  readonly load: Load;
  readonly onChange: () => void;
}

/** What can be decided about a load in its state. */
export function LoadActions({ load, onChange }: LoadActionsProps) {
  const work = useWork(onChange);
  useEarlierWork(load, work);
  if (!useMay('write', 'loads')) return null;
  const choices = choicesOf(load, work);
  return (
    <>
      {choices === null ? null : (
        <section className="stack" aria-labelledby="decide">
          <h2 id="decide">{t('Decide')}</h2>
          {choices}
        </section>
      )}
      <WorkProgress work={work} label={t('Working on the load')} />
    </>
  );
}

/** Whoever comes back finds the work that goes on where they left it. */
function useEarlierWork({ id }: Load, { job, follow }: Work): void {
  const { answer } = useAsk<{ jobs: readonly Job[] }>(JOBS_QUERY);
  const going = answer?.jobs.find((one) => one.subject === id && !isOver(one));
  useEffect(() => {
    if (job === null && going !== undefined) follow(going);
    // Followed once for each piece of work; from then on it is asked for by itself.
  }, [going?.id]);
}

function choicesOf(load: Load, work: Work) {
  if (load.state === 'receiving') return <Check load={load} work={work} />;
  if (load.state === 'staged') return <Confirm load={load} work={work} />;
  return load.state === 'confirmed' && load.withdraws === null ? <Withdraw load={load} work={work} /> : null;
}

interface ChoiceProps {
  readonly load: Load;
  readonly work: Work;
}

const Check = ({ load, work }: ChoiceProps) => (
  <div className="row">
    <Button size="md" disabled={work.busy} onClick={() => void work.ask(askFor('checkLoad', 'id'), { it: load.id })}>
      {t('Check what it would change')}
    </Button>
    <Discard load={load} work={work} />
  </div>
);

/** What was sent is erased at once, so there is no undo: it is asked once more, in its place. */
function Discard({ load, work }: ChoiceProps) {
  const [asked, setAsked] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asked) keep.current?.focus();
  }, [asked]);
  if (!asked)
    return (
      <Button size="md" variant="default" disabled={work.busy} onClick={() => setAsked(true)}>
        {t('Discard it')}
      </Button>
    );
  return (
    <div className="stack-tight" role="group" aria-labelledby="discard">
      <p id="discard">{t('Discard this load? What was sent is erased at once; to have it back, send the files again.')}</p>
      <div className="row">
        <Button ref={keep} size="md" variant="default" onClick={() => setAsked(false)}>
          {t('Keep it')}
        </Button>
        <Button
          size="md"
          color="danger"
          disabled={work.busy}
          onClick={() => void work.ask(askFor('discardLoad', 'id'), { it: load.id })}
        >
          {t('Yes, discard it')}
        </Button>
      </div>
    </div>
  );
}

/** Rejected rows hold the whole load back, unless the steward says that it shall stand without them. */
function Confirm({ load, work }: ChoiceProps) {
  const [without, setWithout] = useState(false);
  const rejected = load.files.reduce((sum, file) => sum + file.rejected, 0);
  const nothing = load.files.every((file) => file.accepted === 0);
  return (
    <div className="stack">
      {rejected === 0 || nothing ? null : (
        <Checkbox
          size="md"
          label={t('Load the accepted rows without the {count} rejected ones', { count: count(rejected) })}
          checked={without}
          onChange={(event) => setWithout(event.currentTarget.checked)}
        />
      )}
      <div className="row">
        <Button
          size="md"
          disabled={work.busy || nothing || (rejected > 0 && !without)}
          onClick={() => void work.ask(CONFIRM_LOAD, { it: load.id, without })}
        >
          {t('Confirm this load')}
        </Button>
        <Discard load={load} work={work} />
      </div>
    </div>
  );
}

const Withdraw = ({ load, work }: ChoiceProps) => (
  <>
    <p>{t('Withdrawing makes a new load that takes this one back. Releases that are already published stay as they are.')}</p>
    <div>
      <Button
        size="md"
        variant="default"
        disabled={work.busy}
        onClick={() => void work.ask(askFor('withdrawLoad', 'id'), { it: load.id })}
      >
        {t('Withdraw this load')}
      </Button>
    </div>
  </>
);
