export { type InstallationFacts, markAsSample, readInstallation, removeSample } from './installation.js';
export { DEFAULT_PLAN } from './plan.js';
export {
  type DataPolicy,
  DEFAULT_DATA_POLICY,
  FILE_CLASSES,
  type FileClass,
  NEVER_USED_FOR,
  type DataPurpose,
  DATA_PURPOSES,
} from './data-policy.js';
export { type GovernanceChange, listChanges, whyInWords } from './changes.js';
export { explainPolicy, type PolicyExplained, type RetentionRule } from './explain-policy.js';
export {
  findPolicy,
  listPolicies,
  type Policy,
  policyForRelease,
  policyInForce,
  type PolicyContent,
  type PolicyState,
  type PolicyVersion,
  readPolicy,
  STANDARD,
} from './policies.js';
export { type ErasureCertificate, erasureCertificate, type ListedRequest, listPersonRequests } from './person-requests.js';
export {
  documentOfForm,
  knobsInWords,
  type OwnPolicy,
  POLICY_CHOICES,
  POLICY_KNOBS,
  type PolicyKnob,
  valuesOf,
} from './own-policy.js';
export { packOf, POLICY_PACKS, type PolicyPack } from './policy-packs.js';
export { countRefusals, QUESTION_ABOUT_A_PERSON, REFUSAL_DAYS, type Refusals } from './refusals.js';
export { POLICY_SCHEMA } from './policy-schema.js';
export {
  decidePolicy,
  type Deciding,
  nextPeriodFrom,
  parsePolicy,
  type PolicyDecision,
  type PolicyDraft,
  proposePolicy,
} from './propose-policy.js';
export {
  amountInWords,
  keepOutlook,
  noteRetentionRun,
  readRetention,
  type RetentionOutlook,
  type RetentionState,
  type RetiredAmount,
  sayAmount,
} from './retention-schedule.js';
export { loosenings } from './strictness.js';
export { SETTINGS_SCHEMA } from './settings-schema.js';
export {
  type Characteristic,
  DEFAULT_SETTINGS,
  parseSettings,
  readSettings,
  readSettings as showSettings,
  setSettings,
  type Settings,
  type SettingsVersion,
} from './settings.js';
export * from './sealing/index.js';
export * from './documents/index.js';
export * from './alerts/index.js';
export * from './reorganisation/index.js';
