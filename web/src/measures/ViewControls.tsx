import type { Breakdown, Measure } from '../gateway/index.js';
import { Choice, type View, WHOLE } from '../kit/index.js';
import { capital } from '../wording/index.js';
import styles from './measures.module.css';
import { t } from '../language/index.js';

interface ViewControlsProps {
  readonly measure: Measure;
  readonly variant: string;
  readonly cut: { readonly by: readonly string[]; readonly breakdowns: readonly Breakdown[] };
  readonly onChange: (next: Partial<View>) => void;
}

const joined = (by: readonly string[]): string => (by.length === 0 ? WHOLE : by.join('+'));

/** Where comparing is the question, the whole organisation has nobody to be compared with. */
const cutsOf = ({ measure, cut }: ViewControlsProps): readonly Breakdown[] =>
  measure.figure === 'forest' ? cut.breakdowns.filter((one) => one.by.length > 0) : cut.breakdowns;

const isRole = (measure: Measure): boolean => measure.variants.every(({ key }) => /^(mentee|mentor|agents)/.test(key));

/** Choices out of what was published; there is no free filter. */
export function ViewControls(props: ViewControlsProps) {
  const { measure, variant, cut, onChange } = props;
  const cuts = cutsOf(props);
  return (
    <form
      className={`${styles['choices']} no-print`}
      aria-label={t('Choose what is shown')}
      onSubmit={(event) => event.preventDefault()}
    >
      {measure.variants.length < 2 ? null : (
        <Choice
          label={isRole(measure) ? t('Role') : t('About')}
          value={variant}
          options={measure.variants.map((one) => ({ value: one.key, label: capital(one.label) }))}
          onChange={(next) => onChange({ variant: next })}
        />
      )}
      {cuts.length < 2 ? null : (
        <Choice
          label={t('Compare by')}
          value={joined(cut.by)}
          options={cuts.map((one) => ({
            value: joined(one.by),
            label: one.by.length === 0 ? t('Whole organisation') : capital(one.label),
          }))}
          onChange={(next) => onChange({ by: next.split('+') })}
        />
      )}
    </form>
  );
}
