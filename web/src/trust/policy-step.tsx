import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useClient } from 'urql';
import type { PolicyAnswer } from '../gateway/index.js';
import { Notice } from '../kit/index.js';
import { NOT_ANSWERING } from '../wording/index.js';
import styles from './governance.module.css';
import { t } from '../language/index.js';

/** Sends a change of policy, and keeps why it was refused. */
export function usePolicyStep(onDone: () => void) {
  const client = useClient();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async (document: string, variables: Readonly<Record<string, unknown>>): Promise<void> => {
    setBusy(true);
    const { data } = await client.mutation<{ done: PolicyAnswer }>(document, { ...variables });
    setBusy(false);
    if (data?.done.__typename === 'PolicyChanged') {
      setProblem(null);
      onDone();
    } else setProblem(data?.done.message ?? t(NOT_ANSWERING));
  };
  return { problem, busy, send };
}

interface WhyProps {
  readonly value: string;
  readonly onChange: (why: string) => void;
}

/** The reason that both halves of the step give. */
export const Why = ({ value, onChange }: WhyProps) => (
  <Textarea
    label={t('Why')}
    description={t('Everybody can read it. Name no person.')}
    value={value}
    maxLength={1000}
    minRows={2}
    autosize
    onChange={(event) => onChange(event.currentTarget.value)}
  />
);

/** What the server says is wrong, line by line. */
export const Problem = ({ text }: { readonly text: string | null }) =>
  text === null ? null : (
    <Notice tone="danger">
      <p role="alert" className={styles['problem']}>
        {text}
      </p>
    </Notice>
  );
