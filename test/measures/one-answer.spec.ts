import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Cohort, type Sensitivity, STANDARD_POLICY } from '../../api/src/kernel/index.js';
import { DEFAULT_PLAN } from '../../api/src/governance/index.js';
import { type ContractedTable, statisticTables } from '../../api/src/releases/assemble.js';
import { writeSample } from '../../api/src/sample-organisation/index.js';
import { organisation } from './support/organisation.js';

/** The invented organisation, in every file of the dictionary: what all measures ask of it together. */
let tables: ContractedTable[];
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'overstory-one-answer-'));
  const { periods } = writeSample(folder, { people: 300, quarters: 4 });
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const files = Object.fromEntries(FILES.map((name) => [name, read(`${name}.csv`)]));
  const settings = JSON.parse(read('settings.json')) as Record<string, unknown>;
  const cohort: Cohort = await (await organisation({ files, settings }))(periods.at(-1) ?? '');
  tables = statisticTables(cohort, DEFAULT_PLAN, STANDARD_POLICY, () => undefined);
  rmSync(folder, { recursive: true });
});

const FILES = [
  'people',
  'tracks',
  'requests',
  'participations',
  'sessions',
  'skill_checks',
  'progressions',
  'reviews',
  'exit_interviews',
  'feedback',
  'team_sessions',
  'escalations',
  'delivery',
  'practice',
  'mentor_development',
  'skills',
  'skill_targets',
];

interface Asked {
  readonly where: string;
  /** Its name, the variant, and the secret columns of the cell. */
  readonly place: string;
  readonly question: string;
  readonly sensitivity: Sensitivity;
  /** The question, with all that tells its people apart. */
  readonly key: string;
  readonly value: number;
}

function allAsked(): Asked[] {
  return tables.flatMap(({ contract, variant, table }) =>
    table.cells.flatMap((cell) =>
      Object.entries(cell.statistics).map(([name, { question, columnsOf, sensitivity, exact }]) => ({
        where: `${contract.key}/${variant.key}/${table.breakdown.join('+')}/${name}`,
        place: [variant.key, name, ...Object.keys(cell.secret).sort()].join('/'),
        question,
        sensitivity,
        key: JSON.stringify([question, columnsOf, sensitivity, cell.open.xor, Object.entries(cell.secret).sort()]),
        value: exact.value,
      })),
    ),
  );
}

describe('all measures together', () => {
  it('answer everything that the sample holds', () => {
    expect(new Set(tables.map(({ contract }) => contract.key)).size).toBeGreaterThan(25);
  });

  it('give one question about the same people one answer', () => {
    const answers = new Map<string, Asked>();
    const two = new Set<string>();
    for (const asked of allAsked().filter(({ sensitivity }) => sensitivity.kind !== 'fit')) {
      const known = answers.get(asked.key);
      if (known && Math.abs(known.value - asked.value) > 1e-6) two.add(`${asked.question}: ${known.where}, ${asked.where}`);
      answers.set(asked.key, asked);
    }
    expect([...two]).toEqual([]);
  });

  it('mean one question by a name in a variant, in whichever measure it stands', () => {
    // The organisation's own cell of participation counts closed relationships too, under the same name.
    const others = allAsked().filter(({ where }) => !/^participation\/\w+\/\//.test(where));
    const questions = new Map<string, Set<string>>();
    for (const { place, question } of others) questions.set(place, (questions.get(place) ?? new Set()).add(question));
    const several = [...questions]
      .filter(([, asked]) => asked.size > 1)
      .map(([place, asked]) => `${place}: ${[...asked].join(', ')}`);
    expect(several).toEqual([]);
  });
});
