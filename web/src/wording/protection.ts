import { saying, t } from '../language/index.js';

/** One mark for every hidden value, whatever the reason. */
export const HIDDEN_MARK = '[c]';
export const HIDDEN_NAME = saying('hidden');
export const HIDDEN_SHORT = saying('[c] Hidden to protect people in small groups.');

/** The explanation behind the mark. The thresholds are the policy's. */
export const hiddenExplained = (dimension: number, special: number): string =>
  t(
    'We hide a result when few people are in it, or when showing it would let someone work out a small group by subtraction. We use one mark for all cases, because a more exact reason could give the answer away. Nobody using this system, including administrators, can switch it off. No group smaller than {dimension} is shown, {special} where a personal characteristic is involved. Every number that depends on who takes part is a little off on purpose; its interval says so.',
    { dimension, special },
  );

export const ABOUT_NOTE = saying(
  'Numbers that depend on who takes part are a little off on purpose, usually by as much as two or three people would move them: read them as \u201cabout\u201d. Each is drawn by itself, so parts may not add up to their total.',
);

/** Other kinds of absence, each with its own mark and words. */
export interface Absence {
  readonly mark: string;
  readonly name: string;
  readonly explained: string;
}

const HIDDEN: Absence = { mark: HIDDEN_MARK, name: HIDDEN_NAME, explained: HIDDEN_SHORT };

const ABSENCES: Readonly<Record<string, Absence>> = {
  notEstimable: {
    mark: '[u]',
    name: saying('too uncertain to estimate'),
    explained: saying('[u] Too uncertain to estimate.'),
  },
  structuralZero: { mark: '[z]', name: saying('does not apply'), explained: saying('[z] Does not apply.') },
  notCollected: { mark: '[x]', name: saying('not collected'), explained: saying('[x] We do not collect this.') },
};

/** How an absence is written. An absence this version does not know counts as hidden. */
export function absence(status: string): Absence {
  const { mark, name, explained } = ABSENCES[status] ?? HIDDEN;
  return { mark, name: t(name), explained: t(explained) };
}

const REASONS: Readonly<Record<string, string>> = {
  tooFew: saying('This cannot be estimated: too little was observed.'),
  noContrast: saying('This cannot be estimated: there is nobody to compare with.'),
  unbounded: saying('This cannot be estimated: the data set no limit to it.'),
  notConverged: saying('This cannot be estimated: the calculation did not settle.'),
  separation: saying('This cannot be estimated: the groups do not overlap.'),
  constant: saying('This cannot be estimated: it does not vary.'),
  protection: saying('This cannot be estimated: protection makes it too uncertain here.'),
  heterogeneous: saying('This cannot be estimated: the strata disagree, so no one number stands for all of them.'),
  quality: saying('This cannot be estimated: the data are not complete enough.'),
};

/** Why a shown group has no estimate, where the release says so. */
export const reasonSentence = (reason: string | null): string => t(REASONS[reason ?? ''] ?? saying('This cannot be estimated.'));

/** `14 of 96 results are hidden [c].` */
export const hiddenShare = (hidden: number, total: number): string =>
  hidden === 0 ? t('No result is hidden here.') : t('{hidden} of {total} results are hidden.', { hidden, total });

/** The title of a figure whose one result cannot be shown; the same for every reason but those that tell nothing of people. */
export function wholeHidden(status: string): string {
  if (status === 'notCollected') return t('This is not collected for this quarter');
  if (status === 'structuralZero') return t('This does not apply here');
  return status === 'notEstimable' ? t('This is too uncertain to estimate here') : t('This result is hidden here');
}

export const TOO_NARROW = saying('This view is too narrow to show safely.');
