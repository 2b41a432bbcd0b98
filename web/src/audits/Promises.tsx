import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { type Audit, CLOSE_ACTION, type PromisedAction } from '../gateway/index.js';
import { groupLabel, percent, quarter } from '../wording/index.js';
import { findingAddress } from './address.js';
import styles from './audits.module.css';
import { SaveState } from './SaveState.js';
import { actionState, followUpLabel, fromTo } from './words.js';
import { type AuditChange, useAuditChange } from './use-audit-change.js';
import { inSentence, t } from '../language/index.js';

/** What earlier audits agreed, and what came of it. */
export function Promises({ audit }: { readonly audit: Audit }) {
  const change = useAuditChange();
  if (audit.promised.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="promised">
      <h2 id="promised">{t('What was promised, and what came of it')}</h2>
      <ul className={styles['list']}>
        {audit.promised.map((promise) => (
          <li key={promise.action.id} className={styles['item']}>
            <Promised audit={audit} promise={promise} change={change} />
          </li>
        ))}
      </ul>
      <SaveState change={change} />
    </section>
  );
}

interface PromisedProps {
  readonly audit: Audit;
  readonly promise: PromisedAction;
  readonly change: AuditChange;
}

function Promised({ audit, promise, change }: PromisedProps) {
  const { action, late } = promise;
  const close = (done: boolean): void => void change.send(CLOSE_ACTION, { id: action.id, done });
  return (
    <>
      <h3>{action.label}</h3>
      <p>
        {t('{owner}, due by the end of {quarter}. {state}.', {
          owner: action.ownerLabel,
          quarter: quarter(action.duePeriod),
          state: actionState(promise),
        })}{' '}
        {late ? <Link to={findingAddress(audit, promise.key)}>{t('Decide about it')}</Link> : null}
      </p>
      <p>
        {t('{followUp}. {group}, {measure} {moved}; agreed in {quarter}: a change of at least {change}.', {
          followUp: followUpLabel(promise),
          group: groupLabel(action.group),
          measure: inSentence(action.measureLabel),
          moved: fromTo(promise),
          quarter: quarter(promise.period),
          change: percent(action.smallestChange),
        })}
      </p>
      {audit.rights.close && action.step === null ? (
        <div className="row no-print">
          <Button variant="default" disabled={change.busy} onClick={() => close(true)}>
            {t('Done')} <span className="visually-hidden">: {action.label}</span>
          </Button>
          <Button variant="default" disabled={change.busy} onClick={() => close(false)}>
            {t('Dropped')} <span className="visually-hidden">: {action.label}</span>
          </Button>
        </div>
      ) : null}
    </>
  );
}
