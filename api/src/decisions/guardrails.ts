import { EQUITY_FAMILY } from '../audits/index.js';
import type { ReleasedTable } from '../kernel/index.js';
import type { Guardrail, LockedCharter } from '../tracks/index.js';
import { differenceOf } from './follow-up.js';
import type { Look } from './looks.js';
import { cellsOf, type Effect, figureIn, type TrackCells } from './outcome-figure.js';
import type { DecisionKind } from './verdict.js';

/** `worse`: all of its interval says so. `noneShown`: no worsening is shown, which is no proof that there is none. */
export type GuardrailState = 'worse' | 'noneShown' | 'notAssessable';

/** What became of something that must not get worse while the outcome is pursued. */
export interface GuardrailReading {
  readonly guardrail: Guardrail;
  readonly state: GuardrailState;
  /** The quarters that are compared; parity is read from the later one alone. */
  readonly before: string | null;
  readonly after: string;
  /** After minus before, as a share of 1; null for parity, and where it cannot be told. */
  readonly change: Effect | null;
  /** Of parity: the measures in which the mentees of the track stand clearly on the wrong side of everyone else. */
  readonly measures: readonly string[];
}

/** A quarter as a guardrail reads it. */
export interface GuardedQuarter {
  readonly period: string;
  readonly releaseId: string;
  readonly tables: readonly ReleasedTable[];
}

/** Shares that are followed over time, and on which side of 0 a change is for the worse. */
const FOLLOWED: Readonly<Record<Exclude<Guardrail, 'parity'>, readonly [cell: string, value: string, worse: 'fall' | 'rise']>> = {
  pulse: ['pulse/respondents', 'share', 'fall'],
  load: ['load/mentor_mentees', 'overCap', 'rise'],
};

/**
 * The guardrails of a charter at the look that decides. Safety and load are held against the last quarter published before
 * the first look, or the first one from it on. They never move the verdict, which is read from the outcome alone.
 */
export function guardrailsOf(
  { track, content }: LockedCharter,
  deciding: Look | null,
  quarters: readonly GuardedQuarter[],
): GuardrailReading[] {
  const after = quarters.find(({ releaseId }) => releaseId === deciding?.releaseId);
  if (!after) return [];
  const first = content.looks[0] ?? '';
  const before = quarters.filter(({ period }) => period < first).at(-1) ?? quarters.find(({ period }) => period >= first);
  const compared = before && before.period < after.period ? before : null;
  return content.guardrails.map((guardrail) =>
    guardrail === 'parity' ? parityIn(after, track) : followed(guardrail, { before: compared, after }, track),
  );
}

interface Compared {
  readonly before: GuardedQuarter | null;
  readonly after: GuardedQuarter;
}

function followed(guardrail: Exclude<Guardrail, 'parity'>, { before, after }: Compared, track: string): GuardrailReading {
  const [cell, value, worse] = FOLLOWED[guardrail];
  const [old, now] = [before, after].map((quarter) => quarter && figureIn(cellsOf(quarter.tables, track).get(cell), value));
  const at = { guardrail, before: before?.period ?? null, after: after.period, measures: [] };
  if (!old || !now) return { ...at, state: 'notAssessable', change: null };
  const change = differenceOf(old, now);
  const isWorse = worse === 'fall' ? change.upper < 0 : change.lower > 0;
  return { ...at, state: isWorse ? 'worse' : 'noneShown', change };
}

function parityIn({ period, tables }: GuardedQuarter, track: string): GuardrailReading {
  const read = verdictsIn(cellsOf(tables, track));
  const measures = read.filter(({ clearly }) => clearly).map(({ measure }) => measure);
  const state = measures.length > 0 ? 'worse' : read.length > 0 ? 'noneShown' : 'notAssessable';
  return { guardrail: 'parity', state, before: null, after: period, change: null, measures: [...new Set(measures)] };
}

/** The comparisons with everyone else that the cells of a track make, and whether one is clearly for the worse. */
const verdictsIn = (cells: TrackCells): { measure: string; clearly: boolean }[] =>
  EQUITY_FAMILY.flatMap(({ measure, concern, judged }) =>
    [...cells].flatMap(([name, cell]) =>
      cell.status === 'shown' && name.startsWith(`${measure}/`)
        ? judged.flatMap(({ verdict }) => {
            const said = verdict && cell.values[verdict.key];
            return typeof said === 'string' ? [{ measure, clearly: said === `clearly_${concern}` }] : [];
          })
        : [],
    ),
  );

/** Where a guardrail got worse, going on unchanged has no support and changing something has. */
export const heeding = (supported: readonly DecisionKind[], guardrails: readonly GuardrailReading[]): readonly DecisionKind[] =>
  guardrails.some(({ state }) => state === 'worse')
    ? [...new Set<DecisionKind>([...supported.filter((kind) => kind !== 'continue'), 'adjust'])]
    : supported;
