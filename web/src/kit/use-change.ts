import { useState } from 'react';
import { useClient } from 'urql';
import { t } from '../language/index.js';
import { NOT_ANSWERING } from '../wording/index.js';

interface Answer {
  readonly done: { readonly __typename: string; readonly message?: string };
}

/** Sends a change, keeps why it was refused, and has the page asked again where it was not. */
export function useChange(onDone: () => void) {
  const client = useClient();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async (mutation: string, variables: Readonly<Record<string, unknown>>): Promise<boolean> => {
    setBusy(true);
    const { data } = await client.mutation<Answer>(mutation, { ...variables });
    setBusy(false);
    const done = data !== undefined && data.done.__typename !== 'Refused';
    setProblem(done ? null : (data?.done.message ?? t(NOT_ANSWERING)));
    if (done) onDone();
    return done;
  };
  return { problem, busy, send };
}
