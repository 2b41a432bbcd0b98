import { Button } from '@mantine/core';
import { useMay } from '../access/index.js';
import { type Audit, MAKE_REPORT, reportAddress, REPORTS_QUERY, type ReportsAnswer, useAsk, useWork } from '../gateway/index.js';
import { WorkProgress } from '../kit/index.js';
import { t } from '../language/index.js';
import { stamp } from '../wording/index.js';

/** From the widest view to the narrowest: the file holds as much as its reader may see. */
const AUDIENCES = ['works-council', 'managers', 'board'];

/** The record that two people signed, as a PDF of the same engine as every report: sealed, with a code that anyone can check. */
export function RecordAsPdf({ audit }: { readonly audit: Audit }) {
  const { period, scope, records } = audit;
  const { answer, retry } = useAsk<ReportsAnswer>(REPORTS_QUERY);
  const work = useWork(retry);
  const asks = useMay('write', 'reports');
  if (answer === null) return null;
  const { reports, reportChoices } = answer;
  const offered = reportChoices.subjects.some((one) => one.kind === 'audit' && one.key === scope && one.period === period);
  const audience = AUDIENCES.find((key) => reportChoices.audiences.some((one) => one.key === key));
  const signedAt = records[0]?.steps.at(-1)?.at ?? '';
  const made = reports.find(
    (one) => one.format === 'pdf' && one.period === period && one.audit === scope && one.madeAt >= signedAt,
  );
  if (!offered || audience === undefined) return null;
  const input = { period, audience, format: 'pdf', extent: 'full', chapters: [], audit: scope };
  return (
    <section className="stack no-print" aria-labelledby="pdf">
      <h2 id="pdf">{t('The record on paper')}</h2>
      {made === undefined ? null : (
        <p>
          <a href={reportAddress(made.id)} download>
            {t('PDF of the signed audit')}
          </a>{' '}
          {t('made on {stamp}, for {audience}, code {code}', {
            stamp: stamp(made.madeAt),
            audience: made.audience,
            code: made.code,
          })}
        </p>
      )}
      {asks ? (
        <div>
          <Button variant="default" disabled={work.busy} onClick={() => void work.ask(MAKE_REPORT, { input })}>
            {t('Make a PDF of the signed audit')}
          </Button>
        </div>
      ) : null}
      <WorkProgress work={work} label={t('Making the PDF')} />
    </section>
  );
}
