import type { TalliedBase } from '../tallied.js';
import type { ValuesOptions } from './values.js';

/** Fewest teams behind any figure of a team file, as drawn. */
export const TEN_TEAMS = 10;

export const tenTeams = (...bases: readonly string[]): TalliedBase[] => bases.map((base) => ({ of: [base], least: TEN_TEAMS }));

export interface TeamValues {
  /** The number that the population gives: teams; its sums are called after it. */
  readonly rows: string;
  /** The name of the drawn base; values over the same teams share one. */
  readonly base: string;
  readonly label: string;
  readonly low: number;
  readonly high: number;
}

/** A value of each team, from a public range. The question of the base is named by the base: it is drawn once. */
export const teamValues = ({ rows, base, label, low, high }: TeamValues): ValuesOptions => ({
  sum: `${rows}Sum`,
  squares: `${rows}Squares`,
  base,
  label,
  baseLabel: 'Teams',
  question: base === rows ? `teams-${rows}` : `teams-${base}-${rows}`,
  low,
  high,
  cap: 1,
  rows,
  total: `${rows}Sum`,
  totalOfSquares: `${rows}Squares`,
});
