import { percent } from './numbers.js';

/** The classes of findings in reading order, with their headings. */
export const FINDING_CLASSES: readonly (readonly [key: string, label: string])[] = [
  ['clear-gap', 'A clear gap'],
  ['gap-of-uncertain-size', 'A gap, its size uncertain'],
  ['cannot-tell', 'Cannot tell yet'],
  ['slight-gap', 'A slight gap, within the similar range'],
  ['similar', 'Similar'],
  ['other-way-round', 'The other way round'],
  ['no-estimate', 'No reliable estimate'],
  ['hidden', 'Hidden [c]'],
  ['not-collected', 'Not collected, or does not apply'],
];

/** The choices of a decision about a finding, with what each says. */
export const FINDING_CHOICES: readonly (readonly [key: string, label: string, about: string])[] = [
  ['act', 'Act', 'An action is agreed in the next step.'],
  ['watch', 'Watch', 'Nothing is done yet; the next audit looks again.'],
  ['needs-better-data', 'Needs better data', 'The data do not carry a decision.'],
  ['no-action', 'No action', 'Nothing is to be done.'],
];

export const choiceLabel = (choice: string): string => FINDING_CHOICES.find(([key]) => key === choice)?.[1] ?? choice;

const FOLLOW_UPS: Readonly<Record<string, string>> = {
  'moved-enough': 'Moved by at least that',
  'moved-less': 'Moved less',
  'cannot-tell': 'Cannot tell',
  worse: 'Worse',
};

const BECAUSE: Readonly<Record<string, string>> = {
  'not-shown': 'it is hidden or has no estimate in one of the quarters',
  break: 'what is compared changed in between [b]',
  'no-later-quarter': 'there is no later quarter yet',
};

interface CameOf {
  readonly verdict: string;
  readonly because: string | null;
}

/** What came of an action, in words. */
export const cameOfAction = ({ verdict, because }: CameOf): string => withReason(FOLLOW_UPS[verdict] ?? verdict, because);

const withReason = (said: string, because: string | null): string =>
  because === null ? said : `${said}: ${BECAUSE[because] ?? because}`;

const FOLLOWED: Readonly<Record<string, string>> = {
  better: 'Moved for the better, by more than chance explains',
  'not-moved': 'Did not move by more than the similar range',
  worse: 'Moved for the worse, by more than chance explains',
  'cannot-tell': 'Cannot tell',
};

/** What followed a decision about a finding, in words. */
export const followedFinding = (followed: string, because: string | null): string =>
  withReason(FOLLOWED[followed] ?? followed, because);

/** How often what followed; only what happened is named. */
export function followedTally(scored: readonly { readonly followed: string }[]): string {
  const counts = Object.entries(FOLLOWED).flatMap(([key, label]) => {
    const times = scored.filter(({ followed }) => followed === key).length;
    return times === 0 ? [] : [`${label.split(',')[0]?.toLowerCase() ?? key} ${times}`];
  });
  return counts.join(', ');
}

/** From which ratio to which; empty where one of them is not shown. */
export const ratioMoved = (before: number | null, now: number | null): string =>
  before === null || now === null ? '' : `from ${percent(before)} to ${percent(now)} of everyone else`;

/** Where an action stands. */
export const standingOfAction = (step: string | null, late: boolean): string =>
  step === 'done' ? 'Done' : step === 'dropped' ? 'Dropped' : late ? 'Late' : 'Running';

/** `78 % (63 % to 96 %)` of everyone else. */
export const ratioWithLimits = (ratio: number, lower: number, upper: number | null): string =>
  `${percent(ratio)} (${percent(lower)} to ${upper === null ? 'open' : percent(upper)})`;
