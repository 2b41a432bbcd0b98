export { checkStaged, dropStaging, openStaging, type StagingPlace } from './staging.js';
export { confirmManySessions, confirmStaged, emptySample, type Knowledge, knowledgeAt, withdraw } from './standing.js';
