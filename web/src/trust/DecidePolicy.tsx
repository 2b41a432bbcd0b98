import { Button } from '@mantine/core';
import { useState } from 'react';
import { APPROVE_POLICY, REJECT_POLICY } from '../gateway/index.js';
import styles from './governance.module.css';
import { Problem, usePolicyStep, Why } from './policy-step.js';
import { t } from '../language/index.js';

/** The second half of a change of policy, by somebody else than who proposed it. */
export function DecidePolicy({ version, onDone }: { readonly version: string; readonly onDone: () => void }) {
  const [why, setWhy] = useState('');
  const { problem, busy, send } = usePolicyStep(onDone);
  const disabled = busy || why.trim().length < 10;
  return (
    <div className={styles['step']}>
      <Why value={why} onChange={setWhy} />
      <div className="row">
        <Button size="md" disabled={disabled} onClick={() => void send(APPROVE_POLICY, { version, why })}>
          {t('Approve {version}', { version })}
        </Button>
        <Button size="md" variant="default" disabled={disabled} onClick={() => void send(REJECT_POLICY, { version, why })}>
          {t('Reject it')}
        </Button>
      </div>
      <Problem text={problem} />
    </div>
  );
}
