export { checkStaged, dropStaging, openStaging, type StagingPlace } from './staging.js';
export { confirmManySessions, confirmStaged, withdraw } from './standing.js';
