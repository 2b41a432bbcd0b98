export { type Checkpoint, keepCheckpoint, lastEntry, readCheckpoint, readCheckpoints, signCheckpoint } from './checkpoints.js';
export { ENTRY_KINDS, type EntryKind, type EntryKindKey, isEntryKind, kindOf } from './kinds.js';
export { LONGEST_PAGE, readTrail, type ReadEntry, type TrailFilter, type TrailPage, type TrailPlace } from './read-trail.js';
export { type Pruned, pruneTrail } from './stretches.js';
export { type Actor, record, recordMany, type TrailEntry } from './trail.js';
export { type TrailFault, verifyTrail, type Witness } from './verify-trail.js';
