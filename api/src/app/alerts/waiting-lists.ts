import type { EntityManager } from 'typeorm';
import { may, maySeeAudit, maySeeGroup, mayWorkOnAudit, type Viewer } from '../../access/index.js';
import { actionsOf, type AuditRow, type AuditState, isOpen, listAuditRows, recordsOf, stateOf } from '../../audits/index.js';
import { listDecisions, waitsForSecond } from '../../decisions/index.js';
import {
  alertsFor,
  listPersonRequests,
  listPolicies,
  readSettings,
  type WaitingList,
  type WaitingThing,
} from '../../governance/index.js';
import { listLoads } from '../../ingest/index.js';
import { periodOf, shiftPeriod } from '../../kernel/index.js';
import { listReleases, publishedPeriods, verdictCrossings, type VerdictCrossings } from '../../releases/index.js';
import type { Database } from '../reading/database.js';
import { Remembered } from '../reading/remembered.js';
import { TrackBooks, waitingAbout } from '../reading/track-books.js';

/** What the lists read from: published releases and what roles wrote down, by the login of the web process. */
export interface WaitingSources {
  readonly database: Database;
  readonly tx: EntityManager;
  /** Today, for a test; the server's own clock otherwise. */
  readonly now: () => Date;
}

type Things = (viewer: Viewer, sources: WaitingSources) => Promise<readonly WaitingThing[]>;

/** Everything that can wait for somebody. Another room's list is one more line here; letters and digests follow. */
const LISTS: readonly Things[] = [
  auditsToFinish,
  auditsToCountersign,
  lateActions,
  draftsToPublish,
  loadsToConfirm,
  policiesToDecide,
  requestsToDecide,
  secondOpinions,
  staleData,
];

/** The lists on an installation. */
export function waitingLists(sources: WaitingSources): readonly WaitingList[] {
  const crossings = new Remembered<VerdictCrossings | null>(1);
  const crossed: WaitingList = (viewer) => crossedVerdicts(viewer, sources, crossings);
  const books = new TrackBooks(sources.database, sources.tx);
  const tracks: WaitingList = (viewer) => tracksToDecide(viewer, books, sources.now());
  return [crossed, tracks, ...LISTS.map((list) => (viewer: Viewer) => list(viewer, sources))];
}

/** Releases never change, so what crossed from one to the next is worked out once. */
async function crossedVerdicts(
  viewer: Viewer,
  { tx }: WaitingSources,
  remembered: Remembered<VerdictCrossings | null>,
): Promise<readonly WaitingThing[]> {
  if (!alertsFor(viewer.role).includes('verdicts')) return [];
  const published = (await publishedPeriods(tx)).map(({ releaseId }) => releaseId).join(' ');
  const found = await remembered.get(published, () => verdictCrossings(tx));
  const things = found?.crossings.filter(({ group }) => maySeeGroup(viewer, group)).length ?? 0;
  if (!found || things === 0) return [];
  const thing = { subject: `verdicts:${found.releaseId}`, label: 'Findings that crossed a verdict', path: '/', things };
  return [{ ...thing, alert: 'verdicts', isNews: true }];
}

async function tracksToDecide(viewer: Viewer, books: TrackBooks, now: Date): Promise<readonly WaitingThing[]> {
  if (!may(viewer, 'read', 'tracks')) return [];
  // Decisions that wait for a second person are a list of their own.
  const waiting = waitingAbout(viewer, await books.read(), now).filter(({ kind }) => kind !== 'secondOpinion');
  return waiting.map(({ kind, key, period }) => one(`track:${key}:${kind}:${period ?? ''}`, 'Tracks to decide about', '/tracks'));
}

/** Audits that this viewer may see, and where they stand; the newest quarter first. */
async function auditsFor(viewer: Viewer, { database }: WaitingSources): Promise<readonly (AuditRow & { state: AuditState })[]> {
  if (!may(viewer, 'read', 'audits')) return [];
  const audits = (await listAuditRows(database.reader)).filter(({ scope }) => maySeeAudit(viewer, scope));
  const ids = audits.map(({ id }) => id);
  const records = await recordsOf(database.reader, ids);
  return audits.map((audit) => ({ ...audit, state: stateOf(records.filter(({ auditId }) => auditId === audit.id)) }));
}

/** Of the newest quarter alone: what was left open before is an action, or history. */
async function auditsToFinish(viewer: Viewer, sources: WaitingSources): Promise<readonly WaitingThing[]> {
  if (!may(viewer, 'write', 'audits')) return [];
  const [newest] = await publishedPeriods(sources.tx);
  const open = (await auditsFor(viewer, sources)).filter(
    ({ releaseId, scope, state }) => releaseId === newest?.releaseId && isOpen(state) && mayWorkOnAudit(viewer, scope),
  );
  return open.map(({ id }) => one(`audit:${id}`, 'Equity audits to finish', '/audits'));
}

async function auditsToCountersign(viewer: Viewer, sources: WaitingSources): Promise<readonly WaitingThing[]> {
  if (!may(viewer, 'write', 'audit-countersigning')) return [];
  const signed = (await auditsFor(viewer, sources)).filter(({ state }) => state === 'signed-once');
  return signed.map(({ id }) => one(`countersign:${id}`, 'Equity audits to countersign, or to return', '/audits'));
}

/** Actions that are not done by the end of the newest published quarter, though they were due by then. */
async function lateActions(viewer: Viewer, sources: WaitingSources): Promise<readonly WaitingThing[]> {
  if (!alertsFor(viewer.role).includes('late-actions')) return [];
  const [newest] = await publishedPeriods(sources.tx);
  const audits = (await auditsFor(viewer, sources)).map(({ id }) => id);
  const late = (await actionsOf(sources.database.reader, audits)).filter(
    ({ step, duePeriod }) => step === null && newest !== undefined && duePeriod <= newest.period,
  );
  return late.map(({ id }) => ({ ...one(`action:${id}`, 'Actions that are late', '/audits'), alert: 'late-actions' as const }));
}

async function draftsToPublish(viewer: Viewer, { tx }: WaitingSources): Promise<readonly WaitingThing[]> {
  if (!may(viewer, 'write', 'publication')) return [];
  const drafts = (await listReleases(tx, { drafts: true })).filter(({ status }) => status === 'draft');
  return drafts.map(({ id }) => one(`draft:${id}`, 'Releases to publish, or to leave', '/data/releases'));
}

async function loadsToConfirm(viewer: Viewer, { tx }: WaitingSources): Promise<readonly WaitingThing[]> {
  if (!may(viewer, 'write', 'loads')) return [];
  const staged = (await listLoads(tx)).filter(({ state }) => state === 'staged');
  return staged.map(({ id }) => one(`load:${id}`, 'Loads to confirm or to discard', '/data/loads'));
}

async function policiesToDecide(viewer: Viewer, { database }: WaitingSources): Promise<readonly WaitingThing[]> {
  if (!may(viewer, 'write', 'policy-approval')) return [];
  const proposed = (await listPolicies(database.reader)).filter(
    ({ state, proposedBy }) => state === 'proposed' && proposedBy !== viewer.accountId,
  );
  return proposed.map(({ version }) => one(`policy:${version}`, 'Policies to approve or to reject', '/trust/policies'));
}

async function requestsToDecide(viewer: Viewer, { database }: WaitingSources): Promise<readonly WaitingThing[]> {
  if (!may(viewer, 'write', 'person-rights-approval')) return [];
  const waiting = (await listPersonRequests(database.reader)).filter(({ state }) => state === 'waiting');
  return waiting.map(({ no }) => one(`request:${no}`, 'Requests about own data to decide', '/data/requests'));
}

async function secondOpinions(viewer: Viewer, { database }: WaitingSources): Promise<readonly WaitingThing[]> {
  if (!may(viewer, 'write', 'second-opinions')) return [];
  const waiting = (await listDecisions(database.reader)).filter(
    (decision) => waitsForSecond(decision) && decision.decidedBy !== viewer.accountId,
  );
  return waiting.map(({ no }) => one(`decision:${no}`, 'Decisions that wait for a second person', '/tracks'));
}

const A_MONTH = 30 * 86_400_000;

/** A period that ended more than a month ago and is not published. An installation that never published is not late. */
async function staleData(viewer: Viewer, { database, tx, now }: WaitingSources): Promise<readonly WaitingThing[]> {
  if (!alertsFor(viewer.role).includes('stale-data')) return [];
  const published = await publishedPeriods(tx);
  const { fiscalYearStart } = (await readSettings(database.reader)).settings;
  const aMonthAgo = new Date(now().getTime() - A_MONTH).toISOString().slice(0, 10);
  const due = shiftPeriod(periodOf(aMonthAgo, fiscalYearStart), -1, fiscalYearStart);
  if (published.length === 0 || published.some(({ endsOn }) => endsOn >= due.endsOn)) return [];
  return [{ ...one(`stale:${due.key}`, 'Data that are out of date', '/data/releases'), alert: 'stale-data' }];
}

const one = (subject: string, label: string, path: string): WaitingThing => ({ subject, label, path, things: 1 });
