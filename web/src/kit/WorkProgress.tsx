import { Progress } from '@mantine/core';
import { isOver, type Work } from '../gateway/index.js';
import { Notice } from './States.js';
import { t } from '../language/index.js';

/** How far a piece of work is, to the eye and to a screen reader; at the end its refusal, if it was refused. */
export function WorkProgress({ work, label }: { readonly work: Work; readonly label: string }) {
  const { job, problem } = work;
  if (problem !== null)
    return (
      <div role="alert">
        <Notice tone="danger" title={t('There is a problem')}>
          <p>{problem}</p>
        </Notice>
      </div>
    );
  if (job?.state === 'cancelled') return <p role="status">{job.message}</p>;
  if (job === null || isOver(job)) return null;
  const share = job.total > 0 ? (100 * job.done) / job.total : 0;
  const step = job.step === '' ? job.label : job.step;
  return (
    <div className="stack-tight">
      <p role="status">
        {step || label} {job.total > 0 ? t('({done} of {total})', { done: job.done, total: job.total }) : ''}
      </p>
      <Progress.Root size={12}>
        <Progress.Section value={share} aria-label={label} />
      </Progress.Root>
      <p className="small quiet">{t('You can leave this page; the work goes on.')}</p>
    </div>
  );
}
