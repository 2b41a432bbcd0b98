import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useMay, useSession } from '../access/index.js';
import { askFor, useWork } from '../gateway/index.js';
import { WorkProgress } from '../kit/index.js';
import { t } from '../language/index.js';

/** Empties an installation that holds the invented organisation. It cannot be undone, so it is asked twice. */
export function RemoveSample() {
  const { renew } = useSession();
  const navigate = useNavigate();
  const [sure, setSure] = useState(false);
  const work = useWork(() => void Promise.resolve(navigate('/data/loads')).then(renew));
  if (!useMay('write', 'sample-data')) return null;
  return (
    <section className="stack" aria-labelledby="remove-sample">
      <h2 id="remove-sample">{t('Remove sample data')}</h2>
      <p>
        {t(
          'This empties the installation: people, loads and releases of the invented organisation, and whatever else was loaded into it. Accounts and keys stay. It cannot be undone.',
        )}
      </p>
      <Checkbox
        size="md"
        label={t('I want to empty this installation')}
        checked={sure}
        onChange={(event) => setSure(event.currentTarget.checked)}
      />
      <div>
        <Button
          color="danger"
          size="md"
          disabled={!sure || work.busy}
          onClick={() => void work.ask(askFor('removeSampleData', null))}
        >
          {t('Remove sample data')}
        </Button>
      </div>
      <WorkProgress work={work} label={t('Removing sample data')} />
    </section>
  );
}
