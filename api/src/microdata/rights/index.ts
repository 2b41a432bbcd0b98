export { type PersonCopy, readPersonCopy } from './person-copy.js';
export { type RetentionRun, type RetiredClass, runRetention } from './retention.js';
export { removalMarks, type Removal, removalsBetween } from './removals.js';
export {
  askForPerson,
  eraseRequested,
  giveConsent,
  type PersonRequest,
  rejectRequest,
  type RequestKind,
  subjectOf,
  settleSubjectAccess,
  type Verification,
  VERIFICATIONS,
  withdrawConsent,
} from './requests.js';
