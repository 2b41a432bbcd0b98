import { Link, useParams } from 'react-router';
import { documentAddress, type DocumentBlock, DOCUMENTS, type GovernanceDocument, useAsk } from '../gateway/index.js';
import { DataTable, Failed, Loading, PageHead } from '../kit/index.js';
import { NOT_FOUND, NOT_FOUND_TITLE } from '../wording/index.js';
import styles from './governance.module.css';
import { t } from '../language/index.js';

/** Documents that are written from the running configuration: their list, and one of them. */
export default function DocumentsPage() {
  const { key } = useParams();
  const { answer, failed, retry } = useAsk<{ governanceDocuments: readonly GovernanceDocument[] }>(DOCUMENTS);
  if (failed) return <Failed retry={retry} />;
  if (answer === null) return <Loading height={640} />;
  if (key === undefined) return <List documents={answer.governanceDocuments} />;
  const found = answer.governanceDocuments.find((one) => one.key === key);
  return found === undefined ? <PageHead title={t(NOT_FOUND_TITLE)} lead={t(NOT_FOUND)} /> : <Document document={found} />;
}

const List = ({ documents }: { readonly documents: readonly GovernanceDocument[] }) => (
  <>
    <PageHead
      title={t('Documents')}
      lead={t(
        'They are written anew from the configuration whenever somebody opens them. What only the organisation knows is marked.',
      )}
    />
    <ul className={styles['documents']}>
      {documents.map(({ key, title, lead }) => (
        <li key={key}>
          <Link to={`/trust/documents/${key}`}>{title}</Link>
          <p className="small quiet">{lead}</p>
          <a href={documentAddress(key)} download>
            {t('Download as one file: {title}', { title })}
          </a>{' '}
          <a href={documentAddress(key, 'pdf')} download>
            {t('as PDF')}
          </a>
        </li>
      ))}
    </ul>
  </>
);

const Document = ({ document: { key, title, lead, sections } }: { readonly document: GovernanceDocument }) => (
  <>
    <PageHead title={title} lead={lead} />
    <div className="stack-wide">
      <p className={styles['download']}>
        <a href={documentAddress(key)} download>
          {t('Download as one file, which prints well')}
        </a>{' '}
        <a href={documentAddress(key, 'pdf')} download>
          {t('Download as PDF')}
        </a>
      </p>
      {sections.map((section) => (
        <section key={section.title} className="stack">
          <h2>{section.title}</h2>
          {section.blocks.map((block, i) => (
            <Block key={i} block={block} caption={section.title} />
          ))}
        </section>
      ))}
    </div>
  </>
);

function Block({ block, caption }: { readonly block: DocumentBlock; readonly caption: string }) {
  const { kind, text, items, rows } = block;
  if (kind === 'list')
    return (
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    );
  if (kind !== 'table') return <p className={kind === 'open' ? styles['open'] : undefined}>{text}</p>;
  const columns = items.map((label, i) => ({ key: label, label, render: (row: readonly string[]) => row[i] ?? '' }));
  return (
    <DataTable
      caption={`${caption}: ${items[0] ?? ''}`}
      captionHidden
      compact
      columns={columns}
      rows={rows}
      rowKey={(row) => row.join('|')}
    />
  );
}
