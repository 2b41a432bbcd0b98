import { type ReactNode, useEffect, useRef } from 'react';
import { documentTitle } from '../wording/index.js';
import styles from './kit.module.css';

interface PageHeadProps {
  readonly title: string;
  /** Stands after the title in the browser's tab. */
  readonly context?: string | null;
  readonly lead?: ReactNode;
  readonly children?: ReactNode;
}

/** The one `h1` of a page. It takes the focus after a change of route, so that a screen reader starts reading here. */
export function PageHead({ title, context = null, lead, children }: PageHeadProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = documentTitle(title, context);
  }, [title, context]);
  useEffect(() => {
    if (hasNavigated()) heading.current?.focus();
  }, []);
  return (
    <header className={styles['head']}>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {lead === undefined ? null : <p className={styles['lead']}>{lead}</p>}
      {children}
    </header>
  );
}

/** The first page of a visit keeps the browser's own focus. */
const hasNavigated = (): boolean => window.history.state !== null && (window.history.state as { idx?: number }).idx !== 0;
