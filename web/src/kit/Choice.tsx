import { NativeSelect } from '@mantine/core';
import { useId } from 'react';

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
  readonly className?: string | undefined;
}

/** One choice out of a few named ones; the browser's own control, which every device knows. */
export function Choice({ label, value, options, onChange, className }: ChoiceProps) {
  const id = useId();
  return (
    <NativeSelect
      id={id}
      label={label}
      className={className ?? ''}
      value={value}
      rightSectionProps={{ 'aria-hidden': true }}
      data={options.map((option) => ({ ...option }))}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
