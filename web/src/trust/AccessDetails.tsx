import type { AccessRow } from '../gateway/index.js';
import { capital } from '../wording/index.js';
import styles from './trust.module.css';
import { t } from '../language/index.js';

/** What each row is for, and what asks it: nothing answers that is not in one of these lists. */
export function AccessDetails({ rows }: { readonly rows: readonly AccessRow[] }) {
  return (
    <section className="stack" aria-labelledby="details">
      <h2 id="details">{t('What for, and by which fields, files and commands')}</h2>
      <p>
        {t(
          'Every field of the interface, every file and every command asks one row. A field or a file without a row stops the server; a command without one is refused.',
        )}
      </p>
      <ul className={styles['rows']}>
        {rows.map((row) => (
          <li key={`${row.verb} ${row.resource}`}>
            <details>
              <summary>
                {capital(row.label)} <span className="quiet">({row.verb === 'read' ? t('reading') : t('doing')})</span>
              </summary>
              <RowDetails row={row} />
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}

function RowDetails({ row }: { readonly row: AccessRow }) {
  const allowed = row.roles.filter((cell) => cell.purpose !== null);
  return (
    <div className={styles['rowDetails']}>
      {allowed.length === 0 ? (
        <p>{t('No role may do this.')}</p>
      ) : (
        <dl className={styles['purposes']}>
          {allowed.map((cell) => (
            <div key={cell.role}>
              <dt>{cell.roleLabel}</dt>
              <dd>{cell.purpose}</dd>
            </div>
          ))}
        </dl>
      )}
      {row.doors.length === 0 ? null : (
        <p className={styles['doors']}>
          {row.doors.map((door) => (
            <code key={door}>{door} </code>
          ))}
        </p>
      )}
    </div>
  );
}
