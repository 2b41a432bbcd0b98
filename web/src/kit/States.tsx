import { Button, Skeleton } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { t } from '../language/index.js';
import { FAILED, LOADING } from '../wording/index.js';
import styles from './kit.module.css';

/** Keeps the place of what is coming. Nothing is drawn for the first 200 ms, so that quick answers do not flicker. */
export function Loading({ height = 320 }: { readonly height?: number }) {
  const late = useLate(200);
  return (
    <div className={styles['loading']} style={{ minHeight: height }} role="status" data-loading>
      {late ? (
        <>
          <span className="visually-hidden">{t(LOADING)}</span>
          <Skeleton height={28} width="60%" animate={false} />
          <Skeleton height={16} width="40%" mt={12} animate={false} />
          <Skeleton height={height - 80} mt={24} animate={false} />
        </>
      ) : null}
    </div>
  );
}

function useLate(delay: number): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), delay);
    return () => clearTimeout(timer);
  }, [delay]);
  return late;
}

/** One part of a page that did not arrive; the others stay. */
export function Failed({ retry }: { readonly retry: () => void }) {
  return (
    <div className={styles['notice']} data-tone="danger" role="alert">
      <p>{t(FAILED)}</p>
      <Button variant="default" onClick={retry}>
        {t('Try again')}
      </Button>
    </div>
  );
}

interface NoticeProps {
  readonly title?: string;
  readonly tone?: 'plain' | 'danger' | 'accepted' | 'unsure';
  readonly children: ReactNode;
}

/** Says a state and the one thing to do about it. */
export function Notice({ title, tone = 'plain', children }: NoticeProps) {
  return (
    <div className={styles['notice']} data-tone={tone}>
      {title === undefined ? null : <p className={styles['noticeTitle']}>{title}</p>}
      {children}
    </div>
  );
}
