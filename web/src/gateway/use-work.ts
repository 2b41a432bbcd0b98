import { useCallback, useEffect, useState } from 'react';
import { useClient } from 'urql';
import { JOB_QUERY } from './documents.js';
import { isOver, type Job, type WorkAnswer } from './work.js';

/** One piece of work, from asking for it to its end. */
export interface Work {
  readonly job: Job | null;
  /** Why it was refused or failed, in the server's words. */
  readonly problem: string | null;
  readonly busy: boolean;
  /** Sends a mutation that answers with work: `askFor(…)` or one of its own. */
  readonly ask: (document: string, variables?: Readonly<Record<string, unknown>>) => Promise<void>;
  /** Looks after work that somebody asked for earlier. */
  readonly follow: (job: Job) => void;
}

const EVERY = 700;
const SILENT = 'The server did not answer. Try again in a moment.';

/** Asks the server for work and follows it; leaving the page does not stop the work. */
export function useWork(onDone: (job: Job) => void): Work {
  const client = useClient();
  const [job, setJob] = useState<Job | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const running = job !== null && !isOver(job);

  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => {
      void client
        .query<{ job: Job | null }>(JOB_QUERY, { id: job.id }, { requestPolicy: 'network-only' })
        .then(({ data }) => data?.job && setJob(data.job));
    }, EVERY);
    return () => clearInterval(timer);
  }, [client, running, job?.id]);

  useEffect(() => {
    if (job === null || !isOver(job)) return;
    setProblem(
      job.state === 'done' || job.state === 'cancelled' ? null : job.message || 'The work stopped. Nothing of it was kept.',
    );
    if (job.state === 'done') onDone(job);
    // The end of a job is told once; what is done about it may change from one drawing to the next.
  }, [job?.id, job?.state]);

  const ask: Work['ask'] = useCallback(
    async (document, variables = {}) => {
      setAsking(true);
      setProblem(null);
      const { data } = await client.mutation<{ work: WorkAnswer }>(document, { ...variables });
      setAsking(false);
      if (data?.work.__typename === 'JobAccepted') setJob(data.work.job);
      else setProblem(data?.work.message ?? SILENT);
    },
    [client],
  );
  return { job, problem, busy: asking || running, ask, follow: setJob };
}
