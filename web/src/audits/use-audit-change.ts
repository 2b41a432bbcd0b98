import { useState } from 'react';
import { useClient } from 'urql';
import type { AuditAnswer } from '../gateway/index.js';
import { t } from '../language/index.js';
import { NOT_ANSWERING } from '../wording/index.js';
import { useAuditName } from './address.js';

/** Sends a change of the audit that the address names; whatever shows the audit reads it again. */
export function useAuditChange() {
  const client = useClient();
  const name = useAuditName();
  const [problem, setProblem] = useState<string | null>(null);
  const [saved, setSaved] = useState(false);
  const [busy, setBusy] = useState(false);
  const send = async (document: string, variables: Readonly<Record<string, unknown>> = {}): Promise<boolean> => {
    setBusy(true);
    setSaved(false);
    const { data } = await client.mutation<{ done: AuditAnswer }>(document, { ...name, ...variables });
    setBusy(false);
    const done = data?.done.__typename === 'AuditChanged';
    setProblem(done ? null : data?.done.__typename === 'Refused' ? data.done.message : t(NOT_ANSWERING));
    setSaved(done);
    return done;
  };
  return { send, problem, saved, busy };
}

export type AuditChange = ReturnType<typeof useAuditChange>;
