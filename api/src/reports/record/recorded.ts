import { t } from '#language';
import { decisionLabel, quarter, trackBadge, waitingWords } from '#wording';
import { type Evidence, type Waiting, waitingFor, type WaitingKind } from '../../decisions/index.js';
import type { ReleaseFile } from '../../kernel/index.js';
import { readerOf } from '../model/audience.js';
import type { AddedSection, ReportModel } from '../model/model.js';
import { smallInSentence } from '../model/spoken-words.js';
import type { MeasureWords } from '../model/words.js';
import { actionsSection, lateActions } from './actions-part.js';
import { type AuditGround, auditSection, findingSentence, findingsFor } from './audit-part.js';
import type { RecordedParts } from './parts.js';
import type { Records } from './records.js';
import { scorecardSection } from './scorecard-part.js';
import { evidenceSentence, trackSections, tracksSection, tracksSentence } from './track-parts.js';

interface Source {
  readonly file: ReleaseFile;
  readonly measures: readonly MeasureWords[];
  readonly records?: Records;
}

type Definition = ReportModel['definition'];

const NOTHING: RecordedParts = { summary: [], asked: [], added: [] };

/** What was decided and agreed, as the report tells it to its audience. Whoever reads headlines alone is told nothing of it. */
export function recordedParts({ records, ...source }: Source, definition: Definition): RecordedParts {
  if (!records || definition.audience === 'everyone') return NOTHING;
  const audit = records.audit && groundOf(source, definition, records.audit);
  switch (definition.subject.kind) {
    case 'audit':
      return audit ? ofAudit(audit, scorecardSection(source.file, records, readerOf(definition))) : NOTHING;
    case 'track':
      return ofTrack(records, definition.subject.track);
    case 'programme':
      return ofProgramme(records, audit, scorecardSection(source.file, records, readerOf(definition)));
  }
}

function groundOf({ file, measures }: Omit<Source, 'records'>, definition: Definition, audit: AuditGround['audit']): AuditGround {
  const { dimensions, policy } = file;
  const full = definition.subject.kind === 'audit' && definition.extent === 'full';
  return { audit, reader: readerOf(definition), dimensions, measures, policy, full };
}

/** Findings whose sentences open the report of an audit. */
const MOST_TOLD = 3;

function ofAudit(ground: AuditGround, scorecard: AddedSection | null): RecordedParts {
  const decided = findingsFor(ground).filter(({ decision }) => decision !== null);
  return {
    summary: decided.flatMap((finding) => findingSentence(finding, ground.dimensions) ?? []).slice(0, MOST_TOLD),
    asked: lateActions(ground),
    added: [auditSection(ground), actionsSection(ground), scorecard].filter((one) => one !== null),
  };
}

function ofTrack(records: Records, track: string): RecordedParts {
  const evidence = records.evidence.find((one) => one.track.id === track);
  if (!evidence) return NOTHING;
  return {
    summary: [evidenceSentence(evidence)],
    asked: askedAbout([evidence], records),
    added: trackSections(evidence, records.decisions),
  };
}

function ofProgramme(records: Records, audit: AuditGround | null, scorecard: AddedSection | null): RecordedParts {
  const { evidence } = records;
  const sections: readonly (AddedSection | null)[] = [
    audit && auditSection(audit),
    audit && actionsSection(audit),
    scorecard,
    tracksSection(records),
  ];
  return {
    summary: evidence.length > 0 ? [tracksSentence(evidence)] : [],
    asked: [...askedAbout(evidence, records), ...(audit ? lateActions(audit) : [])],
    added: sections.filter((one) => one !== null),
  };
}

/** What waits about tracks that is more than the programme's own housekeeping. */
const TO_DECIDE: readonly WaitingKind[] = ['secondOpinion', 'decisionDue', 'decisionLate', 'objections', 'retirementAnswer'];

function askedAbout(evidence: readonly Evidence[], { decisions, until }: Records): string[] {
  return waitingFor(evidence, decisions, until)
    .filter(({ kind }) => TO_DECIDE.includes(kind))
    .map((waiting) =>
      askedOf(
        waiting,
        evidence.find(({ track }) => track.id === waiting.key),
      ),
    );
}

function askedOf(waiting: Waiting, evidence: Evidence | undefined): string {
  const said = waitingWords(waiting);
  if (!evidence?.verdict || waiting.period === null) return `${said}.`;
  const supported = evidence.supported.map((kind) => smallInSentence(decisionLabel(kind))).join(t(' or '));
  const told = { said, quarter: quarter(waiting.period), verdict: smallInSentence(trackBadge(evidence.verdict).word), supported };
  return supported === ''
    ? t('{said}. {quarter} says: {verdict}.', told)
    : t('{said}. {quarter} says: {verdict}; the evidence supports: {supported}.', told);
}
