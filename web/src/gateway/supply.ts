import type { TrackInterval } from './tracks.js';

/** A figure now, and after what is asked about. */
export interface NowAndThen {
  readonly now: TrackInterval;
  readonly then: TrackInterval;
}

/** What a cap and more mentors would change, from published figures alone. */
export interface SupplyWhatIf {
  readonly period: string;
  readonly levels: readonly { readonly key: string; readonly label: string; readonly shown: boolean }[];
  readonly outlook: {
    readonly level: NowAndThen;
    readonly others: NowAndThen;
    readonly places: NowAndThen;
    readonly served: readonly ({ readonly days: number } & NowAndThen)[];
  } | null;
}

const BOTH = 'now { value lower upper } then { value lower upper }';

export const SUPPLY_WHAT_IF = `query SupplyWhatIf($level: String!, $cap: Int!, $peers: Int!, $each: Int!) {
  supplyWhatIf(level: $level, cap: $cap, peers: $peers, each: $each) {
    period levels { key label shown }
    outlook { level { ${BOTH} } others { ${BOTH} } places { ${BOTH} } served { days ${BOTH} } } } }`;
