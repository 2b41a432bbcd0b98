import { VerdictBadge } from '../kit/index.js';
import styles from './measures.module.css';
import type { Telling } from './telling.js';

/** The sentences of a figure, each beside its verdict. */
export function TellingDetails({ telling }: { readonly telling: Telling }) {
  return (
    <>
      {telling.told.map(({ verdict, sentence }) => (
        <div key={sentence} className={verdict === null ? undefined : styles['verdictLine']}>
          {verdict === null ? null : (
            <span>
              <VerdictBadge verdict={verdict} />
            </span>
          )}
          <p>{sentence}</p>
        </div>
      ))}
      {telling.rest === '' ? null : <p className="quiet">{telling.rest}</p>}
    </>
  );
}
