import { useMay } from '../access/index.js';
import { POLICIES, type Policy, type PolicyPack, useAsk } from '../gateway/index.js';
import { Failed, Loading, PageHead } from '../kit/index.js';
import { stamp } from '../wording/index.js';
import { Explained } from './Explained.js';
import styles from './governance.module.css';
import { DecidePolicy } from './DecidePolicy.js';
import { ProposePolicy } from './ProposePolicy.js';
import { t } from '../language/index.js';

interface Answer {
  readonly policies: readonly Policy[];
  readonly policyPacks: readonly PolicyPack[];
}

/** Every version of the policy, in words; those who may propose or decide do it here. */
export default function PoliciesPage() {
  const { answer, failed, retry } = useAsk<Answer>(POLICIES);
  return (
    <>
      <PageHead
        title={t('Policies')}
        lead={t(
          'A policy says what may be shown and how long data are kept. One person proposes it, another one decides. It holds from the next quarter on, and never gets looser inside one.',
        )}
      />
      {failed ? (
        <Failed retry={retry} />
      ) : answer === null ? (
        <Loading height={640} />
      ) : (
        <Policies answer={answer} renew={retry} />
      )}
    </>
  );
}

function Policies({ answer, renew }: { readonly answer: Answer; readonly renew: () => void }) {
  const mayPropose = useMay('write', 'policies');
  const { policies, policyPacks } = answer;
  return (
    <div className="stack-wide">
      {policies.map((policy) => (
        <section key={policy.version} className={styles['policy']} aria-labelledby={idOf(policy)}>
          <h2 id={idOf(policy)}>
            {policy.version} <span className={styles['state']}>{stateInWords(policy)}</span>
          </h2>
          <p data-verbatim>{policy.why}</p>
          <p className="small quiet">{historyOf(policy)}</p>
          <details open={policy.state === 'in-force' || policy.state === 'proposed'}>
            <summary>{t('What it says')}</summary>
            <Explained explained={policy.explained} />
          </details>
          {policy.mayDecide ? <DecidePolicy version={policy.version} onDone={renew} /> : null}
        </section>
      ))}
      <section className="stack" aria-labelledby="packs">
        <h2 id="packs">{t('Policies to start from')}</h2>
        {policyPacks.map((pack) => (
          <div key={pack.key} className={styles['policy']}>
            <h3>{pack.label}</h3>
            <p>{pack.forWhom}</p>
            <details>
              <summary>{t('What it says: {label}', { label: pack.label })}</summary>
              <Explained explained={pack.explained} />
            </details>
          </div>
        ))}
      </section>
      {mayPropose ? <ProposePolicy packs={policyPacks} onDone={renew} /> : null}
    </div>
  );
}

const idOf = ({ version }: Policy): string => `policy-${version.replace('/', '-')}`;

function stateInWords({ state, effectiveFrom }: Policy): string {
  switch (state) {
    case 'in-force':
      return t('in force');
    case 'approved':
      return effectiveFrom === null || effectiveFrom < new Date().toISOString()
        ? t('replaced')
        : t('holds from {date} on', { date: effectiveFrom });
    case 'proposed':
      return t('proposed, waits for a second person');
    default:
      return t('rejected');
  }
}

function historyOf({ proposedBy, proposedAt, decidedAt, decisionWhy, state }: Policy): string {
  if (proposedBy === 'product') return t('It came with the product.');
  const at = stamp(proposedAt);
  const proposed =
    proposedBy === 'operator'
      ? t('Proposed by whoever runs the server, {at}.', { at })
      : t('Proposed by a programme owner, {at}.', { at });
  if (decidedAt === null) return proposed;
  const decision = { at: stamp(decidedAt), why: decisionWhy ?? '' };
  const decided =
    state === 'rejected'
      ? t('Rejected by an auditor, {at}: {why}', decision)
      : t('Approved by an auditor, {at}: {why}', decision);
  return `${proposed} ${decided}`;
}
