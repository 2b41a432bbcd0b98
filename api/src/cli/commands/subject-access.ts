import { Command } from 'commander';
import fs from 'node:fs';
import type pg from 'pg';
import { type Keys, Refusal } from '../../platform/index.js';
import { answer } from '../answer.js';
import { TAKING } from '../person-file.js';
import { deciderOf, rejectCommand, requestNo, type TakeFlags, takeRequest } from '../take-request.js';
import { usingPool, withInstallation } from '../with-installation.js';

interface Flags {
  readonly json?: boolean;
}

/** `overstory subject-access`: a copy of one's own data, sealed to the person's own key; it is never on a screen. */
export function subjectAccessCommand(): Command {
  return new Command('subject-access')
    .description('take a verified request for a copy of one’s own data; a second person approves it')
    .addCommand(requestCommand(), { isDefault: true })
    .addCommand(approveCommand())
    .addCommand(rejectCommand('subject-access'))
    .addCommand(makeKeyCommand())
    .addCommand(openCommand());
}

const requestCommand = (): Command =>
  new Command('request')
    .description('take a request; what "subject-access" does by itself')
    .option(...TAKING.file)
    .option(...TAKING.verified)
    .option('--public-key <key>', 'the person’s own public key, age1…, as make-key or age-keygen prints it')
    .option(...TAKING.as)
    .option('--json', 'print one JSON object')
    .action(runTake);

const approveCommand = (): Command =>
  new Command('approve')
    .description('write the sealed copy as a second person; only the person can open it')
    .argument('<number>', 'of the request')
    .requiredOption('--out <file>', 'file to write')
    .requiredOption(...TAKING.as)
    .option('--json', 'print one JSON object')
    .action(runApprove);

const makeKeyCommand = (): Command =>
  new Command('make-key')
    .description('for the person: make a key, keep its file, and hand in the public key that is printed')
    .argument('<file>', 'file to write; whoever has it can open the copy')
    .action(runMakeKey);

const openCommand = (): Command =>
  new Command('open')
    .description('for the person: open the sealed copy; any age tool does the same')
    .argument('<file>', 'the sealed copy')
    .requiredOption('--key <file>', 'file that make-key or age-keygen wrote')
    .requiredOption('--out <file>', 'file to write')
    .action(runOpen);

async function runTake({ json, publicKey, ...flags }: TakeFlags & Flags & { readonly publicKey?: string }): Promise<void> {
  const { readRecipient } = await import('../../governance/index.js');
  if (!publicKey) throw new Refusal('recipient-invalid', 'Name the person’s own public key by --public-key.', 2);
  readRecipient(publicKey);
  const request = await takeRequest('subject-access', flags, publicKey.trim());
  answer(json, { request, state: 'waiting' }, [
    `Request ${request} waits for a second person: overstory subject-access approve ${request} --as EMAIL --out FILE`,
  ]);
}

interface ApproveFlags extends Flags {
  readonly out: string;
  readonly as: string;
}

async function runApprove(no: string, { json, out, as: email }: ApproveFlags): Promise<void> {
  const { settleSubjectAccess } = await import('../../microdata/index.js');
  const { record } = await import('../../audit-trail/index.js');
  const { inTransaction } = await import('../../platform/index.js');
  await withInstallation(async (installation) => {
    const by = await deciderOf(installation, email);
    await usingPool(installation, 'curator', (curator) =>
      inTransaction(curator, async (tx) => {
        const sealed = await sealedCopy(tx, installation.keys, requestNo(no));
        await settleSubjectAccess(tx, no, by.id);
        await record(tx, by, { action: 'subject-access.done', subject: no });
        fs.writeFileSync(out, sealed, { mode: 0o600 });
      }),
    );
  });
  answer(json, { request: no, file: out }, [`Wrote ${out}. Only the person’s own key opens it. Hand it over.`]);
}

/** Everything about the person of a request, sealed; in clear it exists in this function alone. */
async function sealedCopy(tx: pg.PoolClient, keys: Keys, no: string): Promise<Buffer> {
  const { explainPolicy, policyInForce, readInstallation, seal } = await import('../../governance/index.js');
  const { readOwnNotes } = await import('../../ingest/index.js');
  const { readPersonCopy, subjectOf } = await import('../../microdata/index.js');
  const { personKey, recipient } = await subjectOf(tx, no);
  const { tables } = await readPersonCopy(tx, personKey);
  const madeAt = new Date().toISOString();
  const { purposes, retention, protection } = explainPolicy(await policyInForce(tx, madeAt.slice(0, 10)));
  const notes = keys.read('notes');
  const interviews = (tables.exit_interviews ?? []).map((row) =>
    typeof row.notes === 'string' ? { ...row, notes: readOwnNotes(notes, row.notes) } : row,
  );
  const document = {
    format: 'overstory-subject-access/1',
    madeAt,
    installation: (await readInstallation(tx)).id,
    about: {
      purposes,
      kept: retention.map(({ sentence }) => sentence),
      shown: protection,
      others: 'Who the other side of a relationship is, and what they said, is not in this file.',
    },
    tables: { ...tables, exit_interviews: interviews },
  };
  return seal(Buffer.from(JSON.stringify(document, null, 2)), recipient);
}

async function runMakeKey(file: string): Promise<void> {
  const { makeKeyPair } = await import('../../governance/index.js');
  const { identity, recipient } = makeKeyPair();
  fs.writeFileSync(file, `# public key: ${recipient}\n${identity}\n`, { mode: 0o600, flag: 'wx' });
  process.stderr.write('Keep the file to yourself, and hand in this public key:\n');
  process.stdout.write(`${recipient}\n`);
}

async function runOpen(file: string, { key, out }: { readonly key: string; readonly out: string }): Promise<void> {
  const { unseal } = await import('../../governance/index.js');
  for (const one of [file, key]) if (!fs.existsSync(one)) throw new Refusal('no-such-file', `There is no file ${one}.`, 2);
  const identity = /^AGE-SECRET-KEY-1\S+$/m.exec(fs.readFileSync(key, 'utf8'))?.[0] ?? '';
  fs.writeFileSync(out, unseal(fs.readFileSync(file), identity), { mode: 0o600 });
  process.stderr.write(`Wrote ${out}.\n`);
}
