import { Logger, run, type Runner, type TaskList } from 'graphile-worker';
import type pg from 'pg';
import { roleMay, roleOfAccount } from '../../access/index.js';
import { record } from '../../audit-trail/index.js';
import { Refusal } from '../../platform/index.js';
import { logFault } from '../schema/errors.js';
import { WORK, type WorkKind } from '../work-kinds.js';
import { HANDLERS } from './handlers.js';
import type { Progress, WorkAsked, WorkerTools } from './tools.js';

const FAULT = 'Something went wrong on our side. Nothing of this stands. Try again.';
const STOPPED = 'The server stopped while this was under way. Nothing of it stands. Ask again.';
const NOT_ALLOWED = 'The account that asked for this may not do it.';

const CANCELLED = 'It was cancelled. Nothing of it was kept.';
/** How often the worker looks whether what it does was cancelled. */
const LOOK_MS = 300;

type Ending = 'done' | 'refused' | 'failed' | 'cancelled';

/** Takes work from the queues, of each one piece after the other, until stopped. @param queue the curator's address. */
export async function runJobs(tools: WorkerTools, queue: string): Promise<Runner> {
  await cleanUp(tools.curator);
  return run({
    connectionString: queue,
    maxPoolSize: 4,
    schema: 'jobs',
    taskList: taskList(tools),
    concurrency: 2,
    noHandleSignals: true,
    crontab: '',
    pollInterval: 2000,
    logger: new Logger(() => () => undefined),
  });
}

/** There is one worker: whatever is still marked as running was cut off when the last one died. */
async function cleanUp(curator: pg.Pool): Promise<void> {
  await curator.query(
    `update jobs.progress set state = 'failed', message = $1, ended_at = clock_timestamp() where state = 'running'`,
    [STOPPED],
  );
  await curator.query('update jobs._private_jobs set locked_at = null, locked_by = null where locked_at is not null');
  await curator.query('update jobs._private_job_queues set locked_at = null, locked_by = null where locked_at is not null');
}

function taskList(tools: WorkerTools): TaskList {
  const tasks: TaskList = {};
  for (const kind of Object.keys(WORK) as WorkKind[])
    tasks[kind] = async (payload) => perform(tools, kind, (payload as { progress: number }).progress);
  return tasks;
}

/** One piece of work, from its beginning to its trail entry. It never throws: what failed is asked again by a person. */
async function perform(tools: WorkerTools, kind: WorkKind, id: number): Promise<void> {
  const { curator } = tools;
  const asked = await begin(curator, id);
  if (!asked) return;
  const role = await roleOfAccount(curator, asked.askedBy);
  const allowed = asked.askedBy === 'operator' || roleMay(role, 'write', WORK[kind].resource);
  const { ending, message } = allowed
    ? await cancellable(curator, asked, (signal) => attempt(tools, kind, asked, signal))
    : { ending: 'refused', message: NOT_ALLOWED };
  await record(curator, { id: asked.askedBy, role }, { action: `${kind}.${ending}`, subject: asked.subject });
  await curator.query(
    `update jobs.progress set state = $2, message = $3, step = '', ended_at = clock_timestamp(),
       done = case when $2 = 'done' then greatest(total, 1) else done end, total = greatest(total, 1) where progress_id = $1`,
    [id, ending, message],
  );
}

/** Runs work with a signal that is given once somebody has cancelled it. */
async function cancellable<T>(curator: pg.Pool, { id }: Begun, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const cancelling = new AbortController();
  const looking = setInterval(() => {
    curator
      .query('select from jobs.progress where progress_id = $1 and cancelled_by is not null', [id])
      .then(({ rowCount }) => rowCount && cancelling.abort())
      .catch((fault: unknown) => logFault('work.fault', fault));
  }, LOOK_MS);
  try {
    return await work(cancelling.signal);
  } finally {
    clearInterval(looking);
  }
}

interface Begun extends WorkAsked {
  readonly id: string;
}

async function begin(curator: pg.Pool, id: number): Promise<Begun | undefined> {
  const { rows } = await curator.query<Begun>(
    `update jobs.progress set state = 'running', started_at = clock_timestamp() where progress_id = $1 and state = 'waiting'
     returning progress_id as id, subject, asked_by as "askedBy", started_at as "begunAt"`,
    [id],
  );
  return rows[0];
}

async function attempt(
  tools: WorkerTools,
  kind: WorkKind,
  asked: Begun,
  signal: AbortSignal,
): Promise<{ ending: Ending; message: string }> {
  try {
    await HANDLERS[kind](tools, asked, (progress) => tell(tools.curator, asked.id, progress), signal);
    return { ending: 'done', message: '' };
  } catch (error) {
    if (signal.aborted) return { ending: 'cancelled', message: CANCELLED };
    if (error instanceof Refusal) return { ending: 'refused', message: error.message.slice(0, 2000) };
    logFault('work.fault', error);
    return { ending: 'failed', message: FAULT };
  }
}

function tell(curator: pg.Pool, id: string, { step, done, total }: Progress): void {
  // Late news is no news: the ending is written after all of these, and stays.
  curator
    .query(`update jobs.progress set step = $2, done = $3, total = $4 where progress_id = $1 and state = 'running'`, [
      id,
      step.slice(0, 200),
      done,
      total,
    ])
    .catch((fault: unknown) => logFault('work.fault', fault));
}
