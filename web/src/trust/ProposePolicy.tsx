import { Button } from '@mantine/core';
import { useState } from 'react';
import { useClient } from 'urql';
import { DRAFT_POLICY, type DraftAnswer, type PolicyPack, PROPOSE_POLICY } from '../gateway/index.js';
import { Choice } from '../kit/index.js';
import { NOT_ANSWERING } from '../wording/index.js';
import { Explained } from './Explained.js';
import styles from './governance.module.css';
import { changesOf, type OwnChanges, unchanged } from './own-policy.js';
import { OwnPolicyFields } from './OwnPolicyFields.js';
import { Problem, usePolicyStep, Why } from './policy-step.js';
import { t } from '../language/index.js';

interface ProposeProps {
  readonly packs: readonly PolicyPack[];
  readonly onDone: () => void;
}

/** The first half of a change of policy: a pack, changed or not, becomes a version that waits for a second person. */
export function ProposePolicy({ packs, onDone }: ProposeProps) {
  const [key, setKey] = useState(packs[1]?.key ?? 'strict');
  const pack = packs.find((one) => one.key === key);
  return (
    <section className={styles['step']} aria-labelledby="propose">
      <h2 id="propose">{t('Propose a policy')}</h2>
      <Choice
        label={t('Start from')}
        value={key}
        options={packs.map((one) => ({ value: one.key, label: one.label }))}
        onChange={setKey}
      />
      {pack ? <Proposal key={key} pack={pack} onDone={onDone} /> : null}
    </section>
  );
}

function Proposal({ pack, onDone }: { readonly pack: PolicyPack; readonly onDone: () => void }) {
  const [own, setOwn] = useState<OwnChanges>(unchanged(pack));
  const [why, setWhy] = useState('');
  const { problem, busy, send } = usePolicyStep(() => (setWhy(''), setOwn(unchanged(pack)), onDone()));
  const draft = useDraft(pack, own);
  const changes = changesOf(pack, own);
  return (
    <>
      <details>
        <summary>{t('Change what it says')}</summary>
        <OwnPolicyFields pack={pack} own={own} onChange={(next) => (setOwn(next), draft.forget())} />
        <div>
          <Button size="md" variant="default" disabled={changes === null} onClick={() => void draft.ask()}>
            {t('Say it in words')}
          </Button>
        </div>
        <div aria-live="polite">
          {draft.answer?.__typename === 'PolicyDraft' ? <Explained explained={draft.answer.explained} /> : null}
          {draft.answer?.__typename === 'Refused' ? <Problem text={draft.answer.message} /> : null}
        </div>
      </details>
      <Why value={why} onChange={setWhy} />
      <div>
        <Button
          size="md"
          disabled={busy || why.trim().length < 10}
          onClick={() => void send(PROPOSE_POLICY, { pack: pack.key, why, changes })}
        >
          {t('Propose it')}
        </Button>
      </div>
      <Problem text={problem} />
    </>
  );
}

/** What the policy would say, asked when somebody wants to know. */
function useDraft(pack: PolicyPack, own: OwnChanges) {
  const client = useClient();
  const [answer, setAnswer] = useState<DraftAnswer | null>(null);
  const ask = async (): Promise<void> => {
    const { data } = await client.mutation<{ done: DraftAnswer }>(DRAFT_POLICY, {
      pack: pack.key,
      changes: changesOf(pack, own),
    });
    setAnswer(data?.done ?? { __typename: 'Refused', code: 'SILENT', message: t(NOT_ANSWERING) });
  };
  return { answer, ask, forget: () => setAnswer(null) };
}
