import type pg from 'pg';
import type { EntityManager } from 'typeorm';
import { nameBefore } from '../governance/index.js';
import { publishedPeriods, reorganisationsFor } from '../releases/index.js';
import { type DataFacts, dataFactsOf } from './data-facts.js';
import type { Finding } from './findings.js';
import { historiesOf, type HistoryPoint, type Judged } from './judged.js';
import { type PromisedAction, promisesOf } from './promises.js';
import { type AuditState, isOpen, isWithin, stateOf } from './state.js';
import {
  type ActionRow,
  actionsOf,
  type AuditRow,
  type DataAnswer,
  dataAnswerOf,
  type DecisionRow,
  decisionsOf,
  listAuditRows,
  type NoteRow,
  notesOf,
  PROGRAMME,
  type RecordRow,
  recordsOf,
} from './store.js';

/** Where audits are read: by hand-written SQL, by the entities of releases, and from what is known of a release already. */
export interface AuditGround {
  readonly pool: pg.Pool | pg.PoolClient;
  readonly tx: EntityManager;
  /** A release, judged by rule; it may be remembered, since it never changes. */
  readonly judge: (releaseId: string) => Promise<Judged | null>;
}

/** A decision about a finding, and the branch whose audit took it; null where it was this audit. */
export interface TakenDecision extends Pick<DecisionRow, 'choice' | 'reason'> {
  readonly branch: string | null;
}

export interface AuditedFinding extends Finding {
  readonly decision: TakenDecision | null;
  /** Since the quarter before; null where it was not asked or cannot be said. */
  readonly change: Pick<HistoryPoint, 'change' | 'since'> | null;
}

/** An audit with everything that it stands on. */
export interface AuditView {
  readonly audit: AuditRow;
  readonly state: AuditState;
  readonly judged: Judged;
  readonly findings: readonly AuditedFinding[];
  readonly data: DataFacts;
  readonly answer: DataAnswer | null;
  readonly actions: readonly ActionRow[];
  /** What earlier audits agreed; those that are late are findings too. */
  readonly promised: readonly (PromisedAction & { readonly decision: TakenDecision | null })[];
  readonly branches: readonly AuditOfBranch[];
  /** Of auditors. */
  readonly notes: readonly NoteRow[];
  /** The newest first. */
  readonly records: readonly RecordRow[];
  readonly steps: Steps;
}

export interface AuditOfBranch {
  readonly audit: AuditRow;
  readonly state: AuditState;
  readonly decided: number;
  readonly actions: number;
}

/** How far the steps are, and what is still to be done before it can be signed. */
export interface Steps {
  readonly toDecide: number;
  readonly decided: number;
  /** Keys of findings that were decided to be acted on and have no action yet. */
  readonly withoutAction: readonly string[];
  readonly lacks: readonly string[];
}

const LATE = 'late:';

/** The finding of a late action. */
export const lateKey = (actionId: string): string => `${LATE}${actionId}`;

/** Reads an audit in full. */
export async function readAudit(ground: AuditGround, audit: AuditRow): Promise<AuditView> {
  const { pool, judge } = ground;
  const judged = await judge(audit.releaseId);
  if (!judged) throw new Error('an audit stands on a release that is not published');
  const audits = await listAuditRows(pool);
  const own = await readOwn(pool, audit.id);
  const branches =
    audit.scope === PROGRAMME ? audits.filter((one) => one.releaseId === audit.releaseId && one.scope !== PROGRAMME) : [];
  const decisions = await decisionsOf(pool, [audit.id, ...branches.map(({ id }) => id)]);
  const findings = await decided(ground, { audit, judged, branches, decisions });
  const promised = await promisedBefore(ground, { audit, audits, judged, decisions });
  const before = await judgedBefore(ground, judged);
  return {
    ...{ audit, judged, findings, promised, ...own },
    state: stateOf(own.records),
    data: dataFactsOf(judged, findings, before?.release ?? null),
    branches: await branchesOf(pool, branches, decisions),
    steps: stepsOf({ findings, promised, ...own }),
  };
}

async function readOwn(pool: AuditGround['pool'], id: string) {
  const [records, answer, actions, notes] = await Promise.all([
    recordsOf(pool, [id]),
    dataAnswerOf(pool, id),
    actionsOf(pool, [id]),
    notesOf(pool, id),
  ]);
  return { records, answer, actions, notes };
}

interface Ground {
  readonly audit: AuditRow;
  readonly judged: Judged;
  readonly decisions: readonly DecisionRow[];
}

async function decided(
  { tx }: AuditGround,
  { audit, judged, branches, decisions }: Ground & { readonly branches: readonly AuditRow[] },
): Promise<AuditedFinding[]> {
  const own = judged.findings.filter(({ group }) => isWithin(audit, group['team']));
  const histories = await historiesOf(
    tx,
    own.filter((finding) => finding.needsWord),
    judged.release.asOf,
  );
  return own.map((finding) => ({
    ...finding,
    decision: decisionOf(finding.key, { audit, decisions, branches }),
    change: changeOf(histories.get(finding)),
  }));
}

function changeOf(history: readonly HistoryPoint[] | undefined): AuditedFinding['change'] {
  const last = history?.at(-1);
  return last === undefined || last.change === null ? null : { change: last.change, since: last.since };
}

/** The audit's own decision; in the programme's audit that of a branch where it has none. */
function decisionOf(
  key: string,
  { audit, decisions, branches }: Omit<Ground, 'judged'> & { readonly branches: readonly AuditRow[] },
): TakenDecision | null {
  const taken = decisions.filter(({ finding }) => finding === key);
  const own = taken.find(({ auditId }) => auditId === audit.id);
  if (own) return { choice: own.choice, reason: own.reason, branch: null };
  const [first] = taken;
  if (!first) return null;
  const branch = branches.find(({ id }) => id === first.auditId)?.scope ?? null;
  return { choice: first.choice, reason: first.reason, branch };
}

/** What was agreed before: in audits of earlier quarters of the same branch; the programme collects those of all. */
async function promisedBefore(
  { pool, tx }: AuditGround,
  { audit, audits, judged, decisions }: Ground & { readonly audits: readonly AuditRow[] },
): Promise<AuditView['promised']> {
  const before = audits.filter(({ period }) => period < audit.period);
  const named = before.length === 0 ? () => null : await namesBefore(tx, audit.scope, judged.release.asOf);
  const earlier = before.filter(({ period, scope }) => scope === named(period) || audit.scope === PROGRAMME);
  const records = await recordsOf(
    pool,
    earlier.map(({ id }) => id),
  );
  const signed = earlier.filter(({ id }) => !isOpen(stateOf(records.filter(({ auditId }) => auditId === id))));
  const actions = await actionsOf(
    pool,
    signed.map(({ id }) => id),
  );
  const { period, asOf } = judged.release;
  const promises = await promisesOf(tx, actions, { period, asOf });
  return promises.map((action) => ({ ...action, decision: decisionOf(lateKey(action.id), { audit, decisions, branches: [] }) }));
}

/** How the branch of an audit was called in an earlier quarter: by the reorganisation map. */
async function namesBefore(tx: EntityManager, scope: string, until: string): Promise<(period: string) => string | null> {
  const [map, periods] = [await reorganisationsFor(tx), await publishedPeriods(tx)];
  const ends = new Map(periods.map(({ period, endsOn }) => [period, endsOn]));
  return (period) => nameBefore(map, scope, { after: ends.get(period) ?? until, until }).name;
}

async function judgedBefore({ tx, judge }: AuditGround, { release }: Judged): Promise<Judged | null> {
  const before = (await publishedPeriods(tx)).find(({ endsOn }) => endsOn < release.asOf);
  return before ? judge(before.releaseId) : null;
}

async function branchesOf(
  pool: AuditGround['pool'],
  branches: readonly AuditRow[],
  decisions: readonly DecisionRow[],
): Promise<AuditOfBranch[]> {
  const ids = branches.map(({ id }) => id);
  const [records, actions] = await Promise.all([recordsOf(pool, ids), actionsOf(pool, ids)]);
  return branches.map((audit) => ({
    audit,
    state: stateOf(records.filter(({ auditId }) => auditId === audit.id)),
    decided: decisions.filter(({ auditId }) => auditId === audit.id).length,
    actions: actions.filter(({ auditId }) => auditId === audit.id).length,
  }));
}

/** What signing waits for. Data that are not good enough to judge leave nothing to be decided. */
export function stepsOf(view: Pick<AuditView, 'findings' | 'promised' | 'answer' | 'actions'>): Steps {
  const { answer, actions } = view;
  const waiting = [
    ...view.findings.filter(({ needsWord }) => needsWord),
    ...view.promised.filter(({ late }) => late).map((action) => ({ ...action, key: lateKey(action.id) })),
  ];
  const open = waiting.filter(({ decision }) => decision === null).length;
  const late = waiting.filter(({ key }) => key.startsWith(LATE));
  const withoutAction = [...view.findings, ...late]
    .filter(({ key, decision }) => isOwnAct(decision) && !actions.some(({ finding }) => finding === key))
    .map(({ key }) => key);
  const stopped = answer?.answer === 'no';
  const lacks = [
    answer === null ? 'Say whether the data are good enough.' : '',
    open > 0 && !stopped ? decideMore(open) : '',
    withoutAction.length > 0 && !stopped ? 'Agree an action for each finding that is to be acted on.' : '',
  ].filter(Boolean);
  return { toDecide: waiting.length, decided: waiting.length - open, withoutAction, lacks };
}

/** Asks for decisions about so many findings. */
export const decideMore = (open: number): string =>
  open === 1 ? 'Decide about one finding more.' : `Decide about ${open} findings more.`;

const isOwnAct = (decision: TakenDecision | null): boolean => decision?.choice === 'act' && decision.branch === null;
