import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useClient } from 'urql';
import { APPROVE_POLICY, type PolicyAnswer, type PolicyPack, PROPOSE_POLICY, REJECT_POLICY } from '../gateway/index.js';
import { Choice, Notice } from '../kit/index.js';
import styles from './governance.module.css';

const SILENT = 'The server did not answer. Try again in a moment.';

/** Sends a change of policy, and keeps why it was refused. */
function usePolicyStep(onDone: () => void) {
  const client = useClient();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async (document: string, variables: Readonly<Record<string, string>>): Promise<void> => {
    setBusy(true);
    const { data } = await client.mutation<{ done: PolicyAnswer }>(document, { ...variables });
    setBusy(false);
    if (data?.done.__typename === 'PolicyChanged') {
      setProblem(null);
      onDone();
    } else setProblem(data?.done.message ?? SILENT);
  };
  return { problem, busy, send };
}

interface WhyProps {
  readonly value: string;
  readonly onChange: (why: string) => void;
}

const Why = ({ value, onChange }: WhyProps) => (
  <Textarea
    label="Why"
    description="Everybody can read it. Name no person."
    value={value}
    maxLength={1000}
    minRows={2}
    autosize
    onChange={(event) => onChange(event.currentTarget.value)}
  />
);

/** The first half: a pack becomes a new version that waits for a second person. */
export function ProposePolicy({ packs, onDone }: { readonly packs: readonly PolicyPack[]; readonly onDone: () => void }) {
  const [pack, setPack] = useState(packs[1]?.key ?? 'strict');
  const [why, setWhy] = useState('');
  const { problem, busy, send } = usePolicyStep(() => (setWhy(''), onDone()));
  return (
    <section className={styles['step']} aria-labelledby="propose">
      <h2 id="propose">Propose a policy</h2>
      <Choice
        label="Start from"
        value={pack}
        options={packs.map(({ key, label }) => ({ value: key, label }))}
        onChange={setPack}
      />
      <Why value={why} onChange={setWhy} />
      <div>
        <Button size="md" disabled={busy || why.trim().length < 10} onClick={() => void send(PROPOSE_POLICY, { pack, why })}>
          Propose it
        </Button>
      </div>
      <Problem text={problem} />
    </section>
  );
}

/** The second half, by somebody else. */
export function DecidePolicy({ version, onDone }: { readonly version: string; readonly onDone: () => void }) {
  const [why, setWhy] = useState('');
  const { problem, busy, send } = usePolicyStep(onDone);
  const disabled = busy || why.trim().length < 10;
  return (
    <div className={styles['step']}>
      <Why value={why} onChange={setWhy} />
      <div className="row">
        <Button size="md" disabled={disabled} onClick={() => void send(APPROVE_POLICY, { version, why })}>
          Approve {version}
        </Button>
        <Button size="md" variant="default" disabled={disabled} onClick={() => void send(REJECT_POLICY, { version, why })}>
          Reject it
        </Button>
      </div>
      <Problem text={problem} />
    </div>
  );
}

const Problem = ({ text }: { readonly text: string | null }) =>
  text === null ? null : (
    <Notice tone="danger">
      <p role="alert" className={styles['problem']}>
        {text}
      </p>
    </Notice>
  );
