import { useMay } from '../access/index.js';
import { POLICIES, type Policy, type PolicyPack, useAsk } from '../gateway/index.js';
import { Failed, Loading, PageHead } from '../kit/index.js';
import { stamp } from '../wording/index.js';
import { Explained } from './Explained.js';
import styles from './governance.module.css';
import { DecidePolicy } from './DecidePolicy.js';
import { ProposePolicy } from './ProposePolicy.js';

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
        title="Policies"
        lead="A policy says what may be shown and how long data are kept. One person proposes it, another one decides. It holds from the next quarter on, and never gets looser inside one."
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
          <p>{policy.why}</p>
          <p className="small quiet">{historyOf(policy)}</p>
          <details open={policy.state === 'in-force' || policy.state === 'proposed'}>
            <summary>What it says</summary>
            <Explained explained={policy.explained} />
          </details>
          {policy.mayDecide ? <DecidePolicy version={policy.version} onDone={renew} /> : null}
        </section>
      ))}
      <section className="stack" aria-labelledby="packs">
        <h2 id="packs">Policies to start from</h2>
        {policyPacks.map((pack) => (
          <div key={pack.key} className={styles['policy']}>
            <h3>{pack.label}</h3>
            <p>{pack.forWhom}</p>
            <details>
              <summary>What it says: {pack.label}</summary>
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
      return 'in force';
    case 'approved':
      return effectiveFrom === null || effectiveFrom < new Date().toISOString() ? 'replaced' : `holds from ${effectiveFrom} on`;
    case 'proposed':
      return 'proposed, waits for a second person';
    default:
      return 'rejected';
  }
}

function historyOf({ proposedBy, proposedAt, decidedAt, decisionWhy, state }: Policy): string {
  if (proposedBy === 'product') return 'It came with the product.';
  const who = proposedBy === 'operator' ? 'whoever runs the server' : 'a programme owner';
  const decided =
    decidedAt === null
      ? ''
      : ` ${state === 'rejected' ? 'Rejected' : 'Approved'} by an auditor, ${stamp(decidedAt)}: ${decisionWhy ?? ''}`;
  return `Proposed by ${who}, ${stamp(proposedAt)}.${decided}`;
}
