import { LANGUAGES, t } from '#language';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { may, maySeeAudit, namesOf, type Viewer } from '../../access/index.js';
import { type AuditRow, listAuditRows, recordsOf, stateOf } from '../../audits/index.js';
import type { Dimension } from '../../kernel/index.js';
import { Refusal } from '../../platform/index.js';
import { dimensionsOf, type PublishedPeriod, publishedPeriods, releaseOfFile } from '../../releases/index.js';
import {
  askForReport,
  type AudienceKey,
  AUDIENCE_KEYS,
  AUDIENCES,
  CHAPTER_KEYS,
  CHAPTERS,
  definitionOf,
  fetchReport,
  FORMAT_KEYS,
  FORMATS,
  type FormatKey,
  isFormat,
  listReports,
  type MadeReport,
  mayReceive,
  readCode,
  readerOf,
  type ReportDefinition,
  reportsLike,
} from '../../reports/index.js';
import type { Refused } from '../types/account.types.js';
import type { JobAccepted } from '../types/job-result.types.js';
import type { Report, ReportChoices, ReportInput, ReportSubjectChoice, Verification } from '../types/report.types.js';
import { Database } from './database.js';
import { Work } from './work.js';

type Answer = JobAccepted | Refused;

/** Reports: asking for them, and what was made. Who may see all that is in one may have it; nobody else knows of it. */
@Injectable()
export class Reports {
  constructor(
    private readonly database: Database,
    private readonly tx: EntityManager,
    private readonly work: Work,
  ) {}

  async list(viewer: Viewer | null): Promise<Report[]> {
    const made = await listReports(this.database.reader);
    return made.filter(({ definition }) => mayReceive(viewer, definition)).map(reportOf);
  }

  async choices(viewer: Viewer | null): Promise<ReportChoices> {
    const audiences = audiencesFor(viewer);
    return {
      subjects: await this.subjects(audiences.map((audience) => likeReader(viewer, audience))),
      audiences: audiences.map((key) => ({ key, label: t(AUDIENCES[key].label) })),
      formats: FORMAT_KEYS.map((key) => ({ key, label: t(FORMATS[key].label) })),
      chapters: CHAPTER_KEYS.map((key) => ({ key, label: t(CHAPTERS[key]) })),
      languages: Object.entries(LANGUAGES).map(([key, label]) => ({ key, label })),
    };
  }

  /** Audits that two people signed and tracks of each quarter, as far as any of these readers may see them. */
  private async subjects(readers: readonly Viewer[]): Promise<ReportSubjectChoice[]> {
    const { reader } = this.database;
    const periods = await publishedPeriods(this.tx);
    const tracks = readers.some((one) => may(one, 'read', 'tracks'))
      ? await Promise.all(periods.map(async (release) => tracksOf(release, await dimensionsOf(this.tx, release.releaseId))))
      : [];
    const audits = (await listAuditRows(reader)).filter(
      ({ releaseId, scope }) =>
        periods.some((release) => release.releaseId === releaseId) && readers.some((one) => maySeeAudit(one, scope)),
    );
    const records = await recordsOf(
      reader,
      audits.map(({ id }) => id),
    );
    const signed = audits.filter(({ id }) => stateOf(records.filter(({ auditId }) => auditId === id)) === 'signed');
    return [...signed.map(auditChoice), ...tracks.flat()];
  }

  async make(viewer: Viewer, input: ReportInput): Promise<Answer> {
    const release = (await publishedPeriods(this.tx)).find(({ period }) => period === input.period);
    if (!release) return refused('NO_SUCH_RELEASE', t('No release of this quarter is published.'));
    if (!isFormat(input.format))
      return refused('NO_SUCH_FORMAT', t('A report is one of: {formats}.', { formats: FORMAT_KEYS.join(', ') }));
    const definition = defined(await this.asNamedIn(viewer, release), input, release.releaseId);
    if ('code' in definition) return definition;
    return this.accept(viewer, definition, input.format);
  }

  /** The viewer with the name that the own branch has in the release: a report of it is written for that branch. */
  private async asNamedIn(viewer: Viewer, { releaseId }: PublishedPeriod): Promise<Viewer> {
    if (!viewer.alsoNamed) return viewer;
    const teams = (await dimensionsOf(this.tx, releaseId)).find(({ key }) => key === 'team')?.values ?? [];
    return { ...viewer, scope: namesOf(viewer).find((name) => teams.some(({ key }) => key === name)) ?? viewer.scope };
  }

  private async accept(viewer: Viewer, definition: ReportDefinition, format: FormatKey): Promise<Answer> {
    if (!mayReceive(viewer, definition))
      return refused('NOT_FOR_YOU', t('A report for these readers holds more than you may see.'));
    const wish = await askForReport(this.database.reader, definition, { format, by: viewer.accountId });
    return { __typename: 'JobAccepted', job: await this.work.ask(viewer, 'make-report', wish) };
  }

  async cancel(viewer: Viewer, id: string): Promise<Answer> {
    const job = await this.work.cancel(viewer, id, 'make-report');
    return job ? { __typename: 'JobAccepted', job } : refused('NO_SUCH_REPORT', t('This report is not under way any more.'));
  }

  /** The file for whoever may have it; null for everybody else, as if there were none. */
  async file(
    viewer: Viewer | null,
    id: string,
  ): Promise<(MadeReport & { readonly content: Buffer; readonly type: string }) | null> {
    const found = await fetchReport(this.database.reader, id);
    if (!found || !mayReceive(viewer, found.definition)) return null;
    return { ...found, type: FORMATS[found.format].type };
  }

  /** What is known of a printed code, or of the hash of a file; null where nothing is. */
  async verification(asked: { readonly code: string | null; readonly hash: string | null }): Promise<Verification | null> {
    const code = asked.code === null ? null : readCode(asked.code);
    const hash = asked.hash !== null && /^sha256:[0-9a-f]{64}$/.test(asked.hash) ? asked.hash : null;
    const found = await reportsLike(this.database.reader, { code, hash });
    const [first] = found;
    if (first) return verified(first, await reportsLike(this.database.reader, { code: first.code, hash: null }));
    const release = hash === null ? null : await releaseOfFile(this.database.reader, hash);
    return release && { kind: 'release', code: null, audience: null, ...release };
  }
}

/** A reader of the audience, who knows the own branch by each of its names. */
const likeReader = (viewer: Viewer | null, audience: AudienceKey): Viewer => ({
  ...readerOf({ audience, branch: viewer?.scope ?? null }),
  ...(viewer?.alsoNamed && audience === 'managers' ? { alsoNamed: viewer.alsoNamed } : {}),
});

const audiencesFor = (viewer: Viewer | null): AudienceKey[] =>
  AUDIENCE_KEYS.filter((audience) => mayReceive(viewer, { audience, branch: viewer?.scope ?? null }));

const auditChoice = ({ period, scope }: AuditRow): ReportSubjectChoice => ({
  ...{ kind: 'audit', key: scope, period },
  label: scope === '' ? t('Equity audit of the programme') : t('Equity audit of {branch}', { branch: scope }),
});

const tracksOf = ({ period }: PublishedPeriod, dimensions: readonly Dimension[]): ReportSubjectChoice[] =>
  (dimensions.find(({ key }) => key === 'track')?.values ?? []).map(({ key, label }) => ({
    ...{ kind: 'track', key, period },
    label: t('Track {name}', { name: label }),
  }));

export function defined(viewer: Viewer, input: Omit<ReportInput, 'period'>, releaseId: string): ReportDefinition | Refused {
  const branch = input.audience === 'managers' && viewer.scope !== null ? { branch: viewer.scope } : {};
  try {
    const { audience, chapters, extent, audit, track, language } = input;
    return definitionOf({
      releaseId,
      audience,
      chapters,
      extent,
      audit: audit ?? undefined,
      track: track ?? undefined,
      language: language ?? undefined,
      ...branch,
    });
  } catch (error) {
    if (error instanceof Refusal) return refused(error.code.toUpperCase().replaceAll('-', '_'), t(error.message));
    throw error;
  }
}

export function aboutOf({ subject }: Pick<ReportDefinition, 'subject'>): string {
  if (subject.kind === 'programme') return t('Programme');
  if (subject.kind === 'track') return t('Track {name}', { name: subject.track });
  return subject.scope === '' ? t('Equity audit') : t('Equity audit of {branch}', { branch: subject.scope });
}

export const audienceOf = ({ audience, branch }: Pick<ReportDefinition, 'audience' | 'branch'>): string =>
  `${t(AUDIENCES[audience].label)}${branch === null ? '' : ` (${branch})`}`;

function reportOf({ id, code, format, period, superseded, name, bytes, madeAt, definition }: MadeReport): Report {
  const { releaseId, extent, language } = definition;
  return {
    ...{ id, code, format, period, superseded, name, bytes, releaseId, extent, language },
    about: aboutOf(definition),
    audit: definition.subject.kind === 'audit' ? definition.subject.scope : null,
    audience: audienceOf(definition),
    madeAt: madeAt.toISOString(),
  };
}

function verified({ code, period, superseded, definition }: MadeReport, files: readonly MadeReport[]): Verification {
  return {
    kind: 'report',
    ...{ code, period, superseded, releaseId: definition.releaseId },
    audience: audienceOf(definition),
    files: files.map(({ format, hash, bytes }) => ({ format, hash, bytes })),
  };
}

const refused = (code: string, message: string): Refused => ({ __typename: 'Refused', code, message });
