import { Button } from '@mantine/core';
import { type RefObject, useState } from 'react';
import type { FileAddresses } from '../gateway/index.js';
import type { PictureKind } from '../pictures/index.js';
import { t } from '../language/index.js';
import { NOT_DRAWN } from '../wording/index.js';
import styles from './kit.module.css';

interface DownloadsProps {
  readonly files: FileAddresses;
  /** Begins the names of picture files. */
  readonly name: string;
  /** Where the drawing stands; null where no drawing is shown. */
  readonly chart: RefObject<HTMLElement | null> | null;
  readonly told: DrawnFigure;
}

/** The words that go along with a drawing. */
export interface DrawnFigure {
  readonly title: string;
  readonly subtitle: string;
  readonly howToRead: string;
  readonly notes: readonly string[];
}

/** The figure as files: its table as the server writes it, and its drawing as it stands on the page. */
export function Downloads({ files, name, chart, told }: DownloadsProps) {
  const [refused, setRefused] = useState(false);
  const draw = (kind: PictureKind): void => {
    const drawing = chart?.current;
    if (!drawing) return;
    void import('../pictures/index.js')
      .then(({ savePicture }) => savePicture(drawing, told, name, kind))
      .then(
        () => setRefused(false),
        () => setRefused(true),
      );
  };
  return (
    <span className={styles['downloads']} role="group" aria-label={t('Download this figure')}>
      {(['csv', 'xlsx'] as const).map((kind) => (
        <Button key={kind} variant="default" size="sm" component="a" href={files[kind]} download>
          <Named kind={kind} />
        </Button>
      ))}
      {chart === null
        ? null
        : (['png', 'svg'] as const).map((kind) => (
            <Button key={kind} variant="default" size="sm" onClick={() => draw(kind)}>
              <Named kind={kind} />
            </Button>
          ))}
      <span role="status" className={refused ? 'small' : 'visually-hidden'}>
        {refused ? t(NOT_DRAWN) : ''}
      </span>
    </span>
  );
}

/** The first button names the deed for all; a screen reader hears it with each of them. */
function Named({ kind }: { readonly kind: 'csv' | 'xlsx' | 'png' | 'svg' }) {
  const shown = kind.toUpperCase();
  return kind === 'csv' ? (
    <>{t('Download {shown}', { shown })}</>
  ) : (
    <>
      <span className="visually-hidden">{t('Download')} </span>
      {shown}
    </>
  );
}
