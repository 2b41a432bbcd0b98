import { t } from '#language';
import type pg from 'pg';
import { type Actor, record } from '../audit-trail/index.js';
import { type CalendarDate, parsePeriod, shiftPeriod } from '../kernel/index.js';
import { inTransaction, Refusal } from '../platform/index.js';
import { type Decision, heldSince, listDecisions, waitsForSecond } from './decisions.js';
import type { Evidence } from './evidence.js';
import { LONGEST_REASON, reasonIn } from './reasons.js';
import { NEXT_STEPS, retirementOf, type RetirementStep } from './retirement.js';
import type { DecisionKind } from './verdict.js';

/** What somebody decides about a track. */
export interface Deciding {
  readonly kind: DecisionKind;
  readonly why: string;
  /** Of an adjustment: what is changed. */
  readonly changed?: string | null;
  /** Of an extension: how many looks more. */
  readonly looks?: number | null;
  /** The month in which the organisation's year begins, for the quarters of an extension. */
  readonly fiscalYearStart?: number;
}

const NO_CHARTER_DAYS = 14;
const MOST_LOOKS_MORE = 8;

/**
 * Records a decision about a track. What the evidence does not support waits for a second person.
 *
 * @returns its number.
 * @throws Refusal `no-charter`, `no-look`, `decision-waits`, `retirement-under-way`, `information-complete` (3),
 *   `reason-missing`, `change-missing`, `looks-missing` (2).
 */
export async function decide(pool: pg.Pool, evidence: Evidence, deciding: Deciding, by: Actor): Promise<number> {
  refuseOpen(await listDecisions(pool, evidence.track.id));
  refuseGroundless(evidence, deciding);
  const supported = evidence.supported.includes(deciding.kind);
  const values = [...groundOf(evidence), supported, ...contentOf(evidence, deciding), by.id];
  return inTransaction(pool, async (tx) => {
    const { rows } = await tx.query<{ no: number }>(
      `insert into decisions.decision (track_id, charter_version, period, verdict, strength, challenge_days, supported, kind, why,
         changed, extends, decided_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning decision_no::int as no`,
      values,
    );
    const no = rows[0]?.no ?? 0;
    await record(tx, by, { action: `track.${deciding.kind}`, subject: evidence.track.id, details: { decision: no, supported } });
    return no;
  });
}

/** The evidence as it stands, which stays with the decision. */
const groundOf = ({ track, charter, deciding, verdict, strength }: Evidence): unknown[] => [
  track.id,
  charter?.version ?? null,
  deciding?.period ?? null,
  verdict ?? 'not_assessable',
  strength,
  charter?.content.challengeDays ?? NO_CHARTER_DAYS,
];

const contentOf = (evidence: Evidence, { kind, why, changed, looks, fiscalYearStart = 1 }: Deciding): unknown[] => [
  kind,
  reasonIn(why),
  kind === 'adjust' ? changeIn(changed) : null,
  kind === 'extend' ? looksMore(evidence, looks, fiscalYearStart) : null,
];

function refuseOpen(decisions: readonly Decision[]): void {
  if (decisions.some(waitsForSecond))
    throw new Refusal('decision-waits', 'A decision about this track waits for a second person. It is answered first.');
  const under = decisions.some(
    (one) => one.kind === 'retire' && ['challenge', 'answer', 'announced', 'windingDown'].includes(stateOf(one)),
  );
  if (under)
    throw new Refusal(
      'retirement-under-way',
      'This track is being retired. Take that back first, where something else is decided.',
    );
}

const stateOf = (decision: Decision, now = new Date()): string =>
  retirementOf({ proposedAt: heldSince(decision), challengeDays: decision.challengeDays, steps: decision.steps }, now).state;

function refuseGroundless({ charter, deciding }: Evidence, { kind }: Deciding): void {
  if (kind === 'retire') return;
  if (!charter)
    throw new Refusal('no-charter', 'This track has no charter. Write and lock one, so that there is something to decide from.');
  if (!deciding)
    throw new Refusal('no-look', 'No planned look has been published yet. Decide when there is something to decide from.');
}

function changeIn(changed: string | null | undefined): string {
  if (!changed?.trim())
    throw new Refusal('change-missing', 'Say what is changed, so that before and after can be told apart.', 2);
  return reasonIn(changed, LONGEST_REASON);
}

/** The quarters after the last planned one. Once all planned information is in, another look needs another charter. */
function looksMore({ looks }: Evidence, more: number | null | undefined, fiscalYearStart: number): string[] {
  if (!Number.isInteger(more) || !more || more < 1 || more > MOST_LOOKS_MORE)
    throw new Refusal('looks-missing', t('Say how many looks more, from 1 to {most}.', { most: MOST_LOOKS_MORE }), 2);
  if (looks.some(({ information }) => (information ?? 0) >= 1))
    throw new Refusal(
      'information-complete',
      'All the information that the charter planned is in, and all its error is spent. To go on measuring, write a new charter.',
    );
  const last = looks.filter(({ planned }) => planned).at(-1)?.period ?? '';
  return Array.from({ length: more }, (_, i) => shiftPeriod(parsePeriod(last, fiscalYearStart), i + 1, fiscalYearStart).key);
}

/** What a second person says to a decision against the evidence. */
export interface Opinion {
  readonly no: number;
  readonly agree: boolean;
  readonly why: string;
}

/** @throws Refusal `decision-unknown` (2), `decision-settled`, `same-person` (3). */
export async function giveSecondOpinion(pool: pg.Pool, { no, agree, why }: Opinion, by: Actor): Promise<void> {
  const decision = await findDecision(pool, no);
  if (!waitsForSecond(decision)) throw new Refusal('decision-settled', 'This decision does not wait for a second person.');
  if (decision.decidedBy === by.id) throw new Refusal('same-person', 'The second person is somebody else than who decided.');
  const reason = reasonIn(why);
  await inTransaction(pool, async (tx) => {
    await tx.query('select decisions.give_second_opinion($1, $2, $3, $4)', [no, agree, by.id, reason]);
    await record(tx, by, {
      action: agree ? 'track.agreed' : 'track.disagreed',
      subject: decision.track,
      details: { decision: no },
    });
  });
}

async function findDecision(pool: pg.Pool, no: number): Promise<Decision> {
  const found = (await listDecisions(pool)).find((one) => one.no === no);
  if (!found) throw new Refusal('decision-unknown', 'There is no such decision.', 2);
  return found;
}

/** A step of a retirement that is under way. */
export interface RetirementMove {
  readonly no: number;
  readonly step: RetirementStep['step'];
  /** The objection, the answer to objections, the judgment for everybody to read, or why it is taken back. */
  readonly why: string;
  /** Of a confirmation: from this day on nobody is paired anew. */
  readonly from?: CalendarDate | null;
}

const LONGEST_JUDGMENT = 2000;

/** @throws Refusal `decision-unknown`, `day-missing` (2), `step-not-due` (3). */
export async function moveRetirement(
  pool: pg.Pool,
  { no, step, why, from }: RetirementMove,
  by: Actor,
  now = new Date(),
): Promise<void> {
  const decision = await findDecision(pool, no);
  const state = decision.kind === 'retire' ? stateOf(decision, now) : 'closed';
  if (!NEXT_STEPS[state as keyof typeof NEXT_STEPS].includes(step)) throw new Refusal('step-not-due', notDue(step));
  const day = step === 'confirmed' ? dayIn(from, now) : null;
  const reason = reasonIn(why, step === 'closed' ? LONGEST_JUDGMENT : LONGEST_REASON);
  await inTransaction(pool, async (tx) => {
    await tx.query('select decisions.step_retirement($1, $2, $3, $4, $5, $6)', [no, step, reason, day, by.role ?? by.id, by.id]);
    await record(tx, by, { action: `retirement.${step}`, subject: decision.track, details: { decision: no } });
  });
}

function dayIn(from: CalendarDate | null | undefined, now: Date): CalendarDate {
  if (from && /^\d{4}-\d{2}-\d{2}$/.test(from) && from >= now.toISOString().slice(0, 10)) return from;
  throw new Refusal('day-missing', 'Say from which day on nobody is paired anew, as 2026-09-30: today or later.', 2);
}

const NOT_DUE: Readonly<Record<RetirementStep['step'], string>> = {
  objected: 'The window for objections is not open.',
  confirmed: 'A retirement is confirmed once, when the window for objections is over.',
  closed: 'A track is closed after its retirement was confirmed and the day of its end has come.',
  withdrawn: 'There is no retirement under way that could be taken back.',
};
const notDue = (step: RetirementStep['step']): string => NOT_DUE[step];

/**
 * Looks at a quarter that the charter did not plan. It is counted for good, and makes later looks stricter.
 *
 * @throws Refusal `no-charter`, `look-planned`, `look-unknown` (3).
 */
export async function lookUnplanned(
  pool: pg.Pool,
  { track, charter, looks }: Evidence,
  { period, why, published }: { readonly period: string; readonly why: string; readonly published: readonly string[] },
  by: Actor,
): Promise<void> {
  if (!charter) throw new Refusal('no-charter', 'This track has no charter, so that there is nothing to look at early.');
  if (!published.includes(period)) throw new Refusal('look-unknown', 'This quarter has no published release.');
  if (looks.some((look) => look.period === period)) throw new Refusal('look-planned', 'This quarter is a look already.');
  const reason = reasonIn(why);
  await inTransaction(pool, async (tx) => {
    await tx.query(
      'insert into decisions.unplanned_look (track_id, charter_version, period, why, looked_by) values ($1, $2, $3, $4, $5)',
      [track.id, charter.version, period, reason, by.id],
    );
    await record(tx, by, { action: 'track.looked-early', subject: `${track.id}/${charter.version}`, details: { period } });
  });
}
