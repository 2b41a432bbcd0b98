import { quarter } from './dates.js';
import { capital, listed } from './numbers.js';

type Moved = 'higher' | 'lower' | 'withinChance';

/** Whether a quarter differs from the one before it, in words. */
export const movedInWords = (verdict: Moved): string =>
  verdict === 'withinChance' ? 'within chance' : `${verdict}, more than chance explains`;

/** What a series says together, at most fifteen words: its newest change, or that there is none to tell. */
export function seriesTitle(
  label: string,
  moves: readonly { readonly period: string; readonly since: string; readonly verdict: Moved }[],
): string {
  const named = moves.filter((one) => one.verdict !== 'withinChance');
  const last = moves.at(-1);
  if (last === undefined) return 'One quarter alone shows no movement yet';
  if (last.verdict !== 'withinChance')
    return `${short(label)} was ${last.verdict} in ${quarter(last.period)}: more than chance would usually explain`;
  if (named.length === 0) return `${short(label)} stayed within chance from quarter to quarter`;
  return `${short(label)} stayed within chance since ${quarter(last.since)}; earlier quarters moved more`;
}

/** A label of a contract may be long; a title is not. */
const short = (label: string): string => {
  const words = label.split(' ');
  return capital(words.length <= 5 ? label : 'this value');
};

/** What a change of one quarter says in a sentence. */
export const movedSentence = (since: string, change: string, interval: string, verdict: Moved): string =>
  verdict === 'withinChance'
    ? `Since ${quarter(since)} it moved by ${change} (${interval}): this is within the variation we expect by chance.`
    : `Since ${quarter(since)} it moved by ${change} (${interval}): this is more than chance would usually explain.`;

export const SERIES_NOTE =
  'Each quarter is compared with the last one shown before it. Of twenty quarters in which nothing changed, about one is still marked. [b] marks a break: what stands after it is not compared with what came before.';

/** Where the quarters of a series are read from. */
export const releasesNote = (ids: readonly string[]): string => `${ids.length === 1 ? 'Release' : 'Releases'} ${listed(ids)}.`;

export const HOW_TO_READ_TREND =
  'Dots show the estimate of each quarter, the band its 95\u00a0% interval. A quarter without a dot is hidden, not estimable or not collected, as its mark says.';

/** Where a reader's own part of the organisation is not shown, and what is. */
export const nearestHint = (label: string | null): string =>
  `Your own branch is hidden in this view, or finer than it. The nearest above it that is shown: ${label ?? 'the whole organisation'}.`;
