import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { may, maySeeAudit, maySeeFinding, mayWorkOnAudit, reachFor, type Viewer } from '../../access/index.js';
import {
  type ActionRow,
  actionsOf,
  type AdjustedComparison,
  adjustedOf,
  type AuditedFinding,
  type AuditGround,
  type AuditRow,
  type AuditState,
  type AuditView,
  comparisonOfKey,
  decisionCounts,
  documentOfRecord,
  historiesOf,
  type HistoryPoint,
  isOpen,
  type Judged,
  judgeRelease,
  listAuditRows,
  openAudit,
  PROGRAMME,
  readAudit,
  recordsOf,
  scorecardOf,
  stateOf,
  subjectOf,
} from '../../audits/index.js';
import { Refusal } from '../../platform/index.js';
import { describeBreak, describeQuality, dimensionsOf, publishedPeriods } from '../../releases/index.js';
import { inLanguage } from '../../translation/index.js';
import { actorOf } from '../http/actor.js';
import { Denials } from '../http/denials.js';
import { ReadLog } from '../http/read-log.js';
import type { Refused } from '../types/account.types.js';
import type {
  AdjustedFinding,
  Audit,
  AuditChanged,
  AuditHistoryPoint,
  AuditFindingInFull,
  AuditRights,
  AuditSummary,
  ScoredFinding,
} from '../types/audit.types.js';
import {
  actionInWords,
  changeInWords,
  findingInWords,
  lacksInWords,
  noteInWords,
  orAbsent,
  promiseInWords,
  recordInWords,
  scoreInWords,
  summaryOf,
} from './audit-words.js';
import { Database } from './database.js';
import { Remembered } from './remembered.js';

/** Which audit: a quarter, and a branch of the team tree. */
export interface AuditName {
  readonly period: string;
  readonly scope: string;
}

const READ = { verb: 'read', resource: 'audits' } as const;

/** Equity audits, as one viewer may see and work on them. */
@Injectable()
export class Audits {
  // A release never changes, and neither does what the rule finds in it.
  private readonly judged = new Remembered<Judged | null>(16);

  constructor(
    private readonly database: Database,
    private readonly tx: EntityManager,
    private readonly readLog: ReadLog,
    private readonly denials: Denials,
  ) {}

  /** Every audit that this viewer may see, the newest quarter first; of a restated quarter, that of the restatement. */
  async list(viewer: Viewer): Promise<AuditSummary[]> {
    const { reader } = this.database;
    const rows = newestOfEach((await listAuditRows(reader)).filter(({ scope }) => maySeeAudit(viewer, scope)));
    const ids = rows.map(({ id }) => id);
    const [records, actions, decided] = await Promise.all([
      recordsOf(reader, ids),
      actionsOf(reader, ids),
      decisionCounts(reader, ids),
    ]);
    return rows
      .map((row) => ({ row, state: stateOf(records.filter(({ auditId }) => auditId === row.id)) }))
      .filter(({ state }) => isForReader(viewer, state))
      .map(({ row, state }) =>
        summaryOf(row, state, {
          decided: decided.get(row.id) ?? 0,
          actions: actions.filter(({ auditId }) => auditId === row.id).length,
        }),
      );
  }

  /** An audit in full; one that is not for this viewer is answered like one that does not exist. */
  async one(viewer: Viewer, name: AuditName): Promise<Audit | null> {
    const view = await this.view(viewer, name);
    if (!view) return null;
    this.readLog.note(viewer, { action: 'audit.read', subject: subjectOf(view.audit), by: READ });
    return auditFor(viewer, view);
  }

  /** What signed audits decided and what followed, as far as this viewer may see both. */
  async scorecard(viewer: Viewer): Promise<ScoredFinding[]> {
    const [newest] = await publishedPeriods(this.tx);
    if (!newest) return [];
    const scored = await scorecardOf(this.ground(), newest.endsOn);
    this.readLog.note(viewer, { action: 'audit.read', subject: 'scorecard', by: READ });
    return scored
      .filter(({ audit, group }) => maySeeAudit(viewer, audit.scope) && maySeeFinding(viewer, group))
      .map(scoreInWords);
  }

  /** A finding with its quarters. */
  async finding(viewer: Viewer, name: AuditName, key: string): Promise<AuditFindingInFull | null> {
    const view = await this.view(viewer, name);
    const finding = view?.findings.find((one) => one.key === key);
    if (!view || !finding || !maySeeFinding(viewer, finding.group)) return null;
    const { asOf, dimensions } = view.judged.release;
    const history = (await historiesOf(this.tx, [finding], asOf)).get(finding) ?? [];
    return {
      finding: findingInWords(finding, dimensions),
      history: history.map(pointInWords),
      adjusted: adjustedInWords(await adjustedOf(this.tx, finding, asOf)),
    };
  }

  /** A signed record, byte for byte; null where there is none that this viewer may read whole. */
  async document(viewer: Viewer, name: AuditName, recordId: string): Promise<string | null> {
    const view = await this.view(viewer, name);
    const known = view?.records.some(({ id }) => id === recordId) ?? false;
    // Whoever sees a part of the findings alone is not handed the whole.
    if (!view || !known || !view.findings.every(({ group }) => maySeeFinding(viewer, group))) return null;
    return documentOfRecord(this.database.reader, recordId);
  }

  /** Opens the audit of an older quarter. */
  async open(viewer: Viewer, { period, scope }: AuditName): Promise<AuditChanged | Refused> {
    return this.changed(viewer, { period, scope }, async () => {
      const release = (await publishedPeriods(this.tx)).find((one) => one.period === period);
      if (!release) throw new Refusal('not-published', 'No results are published for this period.', 2);
      refuseForeign(viewer, scope);
      await refuseUnknownBranch(this.tx, release.releaseId, scope);
      await openAudit(this.database.reader, actorOf(viewer), { releaseId: release.releaseId, period, scope });
    });
  }

  /** Does something to an audit as it stands, and answers with what it is then. */
  async work(viewer: Viewer, name: AuditName, doing: (view: AuditView) => Promise<void>): Promise<AuditChanged | Refused> {
    return this.changed(viewer, name, async () => {
      const view = await this.view(viewer, name);
      if (!view) throw new Refusal('audit-unknown', 'There is no such audit.', 2);
      await doing(view);
    });
  }

  /** The same for whoever works on the branch. */
  async workOn(viewer: Viewer, name: AuditName, doing: (view: AuditView) => Promise<void>): Promise<AuditChanged | Refused> {
    return this.work(viewer, name, async (view) => {
      refuseForeign(viewer, name.scope);
      await doing(view);
    });
  }

  /** An action of this or an earlier audit, with the audit that agreed it. */
  async actionOf(view: AuditView, actionId: string): Promise<{ action: ActionRow; view: Pick<AuditView, 'audit' | 'state'> }> {
    const action = [...view.actions, ...view.promised].find(({ id }) => id === actionId);
    const audit = (await listAuditRows(this.database.reader)).find(({ id }) => id === action?.auditId);
    if (!action || !audit) throw new Refusal('action-unknown', 'There is no such action.', 2);
    return { action, view: { audit, state: stateOf(await recordsOf(this.database.reader, [audit.id])) } };
  }

  private async changed(viewer: Viewer, name: AuditName, change: () => Promise<void>): Promise<AuditChanged | Refused> {
    try {
      await change();
    } catch (refusal) {
      if (refusal instanceof Refusal) return { __typename: 'Refused', code: refusal.code, message: refusal.message };
      throw refusal;
    }
    const view = await this.view(viewer, name);
    if (!view) throw new Error('an audit went away while it was worked on');
    return { __typename: 'AuditChanged', audit: auditFor(viewer, view) };
  }

  private async view(viewer: Viewer, { period, scope }: AuditName): Promise<AuditView | null> {
    const row = maySeeAudit(viewer, scope)
      ? (await listAuditRows(this.database.reader)).find((one) => one.period === period && one.scope === scope)
      : undefined;
    // What is signed is English, whoever reads or signs it; pages say it anew.
    const view = row && (await inLanguage('en', () => readAudit(this.ground(), row)));
    if (view && isForReader(viewer, view.state)) return view;
    await this.denials.note(viewer, `audit ${subjectOf({ period, scope })}`.slice(0, 200));
    return null;
  }

  private ground(): AuditGround {
    const judge = (releaseId: string): Promise<Judged | null> =>
      this.judged.get(releaseId, () => judgeRelease(this.tx, releaseId));
    return { pool: this.database.reader, tx: this.tx, judge };
  }
}

/** Whoever reads the organisation alone reads what two people signed. */
const isForReader = (viewer: Viewer, state: AuditState): boolean =>
  reachFor(viewer, READ) !== 'organisation' || state === 'signed';

/** Rows come newest first: a restatement has an audit of its own, and takes the place. */
function newestOfEach(rows: readonly AuditRow[]): AuditRow[] {
  const nameOf = ({ period, scope }: AuditRow): string => `${period} ${scope}`;
  return rows.filter((row, at) => rows.findIndex((other) => nameOf(other) === nameOf(row)) === at);
}

function refuseForeign(viewer: Viewer, scope: string): void {
  if (mayWorkOnAudit(viewer, scope)) return;
  throw new Refusal(
    'not-your-branch',
    scope === PROGRAMME
      ? 'This audit is worked on by an engineering manager of the whole organisation.'
      : 'This audit is worked on by the engineering manager of that branch.',
  );
}

async function refuseUnknownBranch(tx: EntityManager, releaseId: string, scope: string): Promise<void> {
  if (scope === PROGRAMME) return;
  const team = (await dimensionsOf(tx, releaseId)).find(({ key }) => key === 'team');
  if (!team?.values.some(({ key }) => key === scope))
    throw new Refusal('branch-unknown', 'There was no such branch in that quarter.', 2);
}

function pointInWords({ period, status, ratio, lower, upper, verdict, change, breaks }: HistoryPoint): AuditHistoryPoint {
  return {
    ...{ period, status, verdict, change, breaks: breaks.map(describeBreak) },
    ratio: orAbsent(ratio, 'notShown'),
    lower: orAbsent(lower, 'notShown'),
    upper: orAbsent(upper, 'notShown'),
  };
}

function adjustedInWords(adjusted: AdjustedComparison | null): AdjustedFinding | null {
  if (!adjusted) return null;
  const { period, oddsRatio, lower, upper, pooling } = adjusted;
  const absent = pooling === 'heterogeneous' ? pooling : 'notEstimable';
  return {
    ...{ period, pooling },
    oddsRatio: orAbsent(oddsRatio, absent),
    lower: orAbsent(lower, absent),
    upper: orAbsent(upper, absent),
  };
}

/** The audit, cut to what this viewer may see of it. */
function auditFor(viewer: Viewer, view: AuditView): Audit {
  const { audit, judged, answer, steps, data, records } = view;
  const { release } = judged;
  const findings = view.findings.filter(({ group }) => maySeeFinding(viewer, group));
  const seesAction = ({ measuredBy }: ActionRow): boolean => maySeeFinding(viewer, comparisonOfKey(measuredBy)?.group ?? {});
  const actions = view.actions.filter(seesAction);
  return {
    ...summaryOf(audit, view.state, { decided: steps.decided, actions: actions.length }),
    ...{ releaseId: release.id, asOf: release.asOf, restated: !release.current, policyVersion: audit.policyVersion },
    similar: release.similar,
    data: {
      ...data,
      ...countsOf(findings),
      characteristics: data.characteristics.map(({ label, share, lower, upper }) => ({
        label,
        share: orAbsent(share, 'notEstimable'),
        lower: orAbsent(lower, 'notEstimable'),
        upper: orAbsent(upper, 'notEstimable'),
      })),
      quality: release.certificate.quality ? describeQuality(release.certificate.quality) : [],
      changed: data.changed.map(changeInWords),
    },
    answer: answer && { answer: answer.answer, limits: [...answer.limits] },
    findings: findings.map((finding) => findingInWords(finding, release.dimensions)),
    agreed: actions.map((action) => actionInWords(action, release.dimensions)),
    promised: view.promised.filter(seesAction).map((promise) => promiseInWords(promise, release.dimensions)),
    branches: view.branches
      .filter((branch) => maySeeAudit(viewer, branch.audit.scope))
      .map((branch) => summaryOf(branch.audit, branch.state, branch)),
    records: records.map(recordInWords),
    notes: view.notes.filter(({ finding }) => finding === null || findings.some(({ key }) => key === finding)).map(noteInWords),
    steps: { ...steps, withoutAction: [...steps.withoutAction], lacks: lacksInWords(steps) },
    rights: rightsOf(viewer, view),
  };
}

/** Counted again after the cut: what is hidden elsewhere is not this viewer's to know. */
function countsOf(findings: readonly AuditedFinding[]): Pick<AuditView['data'], 'comparisons' | 'hidden' | 'withoutEstimate'> {
  const count = (one: AuditedFinding['class']): number => findings.filter((finding) => finding.class === one).length;
  return { comparisons: findings.length, hidden: count('hidden'), withoutEstimate: count('no-estimate') };
}

function rightsOf(viewer: Viewer, { audit, state, steps, records }: AuditView): AuditRights {
  const works = mayWorkOnAudit(viewer, audit.scope);
  const work = works && isOpen(state);
  return {
    work,
    sign: work && steps.lacks.length === 0,
    countersign:
      state === 'signed-once' && may(viewer, 'write', 'audit-countersigning') && records[0]?.signedBy !== viewer.accountId,
    reopen: works && state === 'signed',
    close: works,
    note: isOpen(state) && may(viewer, 'write', 'audit-notes'),
  };
}
