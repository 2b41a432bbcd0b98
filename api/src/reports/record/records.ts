import type pg from 'pg';
import { maySeeAudit } from '../../access/index.js';
import { PROGRAMME, readSignedAudit, readSignedBefore, type SignedAudit } from '../../audits/index.js';
import { type Decision, type Evidence, evidenceOf, listDecisions, listUnplannedLooks } from '../../decisions/index.js';
import type { Dimension, ReleasedTable, ReleaseHeader } from '../../kernel/index.js';
import { firstReleases, type PublishedQuarter, quartersUntil } from '../../releases/index.js';
import { isLocked, listCharters } from '../../tracks/index.js';
import { readerOf } from '../model/audience.js';
import type { ReportDefinition } from '../model/model.js';
import { tracksIn, wholeGroup } from '../model/subject.js';

/** What was decided and agreed beside a release, as it stood at one moment. Rows are only ever added, so it can be read again. */
export interface Records {
  readonly until: Date;
  /** The audit that two people signed; null where there is none that the audience may see. */
  readonly audit: SignedAudit | null;
  /** Audits of earlier quarters that two people signed, the newest first: what was decided in them is held against this quarter. */
  readonly earlierAudits: readonly SignedAudit[];
  /** Of the tracks of the release, in its order. */
  readonly evidence: readonly Evidence[];
  readonly decisions: readonly Decision[];
  /** The quarters up to the report's, oldest first, with the tables of all that it is about. */
  readonly quarters: readonly PublishedQuarter[];
}

interface OfRelease {
  readonly release: ReleaseHeader;
  readonly dimensions: readonly Dimension[];
  readonly tables: readonly ReleasedTable[];
}

/** Everything on record that a report may tell of, up to its moment. @param tx the reader's or the curator's. */
export async function readRecords(tx: pg.Pool, definition: ReportDefinition, file: OfRelease): Promise<Records> {
  const until = new Date(definition.recordsUntil);
  const [audit, tracks] = [await auditFor(tx, definition, until), await tracksUntil(tx, file, until)];
  const earlierAudits = await auditsBefore(tx, definition, { period: file.release.period, until });
  return { until, audit, earlierAudits, ...tracks, quarters: await quartersOf(tx, definition, file) };
}

/** The report's own release stands for its quarter, whatever took its place since. */
async function quartersOf(
  tx: pg.Pool,
  { subject, recordsUntil }: ReportDefinition,
  { release, dimensions, tables }: OfRelease,
): Promise<PublishedQuarter[]> {
  const breakdown = Object.keys(wholeGroup(subject));
  const all = await quartersUntil(tx, { breakdown, until: new Date(recordsUntil) });
  const { id: releaseId, period, asOf, methodVersion } = release;
  const own = tables.filter(({ breakdown: by }) => by.join('\n') === breakdown.join('\n'));
  return [
    ...all.filter((one) => one.asOf < asOf),
    { releaseId, period, asOf, methodVersion, dimensions, restates: null, tables: own },
  ];
}

async function auditFor(tx: pg.Pool, definition: ReportDefinition, until: Date): Promise<SignedAudit | null> {
  const { releaseId, subject, branch } = definition;
  const reader = readerOf(definition);
  const scopes = subject.kind === 'audit' ? [subject.scope] : [branch ?? PROGRAMME, PROGRAMME];
  for (const scope of scopes.filter((one) => maySeeAudit(reader, one))) {
    const signed = await readSignedAudit(tx, { releaseId, scope, until });
    if (signed) return signed;
  }
  return null;
}

async function auditsBefore(
  tx: pg.Pool,
  definition: ReportDefinition,
  { period, until }: { readonly period: string; readonly until: Date },
): Promise<SignedAudit[]> {
  const { subject, branch } = definition;
  if (subject.kind === 'track') return [];
  const scope = subject.kind === 'audit' ? subject.scope : (branch ?? PROGRAMME);
  return maySeeAudit(readerOf(definition), scope) ? readSignedBefore(tx, { period, scopes: [scope], until }) : [];
}

/** Evidence as it stood when the quarter of the release was the newest, with what had been decided about it by then. */
async function tracksUntil(
  tx: pg.Pool,
  { release, dimensions }: OfRelease,
  until: Date,
): Promise<Pick<Records, 'evidence' | 'decisions'>> {
  const quarters = (await firstReleases(tx, { breakdown: ['track'], until })).filter(({ period }) => period <= release.period);
  const decisions = (await listDecisions(tx)).flatMap((one) => decisionUntil(one, release.period, until) ?? []);
  const charters = (await listCharters(tx)).filter((one) => isLocked(one) && one.lockedAt <= until);
  const unplanned = (await listUnplannedLooks(tx)).filter(({ lookedAt }) => lookedAt <= until);
  const evidence = tracksIn(dimensions).map(({ key, label }) =>
    evidenceOf({ ...UNDESCRIBED, id: key, name: label }, { charters, decisions, unplanned, quarters }),
  );
  return { evidence, decisions };
}

/** A release says what a track is called; its description in the catalogue may change, and is no part of a report. */
const UNDESCRIBED = {
  ...{ owned: true, startedOn: null, endedOn: null, monthlyMinutes: null },
  ...{ focus: null, tier: null, format: null, practice: null, purpose: null, capability: null },
};

function decisionUntil(decision: Decision, period: string, until: Date): Decision | null {
  if (decision.decidedAt > until || (decision.period ?? '') > period) return null;
  const { second, steps } = decision;
  return {
    ...decision,
    second: second && second.givenAt <= until ? second : null,
    steps: steps.filter(({ takenAt }) => takenAt <= until),
  };
}
