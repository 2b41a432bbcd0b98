export { type Actor, firstBroken, record, type TrailEntry } from './trail.js';
