import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { Choice } from '../kit/index.js';
import { quarter } from '../wording/index.js';
import { type CharterForm, OUTCOMES, quarterAfter, unitOf } from './charter-form.js';
import styles from './tracks.module.css';
import { t } from '../language/index.js';

interface FieldsProps {
  readonly form: CharterForm;
  readonly onChange: (form: CharterForm) => void;
}

const SECONDARY = [
  ['skill_change', t('Skill change, before and after')],
  ['skill_comparison', t('Skill change, compared')],
  ['progression', t('Next step of autonomy')],
  ['promotion_comparison', t('Promotions, compared')],
  ['novel_situations', t('New situations handled alone')],
  ['guidance', t('Fading guidance')],
  ['endings', t('How relationships end')],
  ['delivery', t('Delivery of teams')],
] as const;

const GUARDRAILS = [
  ['parity', t('Parity of taking part')],
  ['pulse', t('Safety and trust')],
  ['load', t('Load of mentors')],
] as const;

const EFFECT_LABELS: Readonly<Record<string, string>> = {
  points: t('Smallest change that matters, in points'),
  share: t('Smallest change that matters, in percentage points'),
  ratio: t('Smallest ratio that matters, such as 1.25'),
};

/** Everything that a charter says. */
export function CharterFields({ form, onChange }: FieldsProps) {
  const set = (change: Partial<CharterForm>): void => onChange({ ...form, ...change });
  const unit = unitOf(form.outcome);
  const number = (key: keyof CharterForm, label: string) => (
    <TextInput
      key={key}
      label={label}
      inputMode="decimal"
      value={form[key]}
      onChange={(event) => set({ [key]: event.currentTarget.value })}
    />
  );
  return (
    <>
      <Textarea
        label={t('What would be different')}
        description={t('In a sentence that somebody could check. Name nobody.')}
        value={form.aim}
        maxLength={500}
        minRows={2}
        autosize
        onChange={(event) => set({ aim: event.currentTarget.value })}
      />
      <Choice
        label={t('The one outcome that decides')}
        value={form.outcome}
        options={OUTCOMES}
        onChange={(outcome) => set({ outcome })}
      />
      <div className={styles['pair']}>
        <Choice
          label={t('Which way is good')}
          value={form.direction}
          options={DIRECTIONS}
          onChange={(direction) => set({ direction })}
        />
        {number('smallestEffect', EFFECT_LABELS[unit] ?? '')}
        {unit === 'points'
          ? number('spread', t('Spread of changes expected, in points'))
          : number('reference', t('Share expected without the track, in per cent'))}
      </div>
      <div className={styles['pair']}>
        <Choice
          label={t('First look')}
          value={form.firstLook}
          options={quartersAround(form.firstLook)}
          onChange={(firstLook) => set({ firstLook })}
        />
        {number('looks', t('Number of looks'))}
        <Choice label={t('A look every')} value={form.every} options={EVERY} onChange={(every) => set({ every })} />
      </div>
      <div className={styles['pair']}>
        {number('first', t('People at the first look'))}
        {number('each', t('People more at each look'))}
        {number('minimum', t('Fewest people for a verdict'))}
      </div>
      <Checks
        legend={t('Read beside it, without deciding')}
        options={SECONDARY.filter(([key]) => key !== form.outcome)}
        chosen={form.secondary}
        onChange={(secondary) => set({ secondary })}
      />
      <Checks
        legend={t('Must not get worse')}
        options={GUARDRAILS}
        chosen={form.guardrails}
        onChange={(guardrails) => set({ guardrails })}
      />
      {number('challengeDays', t('Days to object to its end'))}
    </>
  );
}

const DIRECTIONS = [
  { value: 'rise', label: t('A rise') },
  { value: 'fall', label: t('A fall') },
] as const;

const EVERY = [
  { value: '1', label: t('quarter') },
  { value: '2', label: t('half year') },
  { value: '4', label: t('year') },
] as const;

const quartersAround = (first: string) =>
  [0, 1, 2, 3, 4].map((steps) => quarterAfter(first, steps)).map((key) => ({ value: key, label: quarter(key) }));

interface ChecksProps {
  readonly legend: string;
  readonly options: readonly (readonly [key: string, label: string])[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

function Checks({ legend, options, chosen, onChange }: ChecksProps) {
  const toggle = (key: string, on: boolean): void => onChange(on ? [...chosen, key] : chosen.filter((one) => one !== key));
  return (
    <fieldset className={styles['checks']}>
      <legend>{legend}</legend>
      {options.map(([key, label]) => (
        <Checkbox
          key={key}
          label={label}
          checked={chosen.includes(key)}
          onChange={(event) => toggle(key, event.currentTarget.checked)}
        />
      ))}
    </fieldset>
  );
}
