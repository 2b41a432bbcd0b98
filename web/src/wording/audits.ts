import { saying, t } from '../language/index.js';
import { lowered, percent, range } from './numbers.js';

/** The classes of findings in reading order, with their headings. */
export const FINDING_CLASSES: readonly (readonly [key: string, label: string])[] = [
  ['clear-gap', saying('A clear gap')],
  ['gap-of-uncertain-size', saying('A gap, its size uncertain')],
  ['cannot-tell', saying('Cannot tell yet')],
  ['slight-gap', saying('A slight gap, within the similar range')],
  ['similar', saying('Similar')],
  ['other-way-round', saying('The other way round')],
  ['no-estimate', saying('No reliable estimate')],
  ['hidden', saying('Hidden [c]')],
  ['not-collected', saying('Not collected, or does not apply')],
];

/** The choices of a decision about a finding, with what each says. */
export const FINDING_CHOICES: readonly (readonly [key: string, label: string, about: string])[] = [
  ['act', saying('Act##finding'), saying('An action is agreed in the next step.')],
  ['watch', saying('Watch##finding'), saying('Nothing is done yet; the next audit looks again.')],
  ['needs-better-data', saying('Needs better data'), saying('The data do not carry a decision.')],
  ['no-action', saying('No action'), saying('Nothing is to be done.')],
];

export const choiceLabel = (choice: string): string => t(FINDING_CHOICES.find(([key]) => key === choice)?.[1] ?? choice);

const FOLLOW_UPS: Readonly<Record<string, string>> = {
  'moved-enough': saying('Moved by at least that'),
  'moved-less': saying('Moved less'),
  'cannot-tell': saying('Cannot tell'),
  worse: saying('Worse##action'),
};

const BECAUSE: Readonly<Record<string, string>> = {
  'not-shown': saying('it is hidden or has no estimate in one of the quarters'),
  break: saying('what is compared changed in between [b]'),
  'no-later-quarter': saying('there is no later quarter yet'),
};

interface CameOf {
  readonly verdict: string;
  readonly because: string | null;
}

/** What came of an action, in words. */
export const cameOfAction = ({ verdict, because }: CameOf): string => withReason(FOLLOW_UPS[verdict] ?? verdict, because);

const withReason = (said: string, because: string | null): string =>
  because === null ? t(said) : t('{said}: {because}', { said: t(said), because: t(BECAUSE[because] ?? because) });

const FOLLOWED: Readonly<Record<string, string>> = {
  better: saying('Moved for the better, by more than chance explains'),
  'not-moved': saying('Did not move by more than the similar range'),
  worse: saying('Moved for the worse, by more than chance explains'),
  'cannot-tell': saying('Cannot tell'),
};

/** What followed a decision about a finding, in words. */
export const followedFinding = (followed: string, because: string | null): string =>
  withReason(FOLLOWED[followed] ?? followed, because);

/** How often what followed; only what happened is named. */
export function followedTally(scored: readonly { readonly followed: string }[]): string {
  const counts = Object.entries(FOLLOWED).flatMap(([key, label]) => {
    const times = scored.filter(({ followed }) => followed === key).length;
    return times === 0 ? [] : [`${lowered(t(label).split(',')[0] ?? key)} ${times}`];
  });
  return counts.join(', ');
}

/** From which ratio to which; empty where one of them is not shown. */
export const ratioMoved = (before: number | null, now: number | null): string =>
  before === null || now === null
    ? ''
    : t('from {before} to {now} of everyone else', { before: percent(before), now: percent(now) });

/** Where an action stands. */
export function standingOfAction(step: string | null, late: boolean): string {
  if (step === 'done') return t('Done##action');
  if (step === 'dropped') return t('Dropped##action');
  return late ? t('Late##action') : t('Running##action');
}

/** `78 % (63 % to 96 %)` of everyone else. */
export const ratioWithLimits = (ratio: number, lower: number, upper: number | null): string =>
  `${percent(ratio)} (${range(percent(lower), upper === null ? t('open##limit') : percent(upper))})`;
