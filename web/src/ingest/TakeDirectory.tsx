import { Button } from '@mantine/core';
import { useMay } from '../access/index.js';
import { askFor, DIRECTORY_TOLD, useAsk, useWork } from '../gateway/index.js';
import { WorkProgress } from '../kit/index.js';
import { stamp } from '../wording/index.js';

/** Makes a load of what the organisation's directory has said; shown where a directory speaks about people. */
export function TakeDirectory({ onTaken }: { readonly onTaken: () => void }) {
  const { answer } = useAsk<{ directoryTold: string | null }>(DIRECTORY_TOLD);
  const work = useWork(onTaken);
  const writes = useMay('write', 'loads');
  const told = answer?.directoryTold ?? null;
  if (told === null || !writes) return null;
  return (
    <section className="stack" aria-labelledby="directory">
      <h2 id="directory">From the directory</h2>
      <p>
        The organisation&rsquo;s directory last spoke about people on {stamp(told)}. Take it in, look at the load, then decide.
      </p>
      <div>
        <Button variant="default" size="md" disabled={work.busy} onClick={() => void work.ask(askFor('takeDirectory', null))}>
          Take in what it said
        </Button>
      </div>
      <WorkProgress work={work} label="Taking in what the directory said" />
    </section>
  );
}
