import { Button } from '@mantine/core';
import { type RefObject, useState } from 'react';
import { t } from '../language/index.js';
import type { DrawnFigure } from './Downloads.js';

interface CopyPictureProps {
  readonly chart: RefObject<HTMLElement | null>;
  readonly told: DrawnFigure;
  /** What is copied where the browser has no room for pictures in its clipboard. */
  readonly sentence: string;
}

const SAID = {
  picture: t('Copied to the clipboard'),
  sentence: t('This browser copies no pictures. The sentence was copied instead.'),
  refused: t('The browser did not allow copying. Select the sentence instead.'),
} as const;

/** Copies the figure as a picture, with its words; where the browser cannot, its sentence. */
export function CopyPicture({ chart, told, sentence }: CopyPictureProps) {
  const [outcome, setOutcome] = useState<keyof typeof SAID | null>(null);
  const copy = (): void => {
    const drawing = chart.current;
    if (drawing !== null) void copied(drawing, told, sentence).then(setOutcome);
  };
  return (
    <>
      <Button variant="default" size="sm" onClick={copy}>
        {outcome === 'picture' ? t('Copied') : t('Copy as image')}
      </Button>
      <span role="status" className={outcome === null || outcome === 'picture' ? 'visually-hidden' : 'small'}>
        {outcome === null ? '' : SAID[outcome]}
      </span>
    </>
  );
}

/** The clipboard is asked at once, within the click; the picture may come a moment later. */
async function copied(drawing: HTMLElement, told: DrawnFigure, sentence: string): Promise<keyof typeof SAID> {
  try {
    const picture = import('../pictures/index.js').then(({ pictureFile }) => pictureFile(drawing, told));
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
    return 'picture';
  } catch {
    return navigator.clipboard.writeText(sentence).then(
      () => 'sentence' as const,
      () => 'refused' as const,
    );
  }
}
