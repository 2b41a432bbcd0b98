import { useState } from 'react';
import { useClient } from 'urql';
import { NOT_ANSWERING } from '../wording/index.js';

interface Answer {
  readonly done: { readonly __typename: string; readonly message?: string };
}

/** Saves or ends a pack; says why not where it was refused, and has the list read again where it was done. */
export function usePackChange(changed: () => void) {
  const client = useClient();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async (mutation: string, variables: Readonly<Record<string, unknown>>): Promise<boolean> => {
    setBusy(true);
    const { data } = await client.mutation<Answer>(mutation, { ...variables });
    setBusy(false);
    const refused = data === undefined || data.done.__typename === 'Refused';
    setProblem(refused ? (data?.done.message ?? NOT_ANSWERING) : null);
    if (!refused) changed();
    return !refused;
  };
  return { problem, busy, send };
}
