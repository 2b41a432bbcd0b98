import { useState } from 'react';
import { useClient } from 'urql';
import { t } from '../language/index.js';
import { NOT_ANSWERING } from '../wording/index.js';

/** What came of a change: done, with a secret that is shown this once, or why not. */
export interface Outcome {
  readonly problem: string | null;
  readonly secret: string | null;
  readonly expiresAt: string | null;
}

interface Answer {
  readonly done: {
    readonly __typename: string;
    readonly message?: string;
    readonly secret?: string | null;
    readonly expiresAt?: string | null;
  };
}

const NOTHING: Outcome = { problem: null, secret: null, expiresAt: null };

/** Sends a change whose field is called `done`, keeps what came of it, and has the list read again. */
export function useChange(changed: () => void) {
  const client = useClient();
  const [outcome, setOutcome] = useState<Outcome>(NOTHING);
  const [busy, setBusy] = useState(false);
  const send = async (mutation: string, variables: Readonly<Record<string, unknown>>): Promise<boolean> => {
    setBusy(true);
    const { data } = await client.mutation<Answer>(mutation, { ...variables });
    setBusy(false);
    const refused = data === undefined || data.done.__typename === 'Refused';
    const { message = t(NOT_ANSWERING), secret = null, expiresAt = null } = data?.done ?? {};
    setOutcome(refused ? { ...NOTHING, problem: message } : { problem: null, secret, expiresAt });
    if (!refused) changed();
    return !refused;
  };
  return { outcome, busy, send };
}

export type Change = ReturnType<typeof useChange>;
