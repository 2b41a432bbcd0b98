import { useEffect, useRef } from 'react';
import { Notice } from '../kit/index.js';
import { t } from '../language/index.js';

/** The summary of what went wrong; it takes the focus and the tab's title says so. */
export function Problem({ text }: { readonly text: string | null }) {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (text === null) return;
    const error = t('Error: ');
    document.title = `${error}${document.title.startsWith(error) ? document.title.slice(error.length) : document.title}`;
    summary.current?.focus();
  }, [text]);
  if (text === null) return null;
  return (
    <div ref={summary} tabIndex={-1} role="alert">
      <Notice tone="danger" title={t('There is a problem')}>
        <p>{text}</p>
      </Notice>
    </div>
  );
}
