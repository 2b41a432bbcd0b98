import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useClient } from 'urql';
import { useMay, useSession } from '../access/index.js';
import { type AuditAnswer, AUDITS, type AuditSummary, OPEN_AUDIT, useAsk } from '../gateway/index.js';
import { Choice, type Column, DataTable, Failed, Loading, Notice, PageHead } from '../kit/index.js';
import { calendarDate, NOT_ANSWERING, quarter } from '../wording/index.js';
import { auditAddress } from './address.js';
import { AuditScorecard } from './AuditScorecard.js';
import styles from './audits.module.css';
import { stateLabel } from './words.js';
import { t } from '../language/index.js';

const COLUMNS: readonly Column<AuditSummary>[] = [
  { key: 'audit', label: t('Audit'), render: (audit) => <Link to={auditAddress(audit)}>{quarter(audit.period)}</Link> },
  { key: 'scope', label: t('About##whom'), render: (audit) => audit.scopeLabel },
  { key: 'state', label: t('State'), render: stateLabel },
  { key: 'due', label: t('Due'), render: (audit) => calendarDate(audit.dueOn) },
  { key: 'decided', label: t('Decisions'), numeric: true, render: (audit) => audit.decided },
  { key: 'actions', label: t('Actions'), numeric: true, render: (audit) => audit.actions },
];

/** All audits that the reader may see: this quarter's first. */
export default function AuditsPage() {
  const { answer, failed, retry } = useAsk<{ audits: readonly AuditSummary[] }>(AUDITS);
  return (
    <>
      <PageHead
        title={t('Equity audits')}
        lead={t('Each quarter: who takes part and who does not, what is done about it, and whether it helped. Two people sign.')}
      />
      {failed ? <Failed retry={retry} /> : answer === null ? <Loading height={320} /> : <Audits audits={answer.audits} />}
    </>
  );
}

function Audits({ audits }: { readonly audits: readonly AuditSummary[] }) {
  const works = useMay('write', 'audits');
  return (
    <div className="stack-wide">
      {audits.length === 0 ? (
        <Notice title={t('No audit yet')}>
          <p>
            {t(
              'An audit opens by itself when the release of a new quarter is published. Executives read what two people have signed.',
            )}
          </p>
        </Notice>
      ) : (
        <DataTable
          caption={t('Audits, the newest quarter first')}
          captionHidden
          columns={COLUMNS}
          rows={audits}
          rowKey={({ period, scope }) => `${period} ${scope}`}
        />
      )}
      <AuditScorecard />
      {works ? <OpenOlder audits={audits} /> : null}
    </div>
  );
}

/** Quarters that were published before their audits were. */
function OpenOlder({ audits }: { readonly audits: readonly AuditSummary[] }) {
  const { periods, viewer } = useSession();
  const client = useClient();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<string | null>(null);
  const scope = viewer?.scope ?? '';
  const missing = periods.filter(({ key }) => !audits.some((audit) => audit.period === key && audit.scope === scope));
  const [chosen, setChosen] = useState('');
  const period = missing.find(({ key }) => key === chosen)?.key ?? missing[0]?.key;
  if (period === undefined) return null;
  const openIt = async (): Promise<void> => {
    const { data } = await client.mutation<{ done: AuditAnswer }>(OPEN_AUDIT, { period, scope });
    if (data?.done.__typename === 'AuditChanged') await navigate(auditAddress({ period, scope }));
    else setProblem(data?.done.message ?? t(NOT_ANSWERING));
  };
  return (
    <section className={styles['form']} aria-labelledby="older">
      <h2 id="older">{t('Open the audit of an older quarter')}</h2>
      <Choice
        label={t('Quarter')}
        value={period}
        options={missing.map(({ key, label }) => ({ value: key, label }))}
        onChange={setChosen}
      />
      <div>
        <Button variant="default" onClick={() => void openIt()}>
          {t('Open it')}
        </Button>
      </div>
      {problem === null ? null : (
        <Notice tone="danger">
          <p role="alert">{problem}</p>
        </Notice>
      )}
    </section>
  );
}
