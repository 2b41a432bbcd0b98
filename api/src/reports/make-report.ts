import { isLanguage, type Language, LANGUAGES, t } from '#language';
import type pg from 'pg';
import { maySeeAudit } from '../access/index.js';
import { readSettings } from '../governance/index.js';
import type { ReleaseFile } from '../kernel/index.js';
import { type Keys, Refusal } from '../platform/index.js';
import { exportRelease } from '../releases/index.js';
import { inLanguage } from '../translation/index.js';
import { type FormatKey, FORMATS } from './formats.js';
import { AUDIENCE_KEYS, isAudience, readerOf } from './model/audience.js';
import { CHAPTER_KEYS, type ChapterKey, isChapter } from './model/chapters.js';
import type { Extent, ReportDefinition, ReportModel } from './model/model.js';
import { PROGRAMME_REPORT, type ReportSubject, tracksIn } from './model/subject.js';
import { buildReport } from './model/report-model.js';
import type { MeasureWords } from './model/words.js';
import { readRecords, type Records } from './record/records.js';
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
  /** An audit of this branch, or of the programme where it is empty, instead of everything. */
  readonly audit?: string | undefined;
  /** English where nobody says. */
  readonly language?: string | undefined;
  /** One track instead of everything. */
  readonly track?: string | undefined;
  /** Decisions and actions up to this moment; up to now where nobody says. */
  readonly recordsUntil?: string | undefined;
}

/** @throws Refusal `audience-unknown`, `chapter-unknown`, `branch-unused`, `extent-unknown`, `language-unknown`, `subject-unclear`, `moment-unclear` (2). */
export function definitionOf({ releaseId, audience, branch, chapters = [], ...wish }: ReportWish): ReportDefinition {
  if (!isAudience(audience))
    throw new Refusal('audience-unknown', t('A report is written for one of: {names}.', { names: AUDIENCE_KEYS.join(', ') }), 2);
  if (branch !== undefined && audience !== 'managers')
    throw new Refusal('branch-unused', 'A branch of the team tree narrows a report for managers, and no other.', 2);
  const subject = subjectOf(wish);
  if (audience === 'everyone' && subject.kind !== 'programme')
    throw new Refusal(
      'subject-not-for-audience',
      'Audits and tracks are read by those who decide about them, not by everyone.',
      2,
    );
  const common = { releaseId, subject, audience, branch: branch ?? null };
  return {
    ...common,
    chapters: chaptersOf(chapters),
    extent: extentOf(wish.extent ?? (audience === 'board' ? 'brief' : 'full')),
    recordsUntil: momentOf(wish.recordsUntil),
    language: languageOf(wish.language),
  };
}

function extentOf(named: string): Extent {
  if (named === 'brief' || named === 'full') return named;
  throw new Refusal('extent-unknown', 'A report is brief or full.', 2);
}

function languageOf(named: string = 'en'): Language {
  if (isLanguage(named)) return named;
  throw new Refusal('language-unknown', t('A report is written in: {names}.', { names: Object.keys(LANGUAGES).join(', ') }), 2);
}

function subjectOf({ audit, track }: Pick<ReportWish, 'audit' | 'track'>): ReportSubject {
  if (audit !== undefined && track !== undefined)
    throw new Refusal('subject-unclear', 'A report is about an audit or about a track, not about both.', 2);
  if (audit !== undefined) return { kind: 'audit', scope: audit };
  return track === undefined ? PROGRAMME_REPORT : { kind: 'track', track };
}

function momentOf(named: string | undefined): string {
  const moment = named === undefined ? new Date() : new Date(named);
  if (Number.isNaN(moment.getTime())) throw new Refusal('moment-unclear', 'Name the moment like 2026-10-05T12:00:00Z.', 2);
  return moment.toISOString();
}

function chaptersOf(named: readonly string[]): ChapterKey[] {
  if (named.every(isChapter)) return CHAPTER_KEYS.filter((chapter) => named.length === 0 || named.includes(chapter));
  throw new Refusal('chapter-unknown', t('The parts of a report are: {names}.', { names: CHAPTER_KEYS.join(', ') }), 2);
}

/**
 * What the report says: the release as it was frozen, with the organisation's name of its time.
 *
 * @param tx the reader's or the curator's.
 * @throws Refusal `release-unknown`, `branch-unknown`, `track-unknown` (2), `not-published`, `audit-not-signed` (3).
 */
export async function readReport(
  tx: pg.Pool,
  definition: ReportDefinition,
  measures: readonly MeasureWords[],
): Promise<ReportModel> {
  const file = JSON.parse(await exportRelease(tx, definition.releaseId)) as ReleaseFile;
  checkBranch(file, definition.branch);
  const records = await inLanguage(definition.language, () => readRecords(tx, definition, file));
  checkSubject(file, definition, records);
  const { settings } = await readSettings(tx, file.release.knownAt);
  const { organisation, address } = settings;
  return buildReport({ file, organisation, measures, records, verifyAt: address ? `${address}/verify` : null }, definition);
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

function checkSubject({ dimensions }: ReleaseFile, definition: ReportDefinition, { audit }: Records): void {
  const { subject } = definition;
  if (subject.kind === 'track' && !tracksIn(dimensions).some(({ key }) => key === subject.track))
    throw new Refusal('track-unknown', 'The release knows no track of this name.', 2);
  // Whether there is an audit that its audience may not see is not told.
  if (subject.kind === 'audit' && (audit === null || !maySeeAudit(readerOf(definition), subject.scope)))
    throw new Refusal('audit-not-signed', 'There is no audit of this release and branch that two people have signed.');
}

/** Writes the report in one format and seals the file. */
export async function writeReport(model: ReportModel, format: FormatKey, keys: Keys): Promise<ReportFile> {
  const { extension, type, write } = FORMATS[format];
  const about = { code: model.code, release: model.release.id, releaseHash: model.releaseHash, kind: format };
  return {
    code: model.code,
    format,
    name: `mentoring-${model.period.key.toLowerCase()}-${aboutInName(model.definition.subject)}${model.definition.audience}-${model.code}.${extension}`,
    type,
    bytes: sealed(await inLanguage(model.definition.language ?? 'en', () => write(model)), about, keys),
  };
}

const aboutInName = (subject: ReportSubject): string =>
  subject.kind === 'programme'
    ? ''
    : `${subject.kind === 'audit' ? 'audit' : subject.track.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-`;
