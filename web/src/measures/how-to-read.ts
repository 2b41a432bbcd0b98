import { t } from '../language/index.js';

/** How each drawing is read, for people who do not know its convention. */
export const HOW_TO_READ = {
  comparison: (noun: string): string =>
    t(
      'Dots left of the line mean a lower {noun} than everyone else, dots right of it a higher one. Lines show the 95\u00a0% interval; the band is the range we agreed to treat as similar.',
      { noun },
    ),
  comparedHeat: t(
    'Each place shows the group’s rate divided by the rate of everyone else. Only surely lower (▼, orange) and higher (▲, blue) ones are coloured; ~ means that we cannot tell yet.',
  ),
  groups: t('Dots show the estimate of each group, lines its 95\u00a0% interval; the diamond is the whole organisation.'),
  heat: t('Each place shows the estimate of its group; the table below has the intervals.'),
  values: t('Dots show each estimate, lines its 95\u00a0% interval. Estimates of one kind share an axis.'),
  multiples: t('Each small figure shows one value; rows are the same groups throughout, the diamond is the whole organisation.'),
  steps: t(
    'The line shows the share that has got there by each point in time; the band is its 95\u00a0% interval. A line that ends higher is more.',
  ),
} as const;

export const STEPS_NOTE = t(
  'Steps stand at a few points in time alone: finer ones would tell of single days. “Still followed” is drawn like every other number.',
);
