import { AUDIT_SCORECARD, type ScoredFinding, useAsk } from '../gateway/index.js';
import { type Column, DataTable, Failed, Loading } from '../kit/index.js';
import { choiceLabel, FINDING_CHOICES, followedFinding, followedTally, groupLabel, quarter } from '../wording/index.js';
import { fromTo } from './words.js';
import { t } from '../language/index.js';

/** What signed audits decided, and what followed by the newest quarter. */
export function AuditScorecard() {
  const { answer, failed, retry } = useAsk<{ auditScorecard: readonly ScoredFinding[] }>(AUDIT_SCORECARD);
  const rows = answer?.auditScorecard ?? [];
  return (
    <section aria-labelledby="scorecard" className="stack">
      <h2 id="scorecard">{t('What was decided, and what followed')}</h2>
      {failed ? <Failed retry={retry} /> : answer === null ? <Loading height={160} /> : null}
      {answer !== null && rows.length === 0 ? (
        <p className="quiet">{t('No audit has been signed by two people yet.')}</p>
      ) : (
        <Tally rows={rows} />
      )}
      {rows.length === 0 ? null : (
        <DataTable
          caption={t('Decisions of signed audits, the newest quarter first')}
          columns={COLUMNS}
          rows={rows}
          rowKey={({ period, scope, finding }) => `${period} ${scope} ${finding}`}
          compact
        />
      )}
    </section>
  );
}

/** In a line for each choice: what is not shown to have moved is not shown to have stayed. */
function Tally({ rows }: { readonly rows: readonly ScoredFinding[] }) {
  return (
    <ul>
      {FINDING_CHOICES.map(([key, label]) => [label, rows.filter(({ choice }) => choice === key)] as const)
        .filter(([, chosen]) => chosen.length > 0)
        .map(([label, chosen]) => (
          <li key={label}>
            {t('{choice}: decided {n, plural, one {once} other {# times}}; since then {tally}.', {
              choice: t(label),
              n: chosen.length,
              tally: followedTally(chosen),
            })}
          </li>
        ))}
    </ul>
  );
}

const COLUMNS: readonly Column<ScoredFinding>[] = [
  {
    key: 'period',
    label: t('Audit'),
    render: ({ period, scope, scopeLabel }) => `${quarter(period)}${scope === '' ? '' : `, ${scopeLabel}`}`,
  },
  { key: 'finding', label: t('Finding'), render: ({ measureLabel, group }) => `${measureLabel}: ${groupLabel(group)}` },
  { key: 'choice', label: t('Decided'), render: ({ choice, reasonLabel }) => `${choiceLabel(choice)}: ${reasonLabel}` },
  { key: 'actions', label: t('Agreed'), render: ({ actions }) => actions.join('; ') || '\u2013' },
  {
    key: 'followed',
    label: t('What followed'),
    render: (scored) =>
      [
        followedFinding(scored.followed, scored.because),
        scored.until === null ? '' : `${fromTo(scored)} (${quarter(scored.until)})`,
      ]
        .filter(Boolean)
        .join(', '),
  },
];
