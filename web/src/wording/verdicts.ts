import { saying, t } from '../language/index.js';

/** What an interval of a rate ratio says. The rule is the server's; here are its words. */
export const VERDICTS = [
  'clearly_lower',
  'lower_unsure',
  'slightly_lower',
  'similar',
  'cannot_tell',
  'slightly_higher',
  'higher_unsure',
  'clearly_higher',
] as const;
export type Verdict = (typeof VERDICTS)[number];

export type Tone = 'lower' | 'higher' | 'neutral' | 'unsure';

/** A word and a shape; colour only repeats them. */
export interface Badge {
  readonly shape: string;
  readonly word: string;
  readonly tone: Tone;
}

const BADGES: Readonly<Record<Verdict, Badge>> = {
  clearly_lower: { shape: '▼▼', word: saying('Clearly lower'), tone: 'lower' },
  lower_unsure: { shape: '▼', word: saying('Lower, size uncertain'), tone: 'lower' },
  slightly_lower: { shape: '▽', word: saying('Slightly lower'), tone: 'lower' },
  similar: { shape: '=', word: saying('Similar'), tone: 'neutral' },
  cannot_tell: { shape: '~', word: saying('Cannot tell yet'), tone: 'unsure' },
  slightly_higher: { shape: '△', word: saying('Slightly higher'), tone: 'higher' },
  higher_unsure: { shape: '▲', word: saying('Higher, size uncertain'), tone: 'higher' },
  clearly_higher: { shape: '▲▲', word: saying('Clearly higher'), tone: 'higher' },
};

export const badge = (verdict: Verdict): Badge => said(BADGES[verdict]);

/** A badge with its word in the reader's language. */
export const said = (one: Badge): Badge => ({ ...one, word: t(one.word) });

/** Accepts the release's spelling, `clearlyLower` or `clearly_lower`. Null for a key this version does not know. */
export function readVerdict(key: string): Verdict | null {
  const snake = key.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();
  return (VERDICTS as readonly string[]).includes(snake) ? (snake as Verdict) : null;
}

export const isLower = (verdict: Verdict): boolean => verdict.endsWith('lower') || verdict === 'lower_unsure';
export const isHigher = (verdict: Verdict): boolean => verdict.endsWith('higher') || verdict === 'higher_unsure';

/** The order in which findings are read: never by value, since a hidden one has none. */
export const READING_ORDER: readonly Verdict[] = [
  'clearly_lower',
  'lower_unsure',
  'cannot_tell',
  'slightly_lower',
  'similar',
  'slightly_higher',
  'higher_unsure',
  'clearly_higher',
];
