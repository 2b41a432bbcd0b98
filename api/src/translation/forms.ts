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
] as const;

const PATTERNS = FORMS.map((form) => {
  const slots = [...form.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const plain = form.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
  return {
    form,
    slots,
    pattern: new RegExp(`^${plain.replace(/\{(\w+)\}/g, (_, name) => (name === 'what' ? '(.+)' : '(\\d+)'))}$`),
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
