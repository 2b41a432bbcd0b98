export { checkStaged, dropStaging, openStaging, type StagingPlace } from './staging.js';
export { confirmStaged, emptySample, type Knowledge, knowledgeAt, withdraw } from './standing.js';
