import { describe, expect, it } from '@jest/globals';
import type { MappedColumns, NeededColumn, NeededFile } from '../../gateway/index.js';
import { profilesOf, roundedCount } from './column-profile.js';
import { draftOf, mappingOf, type Readable, reassigned, stillMissing, withRemembered } from './draft.js';
import { headOf, rowsIn } from './rows.js';
import { targetsOf } from './targets.js';
import { isUnderstood } from './understood.js';

const column = (name: string, kind: string, needed = false, choices: readonly string[] = []): NeededColumn => ({
  name,
  needed,
  kind,
  choices,
  holds: kind,
  why: '',
  unlocks: [],
  smallestEffects: [],
});
const PEOPLE: NeededFile = {
  file: 'people',
  row: 'one row per person',
  columns: [
    column('person_id', 'identifier', true),
    column('effective_from', 'date', true),
    column('hired_on', 'date'),
    column('level', 'text'),
    column('kind', 'choice', false, ['human', 'agent']),
  ],
};
const PAIRS: NeededFile = {
  file: 'participations',
  row: 'one row per member',
  columns: [
    column('relationship_id', 'identifier', true),
    column('person_id', 'identifier', true),
    column('role', 'choice', true, ['mentor', 'mentee']),
    column('started_on', 'date'),
  ],
};
const known = (name: string, names: readonly string[], role: string | null = null) => ({ name, known: names, role, words: [] });
const USUAL = [
  {
    key: 'hr',
    label: '',
    about: '',
    files: [
      {
        file: 'people',
        dates: null,
        columns: [
          known('person_id', ['employee id']),
          known('effective_from', ['hire date']),
          known('hired_on', ['hire date']),
          known('level', ['grade']),
        ],
      },
      {
        file: 'participations',
        dates: null,
        columns: [
          known('relationship_id', ['match id']),
          known('person_id', ['mentor id'], 'mentor'),
          known('person_id', ['mentee id'], 'mentee'),
        ],
      },
    ],
  },
];
const readable = (remembered: readonly MappedColumns[] = []): Readable[] =>
  [PEOPLE, PAIRS].map((file) => ({ file, targets: targetsOf(file, remembered, USUAL) }));
const targets = (file: string) => readable().find((one) => one.file.file === file)?.targets ?? [];

const ROWS = Array.from({ length: 8 }, (_, i) => `canary-${i};0${1 + i}.04.2021;G${i % 2};${i === 7 ? '' : 'Human'}`);
const HR = profilesOf(rowsIn(['Employee_ID;Hire Date;Grade;Type', ...ROWS].join('\r\n'), true));

describe('the beginning of a file', () => {
  it('is cut into cells, quoted or not, behind a byte-order mark and a spreadsheet’s first line', () => {
    const { names, rows } = rowsIn('sep=;\n"a";b\n"1;\n""x""";2\n\n3;4\n', true);
    expect(names).toEqual(['a', 'b']);
    expect(rows).toEqual([
      ['1;\n"x"', '2'],
      ['3', '4'],
    ]);
  });

  it('ends before the row that was cut off', async () => {
    expect(rowsIn('a,b\n1,2\n3,4', false).rows).toEqual([['1', '2']]);
    const long = await headOf(new Blob(['a,b\n', '1,2\n'.repeat(200_000)]));
    expect(long.whole).toBe(false);
    expect(long.rows.every((row) => row.join() === '1,2')).toBe(true);
  });

  it('may be UTF-16', async () => {
    const bytes = new Uint8Array([0xff, 0xfe, ...Buffer.from('a\tb\n1\t2\n', 'utf16le')]);
    expect((await headOf(new Blob([bytes]))).names).toEqual(['a', 'b']);
  });
});

describe('the look of a column', () => {
  it('tells type, dates, share, a rounded number and a masked shape, and repeats no value', () => {
    expect(HR).toMatchObject([
      { type: 'text', filled: 100, different: 8, pattern: 'aaaaaa-9', words: [] },
      { type: 'date', dates: 'd.m.y', pattern: '99.99.9999', words: [] },
      { type: 'text', different: 2, pattern: 'A9', words: [] },
      { type: 'text', filled: 87, different: 1, words: ['Human'] },
    ]);
    expect(JSON.stringify(HR)).not.toContain('canary');
  });

  it('tells day from month where the values do', () => {
    const [first] = profilesOf(rowsIn('x,y\n03/15/2021,1\n01/02/2021,1\n', true));
    expect(first?.dates).toBe('m/d/y');
  });

  it('repeats no word that looks like a number or an address, or stands in few rows', () => {
    const words = (word: string) => profilesOf(rowsIn(`x,y\n${`${word},1\n`.repeat(9)}`, true))[0]?.words;
    expect([words('Lead'), words('E1234'), words('a@b.example')]).toEqual([['Lead'], [], []]);
  });

  it.each([
    [8, 8],
    [43, 40],
    [2960, 3000],
  ])('rounds %i to %i', (count, rounded) => expect(roundedCount(count)).toBe(rounded));
});

describe('a mapping', () => {
  it('is suggested by known names; what no row can do without may be read twice', () => {
    const draft = draftOf(readable(), HR);
    expect(draft).toMatchObject({ file: 'people', dates: 'd.m.y', read: { person_id: 0, hired_on: 1, level: 2 } });
    expect(draft.also).toEqual({ effective_from: 1 });
    expect(mappingOf(draft, targets('people'), HR)).toEqual({
      file: 'people',
      dates: 'd.m.y',
      columns: { person_id: ['Employee_ID'], effective_from: ['Hire Date'], hired_on: ['Hire Date'], level: ['Grade'] },
    });
  });

  it('is not suggested where the values look otherwise, nor for a file of which nothing is known', () => {
    const texts = profilesOf(rowsIn('employee id,hire date,level\nx,soon,1\n', true));
    expect(draftOf(readable(), texts).read).toEqual({ person_id: 0, level: 2 });
    expect(draftOf(readable(), profilesOf(rowsIn('a,b\n1,2\n', true))).file).toBe('');
  });

  it('makes two rows of a pair', () => {
    const pairs = profilesOf(rowsIn('Match ID,Mentor ID,Mentee ID\n1,a,b\n', true));
    const draft = draftOf(readable(), pairs);
    expect(stillMissing(targets('participations'), draft)).toEqual([]);
    expect(mappingOf(draft, targets('participations'), pairs)).toMatchObject({
      columns: { relationship_id: ['Match ID'] },
      rows: [
        { columns: { person_id: ['Mentor ID'] }, constants: { role: 'mentor' } },
        { columns: { person_id: ['Mentee ID'] }, constants: { role: 'mentee' } },
      ],
    });
    const half = reassigned(draft, 2, '');
    expect(stillMissing(targets('participations'), half).map(({ key }) => key)).toEqual(['person_id of the mentee']);
  });

  it('takes a column for something else, translates words, and lets a word hold in every row', () => {
    const draft = reassigned(draftOf(readable(), HR), 3, 'kind');
    const said = { ...draft, words: { kind: { human: 'human', bot: '' } }, fixed: { kind: 'agent' } };
    expect(mappingOf(said, targets('people'), HR)).toMatchObject({
      values: { kind: { human: 'human' } },
      constants: { kind: 'agent' },
    });
  });

  it('knows what was said of this source before', () => {
    const remembered: MappedColumns[] = [
      {
        file: 'people',
        dates: 'd.m.y',
        columns: [{ ...known('level', ['type']), words: [{ said: 'human', means: '1' }] }],
      },
    ];
    const draft = withRemembered(draftOf(readable(remembered), HR), remembered);
    expect(draft.read).toMatchObject({ level: 3 });
    expect(draft.words['level']).toEqual({ human: '1' });
  });
});

describe('a file whose columns are known', () => {
  it('is one of the dictionary, or one of which somebody said what they are', () => {
    const files = [PEOPLE, PAIRS];
    expect(isUnderstood(['Person_ID', 'effective_from'], files, [])).toBe(true);
    expect(isUnderstood(['Employee ID', 'Hire Date'], files, [])).toBe(false);
    expect(isUnderstood(['Employee ID', 'Hire Date'], files, USUAL[0]?.files ?? [])).toBe(true);
    expect(isUnderstood(['Match ID', 'Mentor ID', 'Mentee ID'], files, USUAL[0]?.files ?? [])).toBe(true);
  });
});
