import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import path from 'node:path';
import {
  fileDescriptions,
  ingestPaths,
  type IngestReport,
  parseProfile,
  profileFor,
  savedProfile,
  saveProfile,
  sayRemark,
  SOURCE_PRESETS,
} from '../../api/src/ingest/index.js';
import { tablesWith } from '../governance/support/everything.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';
import { ROOT } from '../support/run-tool.js';
import { empty, known } from './support/loading.js';

const sample = (name: string): string => path.join(ROOT, 'test/ingest/presets', name);

let installation: TestInstallation;
beforeAll(async () => {
  installation = await freshInstallation();
});
beforeEach(() => empty(installation));

const load = (preset: string, names: readonly string[], dates?: string): Promise<IngestReport> =>
  ingestPaths(installation, names.map(sample), { preset, source: preset, onReject: 'quarantine', ...(dates ? { dates } : {}) });

const rowsOf = async (table: string): Promise<Record<string, unknown>[]> =>
  (await known(installation))[table]!.map((row) => JSON.parse(row) as Record<string, unknown>);

const remarksOf = ({ files }: IngestReport): string => files.flatMap(({ remarks }) => remarks.map(sayRemark)).join('\n');

describe('an HR export', () => {
  it('is read as people: its own names of columns, its own dates; what is not in the dictionary is named and not read', async () => {
    const report = await load('hr-export', ['hr-export.csv'], 'm/d/y');
    expect(report.files).toMatchObject([{ file: 'people', accepted: 3, rejected: 1 }]);
    expect(report.errors).toMatchObject([
      { line: 5, column: 'effective_from', rule: 'date' },
      { line: 5, column: 'hired_on', rule: 'date' },
    ]);
    expect(remarksOf(report)).toContain('first name, last name, email, manager, salary');
    const people = await rowsOf('people');
    expect(people).toHaveLength(3);
    expect(people).toContainEqual(
      expect.objectContaining({
        hired_on: '2021-03-15',
        effective_from: '2021-03-15',
        team: 'Engineering/Platform',
        level: '3',
        location: 'Berlin',
      }),
    );
    expect(await tablesWith(installation.pool('owner'), 'canary')).toEqual([]);
    expect(await tablesWith(installation.pool('owner'), '71000')).toEqual([]);
  });

  it('says of each row that its dates are none where they are written otherwise', async () => {
    expect((await load('hr-export', ['hr-export.csv'])).files).toMatchObject([{ accepted: 0, rejected: 4 }]);
  });
});

describe('the exports of a mentoring suite', () => {
  it('are read each as its file: a pair in one row becomes a mentor and a mentee', async () => {
    const report = await load('mentoring-suite', ['matches.csv', 'meetings.csv', 'survey.csv', 'programs.csv']);
    expect(report.files.map(({ file, accepted, rejected }) => [file, accepted, rejected])).toEqual([
      ['participations', 4, 0],
      ['sessions', 2, 0],
      ['feedback', 2, 0],
      ['tracks', 1, 0],
    ]);
    const parts = await rowsOf('participations');
    expect(parts.map(({ role }) => role).sort()).toEqual(['mentee', 'mentee', 'mentor', 'mentor']);
    expect(parts).toContainEqual(
      expect.objectContaining({ started_on: '2025-02-01', end_reason: 'completed', formation: 'organic' }),
    );
    expect(parts).toContainEqual(expect.objectContaining({ started_on: '2026-01-12', end_reason: null, formation: 'assigned' }));
    expect(await rowsOf('sessions')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ held_on: '2026-02-02', minutes: 45, mode: 'meeting', state: 'held' }),
        expect.objectContaining({ held_on: '2026-02-16', mode: 'pairing', state: 'planned' }),
      ]),
    );
    expect((await rowsOf('feedback')).map(({ answer }) => answer).sort()).toEqual([4, 5]);
    expect(await rowsOf('track')).toMatchObject([{ track_id: 'Backend depth', name: 'Backend depth', format: 'one_to_one' }]);
    expect(remarksOf(report)).toContain('mentor name, mentee name');
    expect(remarksOf(report)).not.toContain('More than five columns');
    expect(await tablesWith(installation.pool('owner'), 'canary')).toEqual([]);
  });

  it('meet the people of the HR export, whoever comes first', async () => {
    await load('mentoring-suite', ['matches.csv']);
    await load('hr-export', ['hr-export.csv'], 'm/d/y');
    const [people, parts] = [await rowsOf('people'), await rowsOf('participations')];
    const keys = new Set(people.map(({ person_key }) => person_key));
    expect(parts.every(({ person_key }) => keys.has(person_key))).toBe(true);
  });
});

describe('results of a learning system', () => {
  it('are read as checks before and after', async () => {
    const report = await load('lms-results', ['lms-results.csv']);
    expect(report.files).toMatchObject([{ file: 'skill_checks', accepted: 2, rejected: 0 }]);
    expect((await rowsOf('skill_checks')).map(({ phase, score, assessor }) => [phase, score, assessor])).toEqual(
      expect.arrayContaining([
        ['before', 12, 'external'],
        ['after', 17, 'external'],
      ]),
    );
    expect(remarksOf(report)).toContain('learner email, time spent');
  });
});

describe('a profile', () => {
  it('is remembered by source, version by version, and holds for the next file', async () => {
    const ingest = installation.pool('ingest');
    expect(await savedProfile(ingest, 'hr')).toBeNull();
    const profile = (await profileFor(ingest, 'hr', { preset: 'hr-export', dates: 'm/d/y' }))!;
    for (let i = 0; i < 2; i++) await saveProfile(ingest, 'hr', profile, 'operator');
    const { rows } = await installation.pool('reader').query('select version from governance.source_profile');
    expect(rows).toEqual([{ version: 1 }]);
    const report = await ingestPaths(installation, [sample('hr-export.csv')], { source: 'hr', onReject: 'quarantine' });
    expect(report.files).toMatchObject([{ file: 'people', accepted: 3 }]);
    expect(
      (await ingestPaths(installation, [sample('hr-export.csv')], { source: 'hr', preset: 'none', onReject: 'quarantine' }))
        .files,
    ).toMatchObject([{ state: 'refused' }]);
    await expect(ingest.query('update governance.source_profile set version = 9')).rejects.toMatchObject({ code: '42501' });
  });

  it('may be written by hand, and is refused by place where it is wrong', () => {
    const mine = {
      dates: 'd.m.y',
      files: [{ file: 'people', columns: { person_id: 'Personalnummer', effective_from: ['Stand'] } }],
    };
    expect(parseProfile(mine).files[0]!.columns).toEqual({ person_id: ['personalnummer'], effective_from: ['stand'] });
    for (const [document, fault] of [
      [[], 'the document is an object'],
      [{ dates: 'sometimes', files: mine.files }, 'dates is one of'],
      [{ files: [] }, 'files is a list'],
      [{ files: [{ file: 'payroll', columns: {} }] }, 'files[0].file is one of'],
      [
        { files: [{ file: 'people', columns: { salary: 'Gehalt Erika' } }] },
        'files[0].columns names a column that people.csv does not have',
      ],
    ] as const) {
      expect(() => parseProfile(document)).toThrow(fault);
      expect(() => parseProfile(document)).not.toThrow('Erika');
    }
  });

  it('of every preset reads columns that the dictionary has, and can be read back as it is saved', () => {
    for (const { profile } of SOURCE_PRESETS) expect(parseProfile(JSON.parse(JSON.stringify(profile)))).toEqual(profile);
    const files = SOURCE_PRESETS.flatMap(({ profile }) => profile.files.map(({ file }) => file));
    for (const file of files) expect(fileDescriptions.map(({ name }) => name)).toContain(file);
    expect(fs.readdirSync(path.join(ROOT, 'test/ingest/presets'))).toHaveLength(files.length);
  });

  it('does not read a column of the dictionary that the source means otherwise', async () => {
    const profile = parseProfile({ files: [{ file: 'people', columns: { person_id: 'id', effective_from: 'since' } }] });
    const folder = fs.mkdtempSync(path.join(installation.config.home, 'profile-'));
    fs.writeFileSync(path.join(folder, 'x.csv'), 'id,since,team\np1,2024-01-01,blue\n');
    await saveProfile(installation.pool('ingest'), 'other', profile, 'operator');
    const report = await ingestPaths(installation, [path.join(folder, 'x.csv')], { source: 'other' });
    expect(remarksOf(report)).toContain('not read: team');
    expect(await rowsOf('people')).toMatchObject([{ team: null }]);
  });
});

describe('a source of sessions', () => {
  it('that makes people fill in more than five columns each time is warned about', async () => {
    const folder = fs.mkdtempSync(path.join(installation.config.home, 'burden-'));
    const write = (columns: readonly string[], cells: readonly string[]): string => {
      const file = path.join(folder, 'sessions.csv');
      fs.writeFileSync(file, `session_id,relationship_id,${columns.join(',')}\ns1,r1,${cells.join(',')}\n`);
      return file;
    };
    const five = ['held_on', 'minutes', 'mode', 'guidance', 'state'];
    const cells = ['2026-01-01', '30', 'meeting', 'question', 'held'];
    expect(remarksOf(await ingestPaths(installation, [write(five, cells)]))).toBe('');
    const more = remarksOf(await ingestPaths(installation, [write([...five, 'situation'], [...cells, 'real'])]));
    expect(more).toContain('More than five columns have to be filled in for every session');
    expect(more).toContain('situation');
    expect(more).not.toContain('relationship_id');
  });
});
