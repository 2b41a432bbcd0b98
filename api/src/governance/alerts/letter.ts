import { ALERTS, type AlertKind } from './kinds.js';

/** Things of one kind that wait, and the page where they do. */
export interface Waiting {
  /** In words, without a number: `Loads to confirm or discard`. */
  readonly label: string;
  /** Of this product, behind the sign-in. */
  readonly path: string;
  readonly things: number;
}

/** What a letter is made of. */
export interface LetterContent {
  readonly kinds: readonly AlertKind[];
  readonly waiting: readonly Waiting[];
  /** Where readers find this product. */
  readonly address: string;
}

/** A letter that says how many things wait and where, and nothing of what they say: no figure, no group, no name. */
export function letterOf({ kinds, waiting, address }: LetterContent): { readonly subject: string; readonly text: string } {
  const things = waiting.reduce((sum, one) => sum + one.things, 0);
  const lines = [
    `${things === 1 ? '1 thing waits' : `${things} things wait`} for you in Overstory:`,
    '',
    ...waiting.flatMap(({ label, path }) => [`- ${label}`, `  ${address}${path}`]),
    '',
    'Sign in to read them. This message holds no result, on purpose.',
    '',
    `You asked for it: ${kinds.map((kind) => ALERTS[kind].label).join('; ')}.`,
    `Change or end it here: ${address}/account`,
    '',
  ];
  return { subject: 'Overstory: something waits for you', text: lines.join('\n') };
}
