export { type Actor, record, recordMany, type TrailEntry } from './trail.js';
export { type Checkpoint, lastEntry, readCheckpoint, signCheckpoint, type TrailFault, verifyTrail } from './verify-trail.js';
