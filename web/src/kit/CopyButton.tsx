import { Button } from '@mantine/core';
import { useState } from 'react';

interface CopyButtonProps {
  readonly label: string;
  readonly text: string;
}

/** Copies a text and says so, to the eye and to a screen reader. */
export function CopyButton({ label, text }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  const copy = (): void => void copyText(text).then(setCopied);
  return (
    <>
      <Button variant="default" size="sm" onClick={copy}>
        {copied ? 'Copied' : label}
      </Button>
      <span role="status" className="visually-hidden">
        {copied ? 'Copied to the clipboard' : ''}
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
