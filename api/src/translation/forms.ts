import { saying, t, type Values } from '#language';

/** Texts that differ by a number or by what they are about alone. `{what}` is a text of its own; all others are numbers. */
const FORMS = [
  saying('{what}, lower limit'),
  saying('{what}, upper limit'),
  saying('{what} (third session)'),
  saying('{what} (completed)'),
  saying('Resolved within {a} days'),
  saying('Still followed at {a} days'),
  saying('Still followed at {a} months'),
  saying('Stepped up within {a} months'),
  saying('Trained within {a} months'),
  saying('Handled one alone within {a} months'),
  saying('Met within {a} days'),
  saying('Served within {a} days'),
  saying('Answering in months {a} to {b}'),
  saying('Asking in months {a} to {b}'),
  saying('Looking back in months {a} to {b}'),
  saying('About {n} % of people with a check before have none after.'),
  // What the attack on a release tried; kept in English with it.
  saying('order: {n} tables in canonical order, each with every cell of its layers once'),
  saying('lattice and noise: {n} drawn values at noise level {level}'),
  saying('derived: {n} values recomputed from drawn statistics'),
  saying('base: {n} numbers of open people, equal wherever they stand and adding up in {m} families'),
  saying('rule 3: bases of {n} shown cells against their thresholds and margins'),
  saying('rule 4: remainders of {n} parents and their parts, finer cells of hidden ones, reasons for hiding'),
  saying('reading: {n} hidden open cells by least squares from all shown draws'),
  saying('noise: what parents leave after their parts is as wide as stated, {n} degrees of freedom'),
  saying('repeat: {n} questions that stand more than once have one answer; no two questions share theirs'),
  saying('certificate: cells of {n} tables'),
] as const;

const PATTERNS = FORMS.map((form) => {
  const slots = [...form.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const plain = form.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
  return {
    form,
    slots,
    pattern: new RegExp(`^${plain.replace(/\{(\w+)\}/g, (_, name) => (name === 'what' ? '(.+)' : '(\\d+(?:[.]\\d+)?)'))}$`),
  };
});

/** A text that was put together elsewhere, in the language that is spoken: by its form where it has one, else as it stands. */
export function sayAgain(text: string): string {
  for (const { form, slots, pattern } of PATTERNS) {
    const found = pattern.exec(text);
    if (found) return t(form, valuesOf(slots, found));
  }
  return t(text);
}

const valuesOf = (slots: readonly string[], [, ...found]: readonly string[]): Values =>
  Object.fromEntries(slots.map((name, i) => [name, name === 'what' ? sayAgain(found[i] ?? '') : (found[i] ?? '')]));
