import { t } from '../language/index.js';

/** The promise, word for word as the rules of disclosure give it. Changing it is a change of policy. */
export const PROMISE: readonly string[] = [
  t('No page, file or query shows a person or who works with whom.'),
  t(
    'No number is about fewer than five people (ten where a personal characteristic is involved), as far as the protected counts can tell; nor does subtracting one number from another in its table leave so few.',
  ),
  t(
    'Every number that depends on who takes part is a little off on purpose, usually by as much as two or three people would move it, so that nobody can tell from it whether one person is in it; its interval says so.',
  ),
  t('Headcounts that the organisation chart shows are exact.'),
  t('How much all published numbers together could tell about any one person is measured before each publication, and printed.'),
];

export const NOT_PROMISED: readonly string[] = [
  t('A fact about a group is a probable statement about its members. That is what the product is for.'),
  t('There is no limit for someone who already holds nearly all records.'),
  t('Data stewards see the files that they upload. The pages never show them again.'),
];
