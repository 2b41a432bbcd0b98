export {
  type AuditGround,
  type AuditedFinding,
  type AuditOfBranch,
  type AuditView,
  decideMore,
  lateKey,
  readAudit,
  type Steps,
  type TakenDecision,
} from './audit-view.js';
export { type Compared, type Comparison, comparisonsIn } from './comparisons.js';
export { type DataFacts } from './data-facts.js';
export { type Concern, EQUITY_FAMILY } from './equity-family.js';
export { FINDING_CLASSES, type FindingClass } from './findings.js';
export { type FollowUpVerdict } from './follow-up.js';
export {
  type AdjustedComparison,
  adjustedOf,
  comparisonOfKey,
  historiesOf,
  type HistoryPoint,
  type Judged,
  judgeRelease,
} from './judged.js';
export {
  ACTIONS,
  type Choice,
  CHOICES,
  DATA_LIMITS,
  isChoice,
  type LibraryAction,
  type Listed,
  NOTE_KINDS,
  OWN_ACTION,
  OWNER_ROLES,
  REASONS,
} from './library.js';
export { leaveNote, type Noting, takeNoteBack } from './notes.js';
export { openAudit, type ToOpen } from './open-audit.js';
export { type Followed, scorecardOf, type ScoredFinding } from './scorecard.js';
export { type FollowUp, type PromisedAction } from './promises.js';
export { type LaterRelease, scoreSigned, type SignedScore } from './record-scorecard.js';
export {
  readSignedAudit,
  readSignedBefore,
  type SignedAction,
  type SignedAudit,
  type SignedDocument,
  type SignedFinding,
  type SignedNote,
  type SignedPromise,
} from './signed-record.js';
export { type AuditState, isOpen, stateOf } from './state.js';
export {
  type ActionRow,
  actionsOf,
  type AuditRow,
  decisionCounts,
  documentOfRecord,
  listAuditRows,
  type NoteRow,
  PROGRAMME,
  type RecordRow,
  type RecordStep,
  recordsOf,
} from './store.js';
export {
  agreeAction,
  answerData,
  closeAction,
  countersignAudit,
  decideFinding,
  type Deciding,
  type NewAction,
  reopenAudit,
  returnAudit,
  signAudit,
  subjectOf,
  withdrawAction,
} from './work.js';
