import { Command } from 'commander';
import fs from 'node:fs';
import { answer, tableLines } from '../answer.js';
import { TAKING } from '../person-file.js';
import { deciderOf, rejectCommand, requestNo, type TakeFlags, takeRequest } from '../take-request.js';
import { usingPool, withInstallation, withPool } from '../with-installation.js';

interface Flags {
  readonly json?: boolean;
}

/** `overstory erase`: a person asked to be forgotten; one takes the request, another one approves it. */
export function eraseCommand(): Command {
  return new Command('erase')
    .description('take a verified request to be forgotten; a second person approves it')
    .addCommand(requestCommand(), { isDefault: true })
    .addCommand(approveCommand())
    .addCommand(rejectCommand('erasure'))
    .addCommand(listCommand());
}

const requestCommand = (): Command =>
  new Command('request')
    .description('take a request; what "erase" does by itself')
    .option(...TAKING.file)
    .option(...TAKING.verified)
    .option(...TAKING.as)
    .option('--json', 'print one JSON object')
    .action(runTake);

const approveCommand = (): Command =>
  new Command('approve')
    .description('carry out an erasure as a second person, and write its certificate; nothing brings the person back')
    .argument('<number>', 'of the request')
    .requiredOption('--certificate <file>', 'file to write, for the person')
    .requiredOption(...TAKING.as)
    .option('--json', 'print one JSON object')
    .action(runApprove);

const listCommand = (): Command =>
  new Command('list')
    .description('list requests of people about their own data; never whose they are')
    .option('--json', 'print one JSON object')
    .action(runList);

async function runTake({ json, ...flags }: TakeFlags & Flags): Promise<void> {
  const request = await takeRequest('erasure', flags);
  answer(json, { request, state: 'waiting' }, [
    `Request ${request} waits for a second person: overstory erase approve ${request} --as EMAIL --certificate FILE`,
  ]);
}

interface ApproveFlags extends Flags {
  readonly certificate: string;
  readonly as: string;
}

async function runApprove(no: string, { json, certificate: file, as: email }: ApproveFlags): Promise<void> {
  const { erasureCertificate, readInstallation } = await import('../../governance/index.js');
  const { eraseRequested } = await import('../../microdata/index.js');
  const { record } = await import('../../audit-trail/index.js');
  const { inTransaction } = await import('../../platform/index.js');
  const certificate = await withInstallation(async (installation) => {
    const by = await deciderOf(installation, email);
    return usingPool(installation, 'curator', (curator) =>
      inTransaction(curator, async (tx) => {
        const { id } = await readInstallation(tx);
        await eraseRequested(tx, requestNo(no), by.id);
        const trailEntry = await record(tx, by, { action: 'erasure.done', subject: no });
        const made = erasureCertificate({ installation: id, request: no, carriedOutAt: new Date().toISOString(), trailEntry });
        // Where the certificate cannot be written nothing is erased: it could not be given a second time.
        fs.writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
        return made;
      }),
    );
  });
  answer(json, certificate, [`Erased. The certificate is ${file}.`, ...certificate.statements.map((one) => `- ${one}`)]);
}

async function runList({ json }: Flags): Promise<void> {
  const { listPersonRequests } = await import('../../governance/index.js');
  const requests = await withPool('owner', (pool) => listPersonRequests(pool));
  const rows = requests.map((one) => [one.no, one.kind, one.state, one.requestedAt.toISOString().slice(0, 10), one.verified]);
  answer(json, { requests }, tableLines(['request', 'kind', 'state', 'taken on', 'verified'], rows));
}
