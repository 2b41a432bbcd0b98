import type pg from 'pg';
import { readSettings } from '../governance/index.js';
import type { ReleaseFile } from '../kernel/index.js';
import { type Keys, Refusal } from '../platform/index.js';
import { exportRelease } from '../releases/index.js';
import { type FormatKey, FORMATS } from './formats.js';
import { AUDIENCE_KEYS, isAudience } from './model/audience.js';
import { CHAPTER_KEYS, type ChapterKey, isChapter } from './model/chapters.js';
import type { ReportDefinition, ReportModel } from './model/model.js';
import { buildReport } from './model/report-model.js';
import type { MeasureWords } from './model/words.js';
import { sealed } from './seal.js';

/** A file of a report, as it leaves. */
export interface ReportFile {
  readonly code: string;
  readonly format: FormatKey;
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** A report as somebody asks for it, by words that may be wrong. */
export interface ReportWish {
  readonly releaseId: string;
  readonly audience: string;
  readonly branch?: string | undefined;
  /** All of them where none is named. */
  readonly chapters?: readonly string[] | undefined;
  /** Brief for a board, full for everybody else, where nobody says. */
  readonly extent?: string | undefined;
}

/** @throws Refusal `audience-unknown`, `chapter-unknown`, `branch-unused`, `extent-unknown` (2). */
export function definitionOf({ releaseId, audience, branch, chapters = [], ...wish }: ReportWish): ReportDefinition {
  if (!isAudience(audience))
    throw new Refusal('audience-unknown', `A report is written for one of: ${AUDIENCE_KEYS.join(', ')}.`, 2);
  if (branch !== undefined && audience !== 'managers')
    throw new Refusal('branch-unused', 'A branch of the team tree narrows a report for managers, and no other.', 2);
  const { extent = audience === 'board' ? 'brief' : 'full' } = wish;
  if (extent !== 'brief' && extent !== 'full') throw new Refusal('extent-unknown', 'A report is brief or full.', 2);
  return { releaseId, audience, branch: branch ?? null, chapters: chaptersOf(chapters), extent };
}

function chaptersOf(named: readonly string[]): ChapterKey[] {
  if (named.every(isChapter)) return CHAPTER_KEYS.filter((chapter) => named.length === 0 || named.includes(chapter));
  throw new Refusal('chapter-unknown', `The parts of a report are: ${CHAPTER_KEYS.join(', ')}.`, 2);
}

/**
 * What the report says: the release as it was frozen, with the organisation's name of its time.
 *
 * @param tx the reader's or the curator's.
 * @throws Refusal `release-unknown`, `branch-unknown` (2), `not-published` (3).
 */
export async function readReport(
  tx: pg.Pool,
  definition: ReportDefinition,
  measures: readonly MeasureWords[],
): Promise<ReportModel> {
  const file = JSON.parse(await exportRelease(tx, definition.releaseId)) as ReleaseFile;
  checkBranch(file, definition.branch);
  const { settings } = await readSettings(tx, file.release.knownAt);
  const { organisation, address } = settings;
  return buildReport({ file, organisation, measures, verifyAt: address ? `${address}/verify` : null }, definition);
}

function checkBranch({ dimensions }: ReleaseFile, branch: string | null): void {
  const teams = dimensions.find(({ key }) => key === 'team')?.values ?? [];
  if (branch === null || teams.some(({ key }) => key === branch)) return;
  throw new Refusal(
    'branch-unknown',
    'The release knows no team of this name; teams are named from the top, like eng/platform.',
    2,
  );
}

/** Writes the report in one format and seals the file. */
export async function writeReport(model: ReportModel, format: FormatKey, keys: Keys): Promise<ReportFile> {
  const { extension, type, write } = FORMATS[format];
  const about = { code: model.code, release: model.release.id, releaseHash: model.releaseHash, kind: format };
  return {
    code: model.code,
    format,
    name: `mentoring-${model.period.key.toLowerCase()}-${model.definition.audience}-${model.code}.${extension}`,
    type,
    bytes: sealed(await write(model), about, keys),
  };
}
