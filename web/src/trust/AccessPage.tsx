import { useMay } from '../access/index.js';
import { type AccessRow, TRUST_QUERY, type Trust, useAsk } from '../gateway/index.js';
import { type Column, DataTable, Failed, Loading, PageHead } from '../kit/index.js';
import { capital } from '../wording/index.js';
import { AccessDetails } from './AccessDetails.js';
import { PreviewForm } from './PreviewForm.js';
import { t } from '../language/index.js';

const REACH: Readonly<Record<string, string>> = {
  everything: t('All##results'),
  'own-branch': t('Own branch and above'),
  organisation: t('Whole organisation, not by team'),
  headline: t('The organisation’s own figure'),
  own: t('Own account'),
  none: t('Not visible'),
};

export default function AccessPage() {
  const { answer, failed, retry } = useAsk<{ trust: Trust }>(TRUST_QUERY);
  return (
    <>
      <PageHead
        title={t('Who can see what')}
        lead={t(
          'This is the table that the server asks on every request. No role, administrators included, can see a person or a relationship: there is no such page, query or file.',
        )}
      />
      {failed ? <Failed retry={retry} /> : answer === null ? <Loading height={640} /> : <Matrix rows={answer.trust.access} />}
    </>
  );
}

const reachInWords = (reach: string, verb: string): string =>
  verb === 'write' && reach === 'none' ? t('No') : verb === 'write' ? t('Yes') : (REACH[reach] ?? reach);

function Matrix({ rows }: { readonly rows: readonly AccessRow[] }) {
  const read = rows.filter((row) => row.verb === 'read');
  const write = rows.filter((row) => row.verb === 'write');
  const previews = useMay('write', 'preview');
  const roles = rows[0]?.roles ?? [];
  return (
    <div className="stack-wide">
      <Verbs id="reads" title={t('Who can read')} rows={read} />
      <Verbs id="writes" title={t('Who can do')} rows={write} />
      <p>{t('Some steps need two people: whoever builds a release does not publish it.')}</p>
      {previews ? <PreviewForm roles={roles} /> : null}
      <AccessDetails rows={rows} />
    </div>
  );
}

const SERVER_FOLDER = t('Whoever owns the server’s folder');

function Verbs({ id, title, rows }: { readonly id: string; readonly title: string; readonly rows: readonly AccessRow[] }) {
  const roles = rows[0]?.roles ?? [];
  const columns: Column<AccessRow>[] = [
    { key: 'what', label: t('What'), render: (row) => capital(row.label) },
    ...roles.map((role, i) => ({
      key: role.role,
      label: role.roleLabel,
      render: (row: AccessRow) => reachInWords(row.roles[i]?.reach ?? 'none', row.verb),
    })),
    { key: 'operator', label: SERVER_FOLDER, render: (row) => (row.operator ? t('By command') : t('No')) },
  ];
  return (
    <section className="stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <DataTable
        caption={title}
        captionHidden
        compact
        columns={columns}
        rows={rows}
        rowKey={(row) => `${row.verb} ${row.resource}`}
      />
    </section>
  );
}
