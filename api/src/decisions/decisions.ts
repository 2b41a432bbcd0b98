import type pg from 'pg';
import { type RetirementStep } from './retirement.js';
import type { DecisionKind, Strength, TrackVerdict } from './verdict.js';

/** What a second person said to a decision against the evidence. */
export interface SecondOpinion {
  readonly agreed: boolean;
  readonly why: string;
  readonly givenAt: Date;
}

/** A decision as it stands on record. */
export interface Decision {
  readonly no: number;
  readonly track: string;
  readonly charterVersion: number | null;
  /** The quarter of the look that it rests on. */
  readonly period: string | null;
  readonly kind: DecisionKind;
  readonly verdict: TrackVerdict;
  readonly strength: Strength;
  /** Whether the evidence supports it. */
  readonly supported: boolean;
  readonly why: string;
  readonly changed: string | null;
  readonly extends: readonly string[];
  readonly challengeDays: number;
  readonly decidedBy: string;
  readonly decidedAt: Date;
  readonly second: SecondOpinion | null;
  readonly steps: readonly RetirementStep[];
}

type Database = pg.Pool | pg.PoolClient;

/** Every decision, or those of one track, oldest first. */
export async function listDecisions(tx: Database, track?: string): Promise<Decision[]> {
  const { rows } = await tx.query<DecisionRow>(
    `select d.decision_no::int as no, d.track_id as track, d.charter_version as "charterVersion", d.period, d.kind, d.verdict,
       d.strength, d.supported, d.why, d.changed, coalesce(d.extends, '{}') as extends, d.challenge_days as "challengeDays",
       d.decided_by as "decidedBy", d.decided_at as "decidedAt", s.agreed, s.why as "secondWhy", s.given_at as "givenAt"
     from decisions.decision d left join decisions.second_opinion s using (decision_no)
     where $1::text is null or d.track_id = $1 order by d.decision_no`,
    [track ?? null],
  );
  const steps = await listSteps(
    tx,
    rows.map(({ no }) => no),
  );
  return rows.map((row) =>
    decisionOf(
      row,
      steps.filter(({ no }) => no === row.no),
    ),
  );
}

interface DecisionRow extends Omit<Decision, 'second' | 'steps'> {
  readonly agreed: boolean | null;
  readonly secondWhy: string | null;
  readonly givenAt: Date | null;
}

function decisionOf({ agreed, secondWhy, givenAt, ...row }: DecisionRow, steps: readonly RetirementStep[]): Decision {
  const second = agreed === null || !givenAt ? null : { agreed, why: secondWhy ?? '', givenAt };
  return { ...row, second, steps };
}

async function listSteps(tx: Database, decisions: readonly number[]): Promise<(RetirementStep & { no: number })[]> {
  const { rows } = await tx.query<RetirementStep & { no: number }>(
    `select decision_no::int as no, step, why, takes_effect_on::text as "takesEffectOn", role, taken_at as "takenAt"
     from decisions.retirement_step where decision_no = any($1) order by step_no`,
    [decisions],
  );
  return rows;
}

/** Whether a decision holds: the evidence supports it, or a second person agreed. */
export const holds = ({ supported, second }: Pick<Decision, 'supported' | 'second'>): boolean =>
  supported || second?.agreed === true;

/** Whether it still waits for a second person. */
export const waitsForSecond = ({ supported, second }: Pick<Decision, 'supported' | 'second'>): boolean =>
  !supported && second === null;

/** When it took effect; null while it has not. */
export const heldSince = (decision: Decision): Date | null =>
  holds(decision) ? (decision.supported ? decision.decidedAt : (decision.second?.givenAt ?? null)) : null;

/** The quarters at which a charter is looked beyond its own, by decisions that hold. */
export const extensionsOf = (decisions: readonly Decision[], charterVersion: number): string[] =>
  decisions.filter((one) => one.charterVersion === charterVersion && holds(one)).flatMap((one) => one.extends);

/** A look that nobody planned. */
export interface UnplannedLook {
  readonly track: string;
  readonly charterVersion: number;
  readonly period: string;
  readonly why: string;
  readonly lookedAt: Date;
}

/** Every look that no charter planned, oldest first. */
export async function listUnplannedLooks(tx: Database): Promise<UnplannedLook[]> {
  const { rows } = await tx.query<UnplannedLook>(
    `select track_id as track, charter_version as "charterVersion", period, why, looked_at as "lookedAt"
     from decisions.unplanned_look order by looked_at`,
  );
  return rows;
}
