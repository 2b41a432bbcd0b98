import { useMay } from '../access/index.js';
import { TRUST_QUERY, type Trust, useAsk } from '../gateway/index.js';
import { type Column, DataTable, Failed, Loading, PageHead } from '../kit/index.js';
import { RetentionOutlook } from './RetentionOutlook.js';
import { t } from '../language/index.js';

type Collected = Trust['collected'][number];

/** What becomes of a column of each class, in words. */
const CLASSES: Readonly<Record<string, string>> = {
  label: t('Names a group: a team, a level, a place, a track'),
  dimension: t('Splits results into groups of at least five people'),
  special: t('A personal characteristic: splits results into groups of at least ten, only with consent'),
  control: t('Only makes comparisons fair; never shown, never a group'),
  value: t('A measurement; leaves only inside a result about a group'),
  sealed: t('Never leaves the data room in any form'),
};

export default function CollectPage() {
  const { answer, failed, retry } = useAsk<{ trust: Trust }>(TRUST_QUERY);
  return (
    <>
      <PageHead title={t('What we collect')} lead={t('Every column that is read. What is not in this list is not taken in.')} />
      {failed ? <Failed retry={retry} /> : answer === null ? <Loading height={640} /> : <Collection trust={answer.trust} />}
    </>
  );
}

/** A column may be of several classes: the name of a group that also splits results. */
const classesInWords = (classes: string): string =>
  classes
    .split(', ')
    .map((one) => CLASSES[one] ?? one)
    .join('; ');

const COLUMNS: readonly Column<Collected>[] = [
  { key: 'column', label: t('Column'), render: (row) => row.column },
  { key: 'class', label: t('How far it may go'), render: (row) => classesInWords(row.class) },
  { key: 'why', label: t('What it is for'), render: (row) => row.why },
];

function Collection({ trust }: { readonly trust: Trust }) {
  const mayLook = useMay('read', 'retention');
  const files = [...new Set(trust.collected.map((row) => row.file))];
  return (
    <div className="stack-wide">
      <section className="stack" aria-labelledby="kept">
        <h2 id="kept">{t('How long it is kept')}</h2>
        <ul>
          {trust.retention.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <p>{t('Once a month the server deletes by itself what is older.')}</p>
        <p>
          {t(
            'Names, addresses and other identifiers are replaced by a keyed code on the way in. The originals are stored nowhere.',
          )}
        </p>
      </section>
      {mayLook ? <RetentionOutlook /> : null}
      {files.map((file) => (
        <section key={file} className="stack" aria-labelledby={`file-${file}`}>
          <h2 id={`file-${file}`}>{file}</h2>
          <DataTable
            caption={t('Columns of {file}', { file })}
            captionHidden
            compact
            columns={COLUMNS}
            rows={trust.collected.filter((row) => row.file === file)}
            rowKey={(row) => row.column}
          />
        </section>
      ))}
    </div>
  );
}
