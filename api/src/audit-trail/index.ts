export { type Actor, firstBroken, record, recordMany, type TrailEntry } from './trail.js';
