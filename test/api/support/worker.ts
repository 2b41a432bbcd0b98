import { startWorker } from '../../../api/src/app/worker.js';
import { atEnd, type TestInstallation } from '../../support/database.js';
import { type Client, socketOf } from './web.js';

/** The worker of this installation, in this process; stopped when the test file ends. */
export async function workerOn(installation: TestInstallation): Promise<void> {
  const worker = await startWorker({
    url: (login) => installation.url(login),
    keys: installation.keys,
    workerSocket: socketOf(installation),
    production: false,
  });
  atEnd(() => worker.close());
}

export interface Uploaded {
  readonly status: number;
  readonly load: string;
  readonly file: { file: string; state: string; accepted: number; rejected: number; remarks: string[] };
  readonly code?: string;
  readonly message?: string;
}

/** Sends one file as the data page does, to a new load or to `more.load`. */
export async function upload(
  client: Client,
  name: string,
  body: RequestInit['body'],
  more: { load?: string | undefined; source?: string; mapping?: object } = {},
): Promise<Uploaded> {
  const { load, source = 'hris', mapping } = more;
  const query = new URLSearchParams({ file: name, source, ...(load ? { load } : {}) });
  const response = await client.fetch(`/api/uploads?${query.toString()}`, {
    method: 'POST',
    headers: {
      'content-type': 'text/csv',
      'x-overstory-request': '1',
      ...(mapping ? { 'x-overstory-mapping': encodeURIComponent(JSON.stringify(mapping)) } : {}),
    },
    body: body ?? null,
    ...({ duplex: 'half' } as object),
  });
  return { status: response.status, ...((await response.json()) as Omit<Uploaded, 'status'>) };
}

const ENDED = ['done', 'refused', 'failed'];

export interface EndedJob {
  readonly id: string;
  readonly state: string;
  readonly message: string;
  readonly done: number;
  readonly total: number;
}

/** Asks for work by a mutation such as `confirmLoad(id: "1")`, and waits until it ended. */
export async function work(client: Client, mutation: string): Promise<EndedJob> {
  const { data, body } = await client.ask(
    `mutation { ${mutation} { __typename ... on JobAccepted { job { id } } ... on Refused { code message } } }`,
  );
  const [result] = Object.values(data ?? {}) as { job?: { id: string }; message?: string }[];
  if (!result?.job) throw new Error(`not accepted: ${body}`);
  return ended(client, result.job.id);
}

async function ended(client: Client, id: string): Promise<EndedJob> {
  for (;;) {
    const { data } = await client.ask(`{ job(id: "${id}") { id state message done total } }`);
    const job = data?.job as EndedJob;
    if (ENDED.includes(job.state)) return job;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
