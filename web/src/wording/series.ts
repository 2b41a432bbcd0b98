import { saying, t } from '../language/index.js';
import { quarter } from './dates.js';
import { capital, listed } from './numbers.js';

type Moved = 'higher' | 'lower' | 'withinChance';

/** Whether a quarter differs from the one before it, in words. */
export function movedInWords(verdict: Moved): string {
  if (verdict === 'withinChance') return t('within chance');
  return verdict === 'higher' ? t('higher, more than chance explains') : t('lower, more than chance explains');
}

/** What a series says together, at most fifteen words: its newest change, or that there is none to tell. */
export function seriesTitle(
  label: string,
  moves: readonly { readonly period: string; readonly since: string; readonly verdict: Moved }[],
): string {
  const named = moves.filter((one) => one.verdict !== 'withinChance');
  const last = moves.at(-1);
  if (last === undefined) return t('One quarter alone shows no movement yet');
  const told = { value: short(label), quarter: quarter(last.period) };
  if (last.verdict === 'higher') return t('{value} was higher in {quarter}: more than chance would usually explain', told);
  if (last.verdict === 'lower') return t('{value} was lower in {quarter}: more than chance would usually explain', told);
  if (named.length === 0) return t('{value} stayed within chance from quarter to quarter', { value: told.value });
  const { since } = last;
  return t('{value} stayed within chance since {quarter}; earlier quarters moved more', { ...told, quarter: quarter(since) });
}

/** A label of a contract may be long; a title is not. */
const short = (label: string): string => {
  const words = label.split(' ');
  return capital(words.length <= 5 ? label : t('this value'));
};

/** What a change of one quarter says in a sentence. */
export function movedSentence(since: string, change: string, interval: string, verdict: Moved): string {
  const told = { quarter: quarter(since), change, interval };
  return verdict === 'withinChance'
    ? t('Since {quarter} it moved by {change} ({interval}): this is within the variation we expect by chance.', told)
    : t('Since {quarter} it moved by {change} ({interval}): this is more than chance would usually explain.', told);
}

export const SERIES_NOTE = saying(
  'Each quarter is compared with the last one shown before it. Of twenty quarters in which nothing changed, about one is still marked. [b] marks a break: what stands after it is not compared with what came before.',
);

/** Where the quarters of a series are read from. */
export const releasesNote = (ids: readonly string[]): string =>
  t('{n, plural, one {Release} other {Releases}} {ids}.', { n: ids.length, ids: listed(ids) });

export const HOW_TO_READ_TREND = saying(
  'Dots show the estimate of each quarter, the band its 95\u00a0% interval. A quarter without a dot is hidden, not estimable or not collected, as its mark says.',
);

/** Where a reader's own part of the organisation is not shown, and what is. */
export const nearestHint = (label: string | null): string =>
  t('Your own branch is hidden in this view, or finer than it. The nearest above it that is shown: {label}.', {
    label: label ?? t('the whole organisation'),
  });
