import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useClient } from 'urql';
import { type Audit, AUDIT_RECORD, type AuditRecord } from '../gateway/index.js';
import { Notice, rich } from '../kit/index.js';
import { stamp } from '../wording/index.js';
import { auditAddress } from './address.js';
import { Answers } from './Answers.js';
import { AuditFrame } from './AuditFrame.js';
import styles from './audits.module.css';
import { RecordAsPdf } from './RecordAsPdf.js';
import { recordStepLabel } from './words.js';
import { t } from '../language/index.js';

/** What was signed, by which roles and when, with the hash that anyone can compute. */
export default function AuditRecordPage() {
  return (
    <AuditFrame title={t('Signed record')}>
      {(audit) =>
        audit.records.length === 0 ? (
          <Notice>
            <p>
              {t('Nobody has signed yet.')} <Link to={auditAddress(audit)}>{t('Back to the steps')}</Link>
            </p>
          </Notice>
        ) : (
          <>
            <ul className={styles['list']}>
              {audit.records.map((record) => (
                <li key={record.id} className={styles['item']}>
                  <Record audit={audit} record={record} />
                </li>
              ))}
            </ul>
            {audit.state === 'signed' ? <RecordAsPdf audit={audit} /> : null}
            {audit.state === 'signed' || audit.state === 'signed-once' ? <Answers audit={audit} /> : null}
          </>
        )
      }
    </AuditFrame>
  );
}

function Record({ audit, record }: { readonly audit: Audit; readonly record: AuditRecord }) {
  return (
    <>
      <h2>{t('Record {no}', { no: record.no })}</h2>
      <p>{t('Signed on {stamp} as {role}.', { stamp: stamp(record.signedAt), role: record.signedRoleLabel })}</p>
      {record.steps.map((step) => (
        <p key={step.at}>
          {t('{step} on {stamp} as {role}.', { step: recordStepLabel(step.step), stamp: stamp(step.at), role: step.roleLabel })}
          {step.reason === null ? '' : ` ${t('Reason: {reason}', { reason: step.reason })}`}
        </p>
      ))}
      <p className={styles['hash']}>
        {rich('SHA-256 of the document: <code>{hash}</code>', {
          code: (inside) => <code>{inside}</code>,
          hash: record.hash,
        })}
      </p>
      <Download audit={audit} record={record} />
    </>
  );
}

/** The document byte for byte, so that its hash can be computed outside the product. */
function Download({ audit, record }: { readonly audit: Audit; readonly record: AuditRecord }) {
  const client = useClient();
  const { period, scope } = audit;
  const download = async (): Promise<void> => {
    const { data } = await client.query<{ auditRecord: string | null }>(AUDIT_RECORD, { period, scope, id: record.id });
    const text = data?.auditRecord ?? null;
    if (text === null) return;
    const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    const link = Object.assign(document.createElement('a'), { href: address, download: `overstory-audit-${period}.json` });
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <div className="no-print">
      <Button variant="default" onClick={() => void download()}>
        {t('Download the document')} <span className="visually-hidden">{t('of record {no}', { no: record.no })}</span>
      </Button>
    </div>
  );
}
