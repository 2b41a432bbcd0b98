import { Children, type ReactNode } from 'react';
import styles from './kit.module.css';
import { t } from '../language/index.js';

/** Where a page belongs, from the outermost place inwards. */
export function Crumbs({ children }: { readonly children: ReactNode }) {
  return (
    <nav aria-label={t('Breadcrumb')} className={`${styles['crumbs']} no-print`}>
      {Children.toArray(children).map((place, depth) => (
        <span key={depth}>
          {depth === 0 ? null : <span aria-hidden="true"> › </span>}
          {place}
        </span>
      ))}
    </nav>
  );
}
