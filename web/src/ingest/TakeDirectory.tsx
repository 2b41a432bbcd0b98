import { Button } from '@mantine/core';
import { useMay } from '../access/index.js';
import { askFor, DIRECTORY_TOLD, useAsk, useWork } from '../gateway/index.js';
import { WorkProgress } from '../kit/index.js';
import { stamp } from '../wording/index.js';
import { t } from '../language/index.js';

/** Makes a load of what the organisation's directory has said; shown where a directory speaks about people. */
export function TakeDirectory({ onTaken }: { readonly onTaken: () => void }) {
  const { answer } = useAsk<{ directoryTold: string | null }>(DIRECTORY_TOLD);
  const work = useWork(onTaken);
  const writes = useMay('write', 'loads');
  const told = answer?.directoryTold ?? null;
  if (told === null || !writes) return null;
  return (
    <section className="stack" aria-labelledby="directory">
      <h2 id="directory">{t('From the directory')}</h2>
      <p>
        {t('The organisation’s directory last spoke about people on {stamp}. Take it in, look at the load, then decide.', {
          stamp: stamp(told),
        })}
      </p>
      <div>
        <Button variant="default" size="md" disabled={work.busy} onClick={() => void work.ask(askFor('takeDirectory', null))}>
          {t('Take in what it said')}
        </Button>
      </div>
      <WorkProgress work={work} label={t('Taking in what the directory said')} />
    </section>
  );
}
