import { useId } from 'react';
import styles from './audits.module.css';

interface ChoicesProps {
  readonly legend: string;
  readonly options: readonly (readonly [key: string, label: string, about?: string])[];
  readonly value: string | null;
  readonly onChoose: (key: string) => void;
  readonly disabled?: boolean;
}

/** One out of a few, all of them in sight: the browser's own radio buttons, which arrow keys move. */
export function Choices({ legend, options, value, onChoose, disabled = false }: ChoicesProps) {
  const name = useId();
  return (
    <fieldset className={styles['choices']} disabled={disabled}>
      <legend>{legend}</legend>
      {options.map(([key, label, about]) => (
        <label key={key} className={styles['choice']}>
          <input type="radio" name={name} value={key} checked={value === key} onChange={() => onChoose(key)} />
          <span>
            {label}
            {about === undefined ? null : <span className="small quiet"> {about}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface TicksProps {
  readonly legend: string;
  readonly options: readonly { readonly key: string; readonly label: string }[];
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
  readonly disabled?: boolean;
}

/** Any number out of a few. */
export function Ticks({ legend, options, values, onChange, disabled = false }: TicksProps) {
  const toggled = (key: string): string[] => (values.includes(key) ? values.filter((one) => one !== key) : [...values, key]);
  return (
    <fieldset className={styles['choices']} disabled={disabled}>
      <legend>{legend}</legend>
      {options.map(({ key, label }) => (
        <label key={key} className={styles['choice']}>
          <input type="checkbox" checked={values.includes(key)} onChange={() => onChange(toggled(key))} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
