export { type BuildOptions, type BuildProgress, buildRelease, type Draft } from './build-release.js';
export { type Publication, type Published, publishRelease } from './publish-release.js';
export {
  exportRelease,
  type ListedRelease,
  listReleases,
  type PlannedBreakdownFound,
  planOf,
  type PublishedPeriod,
  publishedPeriods,
  readTable,
  type TableFound,
  type TableQuestion,
} from './read-releases.js';
