import { type ReactNode } from 'react';
import { Link } from 'react-router';
import { type Audit, AUDIT, useAsk } from '../gateway/index.js';
import { Crumbs, Failed, Loading, Notice, PageHead } from '../kit/index.js';
import { quarter } from '../wording/index.js';
import { auditAddress, useAuditName } from './address.js';
import { auditTitle, stateLabel } from './words.js';
import { t } from '../language/index.js';

interface AuditFrameProps {
  readonly title: string | ((audit: Audit) => string);
  readonly children: (audit: Audit) => ReactNode;
}

/** What every page of an audit begins with: where it belongs, what it is, where the audit stands. */
export function AuditFrame({ title, children }: AuditFrameProps) {
  const name = useAuditName();
  const { answer, failed, retry } = useAsk<{ audit: Audit | null }>(AUDIT, { ...name });
  if (failed) return <Failed retry={retry} />;
  if (answer === null) return <Loading height={480} />;
  const { audit } = answer;
  if (audit === null) return <NoAudit period={name.period} />;
  return (
    <>
      <Crumbs>
        <Link to="/audits">{t('Equity audits')}</Link>
        <Link to={auditAddress(audit)}>{auditTitle(audit)}</Link>
      </Crumbs>
      <PageHead
        title={typeof title === 'string' ? title : title(audit)}
        context={auditTitle(audit)}
        lead={`${auditTitle(audit)}. ${stateLabel(audit)}.`}
      />
      <div className="stack-wide">{children(audit)}</div>
    </>
  );
}

function NoAudit({ period }: { readonly period: string }) {
  return (
    <>
      <PageHead title={t('There is no such audit')} />
      <Notice>
        <p>
          {t('No audit of {quarter} is open that you can see.', { quarter: quarter(period) })}{' '}
          <Link to="/audits">{t('All audits')}</Link>
        </p>
      </Notice>
    </>
  );
}
