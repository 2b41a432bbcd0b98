import { Command } from 'commander';
import type { Actor } from '../audit-trail/index.js';
import type { RequestKind, Verification } from '../microdata/index.js';
import { type Installation, Refusal } from '../platform/index.js';
import { asAccount } from './as-account.js';
import { personKeyIn, TAKING } from './person-file.js';
import { usingPool, withInstallation } from './with-installation.js';

export const OPERATOR: Actor = { id: 'operator', role: null };

export interface TakeFlags {
  readonly personFile?: string;
  readonly verified?: string;
  readonly as?: string;
}

/** Whoever takes a request: the account named by `--as`, or the owner of the installation's folder. */
export const takerOf = (installation: Installation, email: string | undefined): Promise<Actor> =>
  email ? asAccount(installation, email, { verb: 'write', resource: 'person-rights' }) : Promise.resolve(OPERATOR);

/** The first half of a request about a person: it waits for a second person. @returns its number. */
export async function takeRequest(
  kind: RequestKind,
  { personFile, verified, as: email }: TakeFlags,
  recipient?: string,
): Promise<string> {
  const { askForPerson, VERIFICATIONS } = await import('../microdata/index.js');
  const { record } = await import('../audit-trail/index.js');
  if (!personFile) throw new Refusal('person-file', 'Name a file by --person-file that holds the identifier of the person.', 2);
  const how = VERIFICATIONS.find((one) => one === verified);
  if (!how) throw new Refusal('not-verified', `Say by --verified how you made sure who asks: ${VERIFICATIONS.join(', ')}.`, 2);
  return withInstallation(async (installation) => {
    const by = await takerOf(installation, email);
    const personKey = await personKeyIn(installation.keys, personFile);
    const request = { kind, personKey, verified: how satisfies Verification, by: by.id, ...(recipient ? { recipient } : {}) };
    return usingPool(installation, 'curator', async (curator) => {
      const no = await askForPerson(curator, request);
      await record(curator, by, { action: `${kind}.requested`, subject: no, details: { verified: how } });
      return no;
    });
  });
}

/** `reject <number> --as EMAIL`, of whichever kind of request. */
export const rejectCommand = (kind: RequestKind): Command =>
  new Command('reject')
    .description('end a request without carrying it out, as a second person')
    .argument('<number>', 'of the request')
    .requiredOption(...TAKING.as)
    .action(async (no: string, { as: email }: { readonly as: string }) => {
      await rejectAs(kind, no, email);
      process.stderr.write('The request is rejected, and whom it was about is forgotten.\n');
    });

async function rejectAs(kind: RequestKind, no: string, email: string): Promise<void> {
  const { rejectRequest } = await import('../microdata/index.js');
  const { record } = await import('../audit-trail/index.js');
  await withInstallation(async (installation) => {
    const by = await deciderOf(installation, email);
    await usingPool(installation, 'curator', async (curator) => {
      await rejectRequest(curator, kind, requestNo(no), by.id);
      await record(curator, by, { action: `${kind}.rejected`, subject: no });
    });
  });
}

export const deciderOf = (installation: Installation, email: string): Promise<Actor> =>
  asAccount(installation, email, { verb: 'write', resource: 'person-rights-approval' });

/** A number as "erase list" names it. @throws Refusal `request-unknown` (2). */
export function requestNo(text: string): string {
  if (/^\d{1,15}$/.test(text)) return text;
  throw new Refusal('request-unknown', 'A request is named by its number, as "overstory erase list" prints it.', 2);
}
