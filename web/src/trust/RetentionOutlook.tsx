import { type NextRetention, RETENTION, type RetentionClass, useAsk } from '../gateway/index.js';
import { type Column, DataTable, Failed, Loading } from '../kit/index.js';
import { calendarDate, stamp } from '../wording/index.js';
import { t } from '../language/index.js';

const COLUMNS: readonly Column<RetentionClass>[] = [
  { key: 'label', label: t('Files'), render: (one) => one.label },
  { key: 'before', label: t('About days before'), render: (one) => calendarDate(one.before) },
  { key: 'amount', label: t('Rows that will go'), render: (one) => one.amount },
];

/** What the next retention run will delete, for those who answer for it. */
export function RetentionOutlook() {
  const { answer, failed, retry } = useAsk<{ retention: NextRetention }>(RETENTION);
  return (
    <section className="stack" aria-labelledby="retention">
      <h2 id="retention">{t('What is deleted next')}</h2>
      {failed ? <Failed retry={retry} /> : answer === null ? <Loading height={320} /> : <Outlook next={answer.retention} />}
    </section>
  );
}

function Outlook({ next }: { readonly next: NextRetention }) {
  const last =
    next.lastRunAt === null ? t('Nothing was deleted for its age so far.') : t('Last done {at}.', { at: stamp(next.lastRunAt) });
  if (next.dueOn === null || next.countedOn === null)
    return <p>{t('{last} What goes next is counted some minutes after the server has started.', { last })}</p>;
  return (
    <>
      <p>
        {t(
          'On {due} the server deletes what the policy keeps no longer. {last} Counted on {counted}, without changing anything.',
          { due: calendarDate(next.dueOn), last, counted: calendarDate(next.countedOn) },
        )}
      </p>
      <DataTable
        caption={t('What the next run deletes')}
        captionHidden
        compact
        columns={COLUMNS}
        rows={next.classes}
        rowKey={(one) => one.label}
      />
    </>
  );
}
