import { RIGHTS_CASES, type RightsCase, useAsk } from '../gateway/index.js';
import { type Column, DataTable, Failed, Loading, PageHead, rich } from '../kit/index.js';
import { stamp } from '../wording/index.js';
import { t } from '../language/index.js';

const KINDS: Readonly<Record<string, string>> = { erasure: t('To be forgotten'), 'subject-access': t('A copy of the own data') };
const VERIFIED: Readonly<Record<string, string>> = {
  'in-person': t('in person'),
  'signed-letter': t('by a signed letter'),
  'single-sign-on': t('by signing in'),
  representative: t('by a representative'),
};
const STATES: Readonly<Record<string, string>> = {
  waiting: t('Waits for a second person'),
  done: t('Done'),
  rejected: t('Rejected'),
};

const COLUMNS: readonly Column<RightsCase>[] = [
  { key: 'no', label: t('Number'), render: (one) => one.no },
  { key: 'kind', label: t('Asked for'), render: (one) => KINDS[one.kind] ?? one.kind },
  { key: 'taken', label: t('Taken'), render: (one) => stamp(one.requestedAt) },
  { key: 'verified', label: t('Made sure'), render: (one) => VERIFIED[one.verified] ?? one.verified },
  { key: 'state', label: t('State'), render: (one) => STATES[one.state] ?? one.state },
  { key: 'how', label: t('To decide, on the server'), render: (one) => <code>{commandOf(one)}</code> },
];

function commandOf({ no, kind, state }: RightsCase): string {
  if (state !== 'waiting') return '';
  return kind === 'erasure'
    ? `overstory erase approve ${no} --certificate FILE --as EMAIL`
    : `overstory subject-access approve ${no} --out FILE --as EMAIL`;
}

const TAKE_ERASURE = 'overstory erase --person-file FILE --verified HOW';
const TAKE_COPY = 'overstory subject-access --person-file FILE --verified HOW --public-key KEY';

/** Requests of people about their own data, for those who carry them out. Whose they are stands nowhere. */
export default function RightsPage() {
  const { answer, failed, retry } = useAsk<{ rightsCases: readonly RightsCase[] }>(RIGHTS_CASES);
  return (
    <>
      <PageHead
        title={t('Requests about own data')}
        lead={t(
          'One person takes a request and makes sure who asks. Another one decides. Whose it is stands on no page, and is forgotten once it is decided.',
        )}
      />
      {failed ? <Failed retry={retry} /> : answer === null ? <Loading height={320} /> : <Cases cases={answer.rightsCases} />}
    </>
  );
}

function Cases({ cases }: { readonly cases: readonly RightsCase[] }) {
  if (cases.length === 0)
    return (
      <p>
        {rich('Nobody has asked. A request is taken on the server: {erasure}, or {copy}.', {
          erasure: <code>{TAKE_ERASURE}</code>,
          copy: <code>{TAKE_COPY}</code>,
        })}
      </p>
    );
  return (
    <DataTable caption={t('Requests, the newest first')} captionHidden columns={COLUMNS} rows={cases} rowKey={(one) => one.no} />
  );
}
