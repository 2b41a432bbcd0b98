import { Textarea } from '@mantine/core';
import { Notice } from '../kit/index.js';
import { t } from '../language/index.js';

interface WhyProps {
  readonly label?: string;
  readonly value: string;
  readonly onChange: (why: string) => void;
  readonly longest?: number;
}

/** A reason in words. It is about the track. */
export const Why = ({ label = t('Why'), value, onChange, longest = 500 }: WhyProps) => (
  <Textarea
    label={label}
    description={t('Whoever may read tracks can read it. It is about the track: name nobody.')}
    value={value}
    maxLength={longest}
    minRows={2}
    autosize
    onChange={(event) => onChange(event.currentTarget.value)}
  />
);

/** A reason that says something. */
export const isReason = (text: string): boolean => text.trim().length >= 10;

export const Refusal = ({ text }: { readonly text: string | null }) =>
  text === null ? null : (
    <Notice tone="danger">
      <p role="alert" style={{ whiteSpace: 'pre-line' }}>
        {text}
      </p>
    </Notice>
  );
