import { Children, type ReactNode } from 'react';
import styles from './kit.module.css';

/** Where a page belongs, from the outermost place inwards. */
export function Crumbs({ children }: { readonly children: ReactNode }) {
  return (
    <nav aria-label="Breadcrumb" className={`${styles['crumbs']} no-print`}>
      {Children.toArray(children).map((place, depth) => (
        <span key={depth}>
          {depth === 0 ? null : <span aria-hidden="true"> › </span>}
          {place}
        </span>
      ))}
    </nav>
  );
}
