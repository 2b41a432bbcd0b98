import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { type Audit, AUDIT_LIBRARY, type AuditAction, type AuditLibrary, useAsk, WITHDRAW_ACTION } from '../gateway/index.js';
import { Failed, Loading } from '../kit/index.js';
import { ActionForm } from './ActionForm.js';
import { actionSentence } from './action-sentence.js';
import { auditAddress } from './address.js';
import { AuditFrame } from './AuditFrame.js';
import styles from './audits.module.css';
import { SaveState } from './SaveState.js';
import { useAuditChange } from './use-audit-change.js';
import { titleOf } from './words.js';
import { t } from '../language/index.js';

/** The third step: an action for every finding that is to be acted on. */
export default function AuditActionsPage() {
  return <AuditFrame title={t('Agree actions')}>{(audit) => <Actions audit={audit} />}</AuditFrame>;
}

function Actions({ audit }: { readonly audit: Audit }) {
  const library = useAsk<{ auditLibrary: AuditLibrary }>(AUDIT_LIBRARY);
  if (library.failed) return <Failed retry={library.retry} />;
  if (library.answer === null) return <Loading height={320} />;
  const { auditLibrary } = library.answer;
  const toAct = toActOn(audit);
  return (
    <>
      {toAct.length === 0 ? (
        <p>
          {t('No finding is to be acted on.')} <Link to={auditAddress(audit, 'findings')}>{t('Review findings')}</Link>
        </p>
      ) : null}
      {toAct.map(({ key, title, measuredBy }) => (
        <section key={key} className="stack" aria-labelledby={`act-${key}`}>
          <h2 id={`act-${key}`}>{title}</h2>
          <Agreed audit={audit} actions={audit.agreed.filter(({ finding }) => finding === key)} />
          {audit.rights.work ? (
            <Fold open={audit.steps.withoutAction.includes(key)}>
              <ActionForm audit={audit} library={auditLibrary} finding={key} title={title} measuredBy={measuredBy} />
            </Fold>
          ) : null}
        </section>
      ))}
      <div>
        <Button size="md" component={Link} to={auditAddress(audit, 'check')}>
          {t('Check your answers')}
        </Button>
      </div>
    </>
  );
}

/** A finding that has an action keeps its form folded up. */
function Fold({ open, children }: { readonly open: boolean; readonly children: React.ReactNode }) {
  if (open) return <>{children}</>;
  return (
    <details className={styles['more']}>
      <summary>{t('Another action')}</summary>
      {children}
    </details>
  );
}

interface ToAct {
  readonly key: string;
  readonly title: string;
  readonly measuredBy: string | null;
}

function toActOn({ findings, promised }: Audit): ToAct[] {
  const acts = findings
    .filter(({ decision }) => decision?.choice === 'act' && decision.branch === null)
    .map((finding) => {
      return { key: finding.key, title: titleOf(finding), measuredBy: finding.comparison === null ? null : finding.key };
    });
  const late = promised
    .filter(({ decision }) => decision?.choice === 'act')
    .map(({ key, action }) => ({ key, title: t('Late: {label}', { label: action.label }), measuredBy: action.measuredBy }));
  return [...acts, ...late];
}

function Agreed({ audit, actions }: { readonly audit: Audit; readonly actions: readonly AuditAction[] }) {
  const change = useAuditChange();
  return (
    <>
      <ul className={styles['list']}>
        {actions.map((action) => (
          <li key={action.id} className={styles['item']}>
            <p>
              <strong>{action.label}</strong>. {actionSentence(action)}
            </p>
            {audit.rights.work ? (
              <div>
                <Button
                  variant="default"
                  disabled={change.busy}
                  onClick={() => void change.send(WITHDRAW_ACTION, { id: action.id })}
                >
                  {t('Take back')} <span className="visually-hidden">: {action.label}</span>
                </Button>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      <SaveState change={change} />
    </>
  );
}
