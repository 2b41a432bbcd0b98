/** Something that happened to what a series tells of, told in a sentence. */
export interface SeriesEvent {
  /** The first quarter whose figures come after it. */
  readonly period: string;
  readonly sentence: string;
}

/** An event as a numbered flag in a drawing of quarters, and in the table beside it. */
export interface TrendFlag {
  readonly no: number;
  /** Its place among the quarters: between the one before it and the one after it. */
  readonly at: number;
  /** Flags that stand below it at the same place. */
  readonly below: number;
  /** The quarter in whose row of the table it stands. */
  readonly period: string;
  readonly sentence: string;
}

/** Before the first quarter, and after the last, as a share of the width of one. */
const MARGIN = 0.42;

/** Flags in the order of the events. What came after the last quarter shown stands at its right, in its row. */
export function flagsAmong(periods: readonly string[], events: readonly SeriesEvent[]): TrendFlag[] {
  if (periods.length === 0) return [];
  const places = events.map(({ period }) => {
    const next = periods.findIndex((one) => one >= period);
    return next === -1 ? periods.length : next;
  });
  return events.map(({ sentence }, i) => {
    const place = places[i] ?? 0;
    return {
      no: i + 1,
      at: place === 0 ? -MARGIN : place === periods.length ? place - 1 + MARGIN : place - 0.5,
      below: places.slice(0, i).filter((one) => one === place).length,
      period: periods[Math.min(place, periods.length - 1)] ?? '',
      sentence,
    };
  });
}

/** What stands in a quarter's row of the table. */
export const flagsOfRow = (flags: readonly TrendFlag[], period: string): string =>
  flags
    .filter((flag) => flag.period === period)
    .map(({ no, sentence }) => `${no}: ${sentence}`)
    .join(' ');
