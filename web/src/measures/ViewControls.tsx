import type { Breakdown, Measure } from '../gateway/index.js';
import { Choice, type View } from '../kit/index.js';
import { capital } from '../wording/index.js';
import styles from './measures.module.css';

interface ViewControlsProps {
  readonly measure: Measure;
  readonly variant: string;
  readonly cut: { readonly by: readonly string[]; readonly breakdowns: readonly Breakdown[] };
  readonly onChange: (next: Partial<View>) => void;
}

const joined = (by: readonly string[]): string => by.join('+');

/** Choices out of what was published; there is no free filter. */
export function ViewControls({ measure, variant, cut, onChange }: ViewControlsProps) {
  const cuts = cut.breakdowns.filter((one) => one.by.length > 0);
  return (
    <form
      className={`${styles['choices']} no-print`}
      aria-label="Choose what is shown"
      onSubmit={(event) => event.preventDefault()}
    >
      {measure.variants.length < 2 ? null : (
        <Choice
          label="Role"
          value={variant}
          options={measure.variants.map((one) => ({ value: one.key, label: capital(one.label) }))}
          onChange={(next) => onChange({ variant: next })}
        />
      )}
      {cuts.length === 0 ? null : (
        <Choice
          label="Compare by"
          value={joined(cut.by)}
          options={cuts.map((one) => ({ value: joined(one.by), label: capital(one.label) }))}
          onChange={(next) => onChange({ by: next === '' ? [] : next.split('+') })}
        />
      )}
    </form>
  );
}
