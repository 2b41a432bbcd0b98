export {
  type ColumnDescription,
  type ColumnType,
  type FileDescription,
  fileDescriptions,
  type Sensitivity,
} from './files/index.js';
export { collectedColumns, dataDictionary, demandsOf } from './documentation.js';
export { errorsAsCsv, listErrors, type LoadError } from './loading/errors.js';
export { type IngestedFile, type IngestOptions, ingestPaths, type IngestReport } from './loading/ingest-paths.js';
export { findLoad, isLoadId, type ListedLoad, listLoads, LOAD_ENTITIES } from './loading/list-loads.js';
export {
  beginLoad,
  checkLoad,
  confirmLoad,
  discardLoad,
  expireStaged,
  hoursStaged,
  type Load,
  type LoadFile,
  type LoadState,
  type NewLoad,
  readLoad,
  withdrawLoad,
} from './loading/loads.js';
export { type IncomingFile, type IngestContext, type Progress, type ReceivedFile, receiveFile } from './loading/receive-file.js';
export * from './profiles/index.js';
export { personKeyOf } from './pseudonyms.js';
export { type Remark, sayRemark } from './remarks.js';
export { messageOf, type RuleName, wordsOf } from './rules.js';
export { readOwnNotes } from './seal.js';
export { type IngestSettings, noSettings } from './settings.js';
