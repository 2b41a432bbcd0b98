import { Button } from '@mantine/core';
import { useMay } from '../access/index.js';
import { type Load, useWork } from '../gateway/index.js';
import { WorkProgress } from '../kit/index.js';

interface LoadActionsProps {
  readonly load: Load;
  readonly onChange: () => void;
}

/** What can be decided about a load in its state. */
export function LoadActions({ load, onChange }: LoadActionsProps) {
  const work = useWork(onChange);
  const writes = useMay('write', 'loads');
  if (!writes) return null;
  const staged = load.state === 'staged';
  const confirmed = load.state === 'confirmed' && load.withdraws === null;
  if (!staged && !confirmed) return <WorkProgress work={work} label="Working on the load" />;
  return (
    <section className="stack" aria-labelledby="decide">
      <h2 id="decide">Decide</h2>
      {staged ? (
        <div className="row">
          <Button
            size="md"
            disabled={work.busy || load.files.every((file) => file.accepted === 0)}
            onClick={() => void work.ask('confirmLoad', 'id', load.id)}
          >
            Confirm this load
          </Button>
          <Button size="md" variant="default" disabled={work.busy} onClick={() => void work.ask('discardLoad', 'id', load.id)}>
            Discard it
          </Button>
        </div>
      ) : (
        <>
          <p>Withdrawing makes a new load that takes this one back. Releases that are already published stay as they are.</p>
          <div>
            <Button size="md" variant="default" disabled={work.busy} onClick={() => void work.ask('withdrawLoad', 'id', load.id)}>
              Withdraw this load
            </Button>
          </div>
        </>
      )}
      <WorkProgress work={work} label="Working on the load" />
    </section>
  );
}
