import { Button } from '@mantine/core';
import { useState } from 'react';
import { t } from '../language/index.js';

interface CopyButtonProps {
  readonly label: string;
  readonly text: string;
}

const SHORT = { copied: t('Copied'), refused: t('Not copied') } as const;
const SAID = {
  copied: t('Copied to the clipboard'),
  refused: t('The browser did not allow copying. Select the sentence instead.'),
} as const;

/** Copies a text and says so, to the eye and to a screen reader. */
export function CopyButton({ label, text }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null);
  const copy = (): void => void copyText(text).then((done) => setOutcome(done ? 'copied' : 'refused'));
  return (
    <>
      <Button variant="default" size="sm" onClick={copy}>
        {outcome === null ? label : SHORT[outcome]}
      </Button>
      <span role="status" className="visually-hidden">
        {outcome === null ? '' : SAID[outcome]}
      </span>
    </>
  );
}

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
