export { type BuildOptions, type BuildProgress, buildRelease, type Draft } from './build-release.js';
export { asPem, type PublicKey, signingPublicKey, signStatement, statementSignedBy } from './signature.js';
export { type VerifiedRelease, verifyRelease } from './verify-release.js';
export { describeExposure } from './exposure.js';
export { describeQuality } from './quality-gate.js';
export { describeChange } from './restatement.js';
export { draftStoredSince } from './store.js';
export { type Publication, type Published, publishRelease } from './publish-release.js';
export {
  dimensionsOf,
  exportRelease,
  type FirstRelease,
  firstReleases,
  type JudgedRelease,
  type ListedRelease,
  listReleases,
  type PlannedTable,
  planOf,
  publishedDocument,
  type PublishedPeriod,
  publishedPeriods,
  type PublishedQuarter,
  quartersUntil,
  readJudgedRelease,
  readTable,
  readTablesBy,
  RELEASE_ENTITIES,
  releaseOfFile,
  type ReleaseListing,
  type TableName,
} from './read-releases.js';
export { type ChangeOverTime, changeOverTime, type Interval } from './change-over-time.js';
export { readSeries, readSeriesOfGroups, reorganisationsFor, type SeriesQuestion, teamsOfQuarters } from './read-series.js';
export { breaksBetween, describeBreak, type SeriesBreak, type SeriesPoint, seriesOf } from './series.js';
export { type VerdictCrossing, verdictCrossings, type VerdictCrossings } from './verdict-crossings.js';
