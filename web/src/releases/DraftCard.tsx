import { Button } from '@mantine/core';
import { useMay, useSession } from '../access/index.js';
import { askFor, type Release, RELEASE_QUERY, useAsk, useWork } from '../gateway/index.js';
import { WorkProgress } from '../kit/index.js';
import { calendarDate, quarter, stamp } from '../wording/index.js';
import { CertificateView } from './CertificateView.js';
import styles from './releases.module.css';
import { t } from '../language/index.js';

/** A draft: its certificate and the second of two steps. It holds no numbers for anybody. */
export function DraftCard({ draft, onPublished }: { readonly draft: Release; readonly onPublished: () => void }) {
  const { renew } = useSession();
  const publishes = useMay('write', 'publication');
  const { answer } = useAsk<{ release: Release | null }>(RELEASE_QUERY, { id: draft.id });
  const work = useWork(() => (onPublished(), renew()));
  const certificate = answer?.release?.certificate;
  return (
    <article className={styles['draft']} aria-labelledby={`draft-${draft.id}`}>
      <h3 id={`draft-${draft.id}`}>{t('Draft of {quarter}', { quarter: quarter(draft.period) })}</h3>
      <p className="quiet">
        {t(
          draft.supersedes === null
            ? 'As of {date}, built {stamp}, {id}'
            : 'As of {date}, built {stamp}, {id}, restates {supersedes}',
          {
            date: calendarDate(draft.asOf),
            stamp: stamp(draft.builtAt),
            id: draft.id,
            supersedes: draft.supersedes ?? '',
          },
        )}
      </p>
      {certificate === undefined ? null : <CertificateView certificate={certificate} />}
      {publishes ? (
        <div>
          <Button size="md" disabled={work.busy} onClick={() => void work.ask(askFor('publishRelease', 'id'), { it: draft.id })}>
            {t('Publish {quarter}', { quarter: quarter(draft.period) })}
          </Button>
        </div>
      ) : (
        <p>{t('A programme owner or an auditor publishes it: never the person who built it.')}</p>
      )}
      <WorkProgress work={work} label={t('Publishing the release')} />
    </article>
  );
}
