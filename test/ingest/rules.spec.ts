import { beforeAll, describe, expect, it } from '@jest/globals';
import { fileDescriptions } from '../../api/src/ingest/index.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';
import { errorsOf, send } from './support/loading.js';

/** file, column, cells that are taken, cells that are not, and the rule that these break. */
const cases: readonly (readonly [string, string, readonly string[], readonly string[], string])[] = [
  ['people', 'person_id', ['x', 'Ünï', 'a b', 'x'.repeat(200)], ['x'.repeat(201), 'a\u0007b', 'a\u202eb', '\u00a0'], 'text'],
  ['people', 'person_id', [], ['', '  ', '\\N'], 'required'],
  [
    'people',
    'effective_from',
    ['2024-02-29', '1970-01-01', '9999-12-31'],
    ['2023-02-29', '2024-13-01', '2024-1-1', '01.02.2024', '2024-01-01T00:00', '0000-01-01'],
    'date',
  ],
  ['people', 'effective_from', [], [''], 'required'],
  ['people', 'kind', ['human', 'agent', 'Human', ''], ['robot'], 'choice'],
  ['people', 'team', ['A', 'A/B/C', 'Über / Ärzte', ''], ['/A', 'A/', 'A//B', 'A/(here)'], 'path'],
  ['people', 'level', ['3', 'Senior', '(x)'], ['(not said)', '(here)'], 'text'],
  ['people', 'time_zone', ['Europe/Berlin', 'UTC', 'US/Pacific', ''], ['Berlin', 'GMT+25', '../etc'], 'zone'],
  ['people', 'autonomy_rank', ['0', '20', '+3', '007'], ['21', '-1', '1.5', '1e1', 'x'], 'number'],
  ['people', 'consent_demographics', ['yes', 'no', 'YES'], ['y', 'true', '1'], 'choice'],
  ['sessions', 'minutes', ['0', '1440', '45.5', '045', ''], ['1441', '-1', '45,5', '1e2', '.5', '5.', 'x'], 'number'],
  ['skill_checks', 'max_score', ['0.1', '5'], ['0', '-1'], 'number'],
  ['skill_checks', 'score', ['-3.25', '0'], ['--1', '1.2.3'], 'number'],
  ['skill_checks', 'track_id', ['', 't1', '\\N'], ['x'.repeat(300)], 'text'],
  ['feedback', 'answer', ['1', '5'], ['0', '6', '3.5'], 'number'],
  ['exit_interviews', 'would_recommend', ['0', '10'], ['11'], 'number'],
  ['participations', 'criteria', ['domain', 'Style; domain;', ''], ['domain;looks'], 'choice'],
  ['tracks', 'audience_teams', ['A/B;C', ''], ['A//B'], 'path'],
  ['progressions', 'from_rank', ['1'], [''], 'required'],
  ['practice', 'pull_requests', ['0', '12'], ['-1', '1.5'], 'number'],
];

const filler: Record<string, string> = {
  date: '2024-03-04',
  identifier: 'id',
  text: 'text',
  path: 'A',
  integer: '1',
  number: '1',
};

/** A row that breaks no rule, with one cell replaced. */
function rowWith(file: string, column: string, cell: string, nth: number): string {
  const { columns } = fileDescriptions.find(({ name }) => name === file)!;
  const cells = columns.map(({ name, type, key, required, mayBeEmpty }) => {
    if (name === column) return cell;
    if (!key && !required) return '';
    if (mayBeEmpty) return '';
    if (type.kind === 'choice') return type.of[0]!;
    return type.kind === 'identifier' || type.kind === 'text' ? `${filler[type.kind]}${nth}` : filler[type.kind]!;
  });
  return cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(',');
}

describe('the rules of the dictionary', () => {
  let installation: TestInstallation;
  beforeAll(async () => {
    installation = await freshInstallation();
  });

  it.each(cases)('%s.%s', async (...[file, column, good, bad, rule]) => {
    const { columns } = fileDescriptions.find(({ name }) => name === file)!;
    const lines = [...good, ...bad].map((cell, nth) => rowWith(file, column, cell, nth));
    const text = `${columns.map(({ name }) => name).join(',')}\n${lines.join('\n')}\n`;
    const load = await send(installation, { [`${file}.csv`]: text });
    const found = (await errorsOf(installation, load)).map((error) => [error.line, error.column, error.rule]);
    expect(found).toEqual(bad.map((_, at) => [at + 2 + good.length, column, rule]));
    expect(load.files[0]).toMatchObject({ accepted: good.length, rejected: bad.length });
  });

  it('hold dates of one row against each other', async () => {
    const text =
      'person_id,effective_from,hired_on,left_on\np1,2024-01-01,2024-05-01,2024-04-30\np2,2024-01-01,2024-05-01,2024-05-01\np3,2024-01-01,,2024-05-01\n';
    const load = await send(installation, { 'people.csv': text });
    expect(await errorsOf(installation, load)).toEqual([
      { file: 'people', part: 1, line: 2, column: 'left_on', rule: 'order', message: 'must not be before hired_on' },
    ]);
  });

  it('name every fault of a row', async () => {
    const load = await send(installation, {
      'people.csv': 'person_id,effective_from,kind,autonomy_rank\n,2024-13-01,robot,99\n',
    });
    const found = (await errorsOf(installation, load)).map(({ column, rule }) => `${column} ${rule}`);
    expect(found.sort()).toEqual(['autonomy_rank number', 'effective_from date', 'kind choice', 'person_id required']);
    expect(load.files[0]).toMatchObject({ rejected: 1 });
  });
});
