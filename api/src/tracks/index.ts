export { type CatalogueTrack, findTrack, readCatalogue, readTracks, runsWithin, type Track } from './catalogue.js';
export {
  charterDocument,
  type CharterContent,
  type EffectUnit,
  type ExpectedPeople,
  type Guardrail,
  GUARDRAILS,
  type OutcomeKey,
  OUTCOMES,
  parseCharter,
  plannedPeople,
  SECONDARY,
  type SecondaryOutcome,
} from './charter.js';
export {
  type Charter,
  charterInForce,
  chartersInForce,
  draftOf,
  isLocked,
  listCharters,
  lockCharter,
  type LockedCharter,
  writeCharter,
  type WrittenCharter,
} from './charters.js';
export { CHARTER_TEMPLATES, type CharterTemplate, fromTemplate, templateFor } from './templates.js';
