/** One mark for every hidden value, whatever the reason. */
export const HIDDEN_MARK = '[c]';
export const HIDDEN_NAME = 'hidden';
export const HIDDEN_SHORT = '[c] Hidden to protect people in small groups.';

/** The explanation behind the mark. The thresholds are the policy's. */
export const hiddenExplained = (dimension: number, special: number): string =>
  'We hide a result when few people are in it, or when showing it would let someone work out a small group by ' +
  'subtraction. We use one mark for all cases, because a more exact reason could give the answer away. Nobody using ' +
  'this system, including administrators, can switch it off. ' +
  `No group smaller than ${dimension} is shown, ${special} where a personal characteristic is involved. ` +
  'Every number that depends on who takes part is a little off on purpose; its interval says so.';

export const ABOUT_NOTE =
  'Numbers that depend on who takes part are a little off on purpose, usually by as much as two or three people would move them: read them as \u201cabout\u201d. Each is drawn by itself, so parts may not add up to their total.';

/** Other kinds of absence, each with its own mark and words. */
export interface Absence {
  readonly mark: string;
  readonly name: string;
  readonly explained: string;
}

const ABSENCES: Readonly<Record<string, Absence>> = {
  suppressed: { mark: HIDDEN_MARK, name: HIDDEN_NAME, explained: HIDDEN_SHORT },
  notEstimable: { mark: '[u]', name: 'too uncertain to estimate', explained: '[u] Too uncertain to estimate.' },
  structuralZero: { mark: '[z]', name: 'does not apply', explained: '[z] Does not apply.' },
  notCollected: { mark: '[x]', name: 'not collected', explained: '[x] We do not collect this.' },
};

/** How an absence is written. An absence this version does not know counts as hidden. */
export const absence = (status: string): Absence => ABSENCES[status] ?? (ABSENCES['suppressed'] as Absence);

const CANNOT = 'This cannot be estimated';
const REASONS: Readonly<Record<string, string>> = {
  tooFew: `${CANNOT}: too little was observed.`,
  noContrast: `${CANNOT}: there is nobody to compare with.`,
  unbounded: `${CANNOT}: the data set no limit to it.`,
  notConverged: `${CANNOT}: the calculation did not settle.`,
  separation: `${CANNOT}: the groups do not overlap.`,
  constant: `${CANNOT}: it does not vary.`,
  protection: `${CANNOT}: protection makes it too uncertain here.`,
  heterogeneous: `${CANNOT}: the strata disagree, so no one number stands for all of them.`,
  quality: `${CANNOT}: the data are not complete enough.`,
};

/** Why a shown group has no estimate, where the release says so. */
export const reasonSentence = (reason: string | null): string => REASONS[reason ?? ''] ?? `${CANNOT}.`;

/** `14 of 96 results are hidden [c].` */
export const hiddenShare = (hidden: number, total: number): string =>
  hidden === 0 ? 'No result is hidden here.' : `${hidden} of ${total} results are hidden.`;

/** The title of a figure whose one result cannot be shown; the same for every reason but those that tell nothing of people. */
export function wholeHidden(status: string): string {
  if (status === 'notCollected') return 'This is not collected for this quarter';
  if (status === 'structuralZero') return 'This does not apply here';
  return status === 'notEstimable' ? 'This is too uncertain to estimate here' : 'This result is hidden here';
}

export const TOO_NARROW = 'This view is too narrow to show safely.';
