import { type NextRetention, RETENTION, type RetentionClass, useAsk } from '../gateway/index.js';
import { type Column, DataTable, Failed, Loading } from '../kit/index.js';
import { calendarDate, stamp } from '../wording/index.js';

const COLUMNS: readonly Column<RetentionClass>[] = [
  { key: 'label', label: 'Files', render: (one) => one.label },
  { key: 'before', label: 'About days before', render: (one) => calendarDate(one.before) },
  { key: 'amount', label: 'Rows that will go', render: (one) => one.amount },
];

/** What the next retention run will delete, for those who answer for it. */
export function RetentionOutlook() {
  const { answer, failed, retry } = useAsk<{ retention: NextRetention }>(RETENTION);
  return (
    <section className="stack" aria-labelledby="retention">
      <h2 id="retention">What is deleted next</h2>
      {failed ? <Failed retry={retry} /> : answer === null ? <Loading height={320} /> : <Outlook next={answer.retention} />}
    </section>
  );
}

function Outlook({ next }: { readonly next: NextRetention }) {
  const last = next.lastRunAt === null ? 'Nothing was deleted for its age so far.' : `Last done ${stamp(next.lastRunAt)}.`;
  if (next.dueOn === null || next.countedOn === null)
    return <p>{last} What goes next is counted some minutes after the server has started.</p>;
  return (
    <>
      <p>
        On {calendarDate(next.dueOn)} the server deletes what the policy keeps no longer. {last} Counted on{' '}
        {calendarDate(next.countedOn)}, without changing anything.
      </p>
      <DataTable
        caption="What the next run deletes"
        captionHidden
        compact
        columns={COLUMNS}
        rows={next.classes}
        rowKey={(one) => one.label}
      />
    </>
  );
}
