import type { Charter, CharterInput } from '../gateway/index.js';
import { t } from '../language/index.js';

/** A charter as its form holds it: numbers as they are typed, looks by their first one. */
export interface CharterForm {
  readonly aim: string;
  readonly outcome: string;
  readonly direction: string;
  readonly smallestEffect: string;
  readonly reference: string;
  readonly spread: string;
  readonly secondary: readonly string[];
  readonly guardrails: readonly string[];
  readonly firstLook: string;
  readonly looks: string;
  readonly every: string;
  readonly first: string;
  readonly each: string;
  readonly minimum: string;
  readonly challengeDays: string;
}

export const OUTCOMES = [
  { value: 'skill_comparison', label: t('Skill change, beside people checked in no track') },
  { value: 'skill_change', label: t('Skill change, before and after') },
  { value: 'progression', label: t('Next step of autonomy within 12 months') },
  { value: 'promotion_comparison', label: t('Promotions, at equal tenure, level and performance band') },
] as const;

const UNITS: Readonly<Record<string, string>> = { progression: 'share', promotion_comparison: 'ratio' };
export const unitOf = (outcome: string): string => UNITS[outcome] ?? 'points';

/** Shares are typed in per cent. */
const shown = (value: number | null, share: boolean): string =>
  value === null ? '' : String(Number((share ? value * 100 : value).toFixed(4)));
const typed = (text: string, share = false): number => {
  const number = Number(text.replace(',', '.'));
  return share ? number / 100 : number;
};

/** The quarter that lies so many after `key`. */
export function quarterAfter(key: string, steps: number): string {
  const index = Number(key.slice(0, 4)) * 4 + Number(key.slice(6)) - 1 + steps;
  return `${Math.floor(index / 4)}-Q${(index % 4) + 1}`;
}

const between = (one: string, other: string): number => {
  const at = (key: string): number => Number(key.slice(0, 4)) * 4 + Number(key.slice(6));
  return at(other) - at(one);
};

/** A charter in the form; `firstLook` where another one is to be the first. */
export function formOf(charter: Charter, firstLook = charter.looks[0] ?? ''): CharterForm {
  const { looks, secondary, guardrails, aim, outcome, direction } = charter;
  const [one = '', two] = looks;
  return {
    ...{ aim, outcome, direction, secondary, guardrails, firstLook },
    smallestEffect: shown(charter.smallestEffect, unitOf(outcome) === 'share'),
    reference: shown(charter.reference, true),
    spread: shown(charter.spread, false),
    looks: String(looks.length),
    every: String(two === undefined ? 1 : between(one, two)),
    first: String(charter.first),
    each: String(charter.each),
    minimum: String(charter.minimum),
    challengeDays: String(charter.challengeDays),
  };
}

/** What is sent; whether it can be used says the server. Null while a number is missing. */
export function inputOf(form: CharterForm): CharterInput | null {
  const { aim, outcome, direction, secondary, guardrails } = form;
  const unit = unitOf(outcome);
  const numbers = {
    smallestEffect: typed(form.smallestEffect, unit === 'share'),
    spread: typed(form.spread),
    first: Math.round(typed(form.first)),
    each: Math.round(typed(form.each)),
    minimum: Math.round(typed(form.minimum)),
    challengeDays: Math.round(typed(form.challengeDays)),
  };
  const reference = unit === 'points' ? null : typed(form.reference, true);
  const all = [...Object.values(numbers), reference ?? 0, typed(form.looks), typed(form.every)];
  if (!all.every(Number.isFinite)) return null;
  const count = Math.min(12, Math.max(0, Math.round(typed(form.looks))));
  const looks = Array.from({ length: count }, (_, i) => quarterAfter(form.firstLook, i * Math.round(typed(form.every))));
  return {
    ...{ aim, outcome, direction, secondary: secondary.filter((one) => one !== outcome), guardrails, looks, reference },
    ...numbers,
  };
}
