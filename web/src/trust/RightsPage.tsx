import { RIGHTS_CASES, type RightsCase, useAsk } from '../gateway/index.js';
import { type Column, DataTable, Failed, Loading, PageHead } from '../kit/index.js';
import { stamp } from '../wording/index.js';

const KINDS: Readonly<Record<string, string>> = { erasure: 'To be forgotten', 'subject-access': 'A copy of the own data' };
const VERIFIED: Readonly<Record<string, string>> = {
  'in-person': 'in person',
  'signed-letter': 'by a signed letter',
  'single-sign-on': 'by signing in',
  representative: 'by a representative',
};
const STATES: Readonly<Record<string, string>> = { waiting: 'Waits for a second person', done: 'Done', rejected: 'Rejected' };

const COLUMNS: readonly Column<RightsCase>[] = [
  { key: 'no', label: 'Number', render: (one) => one.no },
  { key: 'kind', label: 'Asked for', render: (one) => KINDS[one.kind] ?? one.kind },
  { key: 'taken', label: 'Taken', render: (one) => stamp(one.requestedAt) },
  { key: 'verified', label: 'Made sure', render: (one) => VERIFIED[one.verified] ?? one.verified },
  { key: 'state', label: 'State', render: (one) => STATES[one.state] ?? one.state },
  { key: 'how', label: 'To decide, on the server', render: (one) => <code>{commandOf(one)}</code> },
];

function commandOf({ no, kind, state }: RightsCase): string {
  if (state !== 'waiting') return '';
  return kind === 'erasure'
    ? `overstory erase approve ${no} --certificate FILE --as EMAIL`
    : `overstory subject-access approve ${no} --out FILE --as EMAIL`;
}

/** Requests of people about their own data, for those who carry them out. Whose they are stands nowhere. */
export default function RightsPage() {
  const { answer, failed, retry } = useAsk<{ rightsCases: readonly RightsCase[] }>(RIGHTS_CASES);
  return (
    <>
      <PageHead
        title="Requests about own data"
        lead="One person takes a request and makes sure who asks. Another one decides. Whose it is stands on no page, and is forgotten once it is decided."
      />
      {failed ? <Failed retry={retry} /> : answer === null ? <Loading height={320} /> : <Cases cases={answer.rightsCases} />}
    </>
  );
}

function Cases({ cases }: { readonly cases: readonly RightsCase[] }) {
  if (cases.length === 0)
    return (
      <p>
        Nobody has asked. A request is taken on the server: <code>overstory erase --person-file FILE --verified HOW</code>, or{' '}
        <code>overstory subject-access --person-file FILE --verified HOW --public-key KEY</code>.
      </p>
    );
  return <DataTable caption="Requests, the newest first" captionHidden columns={COLUMNS} rows={cases} rowKey={(one) => one.no} />;
}
