import type { CellStatus, Value } from './cell.js';
import { readStatus } from './cell.js';
import { readValue, type WireNumber } from './decode.js';
import { useAsk } from './use-ask.js';
import type { Asked } from './use-tables.js';

/** How a value moved since the last quarter that was shown, and whether by more than chance and noise explain. */
export interface Change {
  readonly since: string;
  readonly change: Value;
  readonly lower: Value;
  readonly upper: Value;
  readonly verdict: 'higher' | 'lower' | 'withinChance';
}

/** What became of a group in one quarter. */
export interface SeriesPoint {
  readonly period: string;
  readonly releaseId: string;
  readonly status: CellStatus;
  readonly reason: string | null;
  /** How the team was called in this quarter; null where the group is none of a team. */
  readonly team: string | null;
  /** How its team was renamed or moved since the quarter before, in sentences. */
  readonly moved: readonly string[];
  /** Why it cannot be compared with what came before. */
  readonly breaks: readonly string[];
  /** The release that it replaced, where the quarter was restated. */
  readonly restates: string | null;
  readonly values: Readonly<Record<string, Value>>;
  readonly changes: Readonly<Record<string, Change>>;
}

interface WireChange {
  readonly since: string;
  readonly change: WireNumber;
  readonly lower: WireNumber;
  readonly upper: WireNumber;
  readonly verdict: string;
}

export interface WirePoint {
  readonly period: string;
  readonly releaseId: string;
  readonly status: string;
  readonly reason: string | null;
  readonly team: string | null;
  readonly moved: readonly string[];
  readonly breaks: readonly string[];
  readonly restates: string | null;
  readonly values: readonly { readonly key: string; readonly released: WireNumber; readonly change: WireChange | null }[];
}

const NUMBER = '{ value text absent }';

export const SERIES = `query Series($measure: String!, $variant: String!, $group: [GroupPart!]!) {
  series(measure: $measure, variant: $variant, group: $group) {
    period releaseId status reason team moved breaks restates
    values { key released ${NUMBER} change { since verdict change ${NUMBER} lower ${NUMBER} upper ${NUMBER} } }
  }
}`;

const isVerdict = (text: string): text is Change['verdict'] => ['higher', 'lower', 'withinChance'].includes(text);

function readChange(wire: WireChange): Change {
  const [change, lower, upper] = [wire.change, wire.lower, wire.upper].map(readValue) as [Value, Value, Value];
  // A verdict that this version does not know claims nothing.
  return { since: wire.since, change, lower, upper, verdict: isVerdict(wire.verdict) ? wire.verdict : 'withinChance' };
}

/** A quarter without such a table reads as not collected; values of a quarter that is not shown are dropped. */
export function readPoint(wire: WirePoint): SeriesPoint {
  const { period, releaseId, reason, team, moved, breaks, restates } = wire;
  const status = wire.status === 'notPlanned' ? 'notCollected' : readStatus(wire.status);
  const values = status === 'shown' ? wire.values : [];
  return {
    period,
    releaseId,
    status,
    reason,
    team,
    moved,
    breaks,
    restates,
    values: Object.fromEntries(values.map(({ key, released }) => [key, readValue(released)])),
    changes: Object.fromEntries(values.flatMap(({ key, change }) => (change === null ? [] : [[key, readChange(change)]]))),
  };
}

export interface SeriesQuestion {
  readonly measure: string;
  readonly variant: string;
  readonly group: readonly { readonly dimension: string; readonly value: string }[];
}

/** The values of one group over all published quarters, oldest first. */
export function useSeries(question: SeriesQuestion): Asked<readonly SeriesPoint[]> {
  const asked = useAsk<{ series: readonly WirePoint[] }>(SERIES, { ...question });
  return { ...asked, answer: asked.answer?.series.map(readPoint) ?? null };
}
