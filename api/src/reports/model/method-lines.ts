import { t } from '#language';
import type { Method } from './model.js';

/** How a figure is made, in a line for each question that somebody who checks it would ask. */
export const methodLines = ({ population, numerator, denominator, interval, notFor, watch }: Method): string[] => [
  t('Who: {who}', { who: population }),
  t('Counted: {what}', { what: numerator }),
  t('Of: {what}', { what: denominator }),
  t('Interval: {how}', { how: interval }),
  t('Not for: {uses}.', { uses: notFor.join('; ') }),
  t('Watch beside it: {what}', { what: watch }),
];
