import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSample } from '../../api/src/sample-organisation/index.js';

const folder = (): string => mkdtempSync(join(tmpdir(), 'overstory-sample-'));
const rows = (directory: string, name: string): Record<string, string>[] => {
  const [header, ...lines] = readFileSync(join(directory, `${name}.csv`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  return lines.map((line) => Object.fromEntries((header as string[]).map((column, i) => [column, line[i] ?? ''])));
};
const contents = (directory: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(directory)
      .sort()
      .map((name) => [name, readFileSync(join(directory, name), 'utf8')]),
  );

interface OnTheDay {
  level: string;
  isMentee: boolean;
}

/** Every person employed on the last day of a quarter, with level and whether they took part in it as a mentee. */
function onTheLastDay(directory: string, from: string, to: string): OnTheDay[] {
  const latest = new Map<string, Record<string, string>>();
  for (const row of rows(directory, 'people')) if ((row.effective_from as string) <= to) latest.set(row.person_id as string, row);
  const mentees = new Set(
    rows(directory, 'participations')
      .filter((row) => row.role === 'mentee' && (row.started_on as string) <= to && (!row.ended_on || row.ended_on >= from))
      .map((row) => row.person_id),
  );
  return [...latest.values()]
    .filter((row) => row.kind === 'human' && (!row.left_on || row.left_on > to))
    .map((row) => ({ level: row.level as string, isMentee: mentees.has(row.person_id as string) }));
}

describe('the sample organisation', () => {
  it('is the same for the same seed and another for another', () => {
    const [one, two, three] = [folder(), folder(), folder()];
    writeSample(one, { people: 80 });
    writeSample(two, { people: 80 });
    writeSample(three, { people: 80, seed: 'another' });
    expect(contents(two)).toEqual(contents(one));
    expect(contents(three)['people.csv']).not.toEqual(contents(one)['people.csv']);
    for (const directory of [one, two, three]) rmSync(directory, { recursive: true });
  });

  it('holds the planted rates: level 2 takes part less, within what chance allows', () => {
    const directory = folder();
    writeSample(directory, { people: 12_000, quarters: 2 });
    const people = onTheLastDay(directory, '2026-07-01', '2026-09-30');
    const { chances, closedRelationships } = (
      JSON.parse(readFileSync(join(directory, 'truth.json'), 'utf8')) as {
        participation: { chances: Record<string, { level: Record<string, number> }>; closedRelationships: number };
      }
    ).participation;
    for (const level of ['1', '2', '3', '4', '5', '6']) {
      const some = people.filter((person) => person.level === level);
      // Here the closed relationships count too.
      const expected = (chances['2026-Q3']?.level[level] as number) / (1 - closedRelationships);
      if (level === '2') expect(expected).toBeLessThan(0.2);
      const rate = some.filter((person) => person.isMentee).length / some.length;
      expect(Math.abs(rate - expected)).toBeLessThan(4.5 * Math.sqrt((expected * (1 - expected)) / some.length));
    }
    rmSync(directory, { recursive: true });
  });

  it('keeps the number of people through every quarter', () => {
    const directory = folder();
    writeSample(directory, { people: 300 });
    expect(onTheLastDay(directory, '2026-07-01', '2026-09-30')).toHaveLength(300);
    expect(onTheLastDay(directory, '2024-10-01', '2024-12-31')).toHaveLength(300);
    rmSync(directory, { recursive: true });
  });

  it('holds what every table of the measures needs to show life: agents, people who judge themselves, requests that wait', () => {
    const directory = folder();
    writeSample(directory, { people: 400 });
    const checks = rows(directory, 'skill_checks');
    const agents = new Set(rows(directory, 'people').flatMap((row) => (row.kind === 'agent' ? [row.person_id] : [])));
    expect(agents.size).toBe(48);
    expect(rows(directory, 'participations').some((row) => agents.has(row.person_id) && row.role === 'mentee')).toBe(true);
    expect(checks.some((row) => agents.has(row.person_id))).toBe(true);
    expect(new Set(checks.map((row) => `${row.assessor} ${row.phase}`))).toEqual(
      new Set(['external before', 'external after', 'external follow_up', 'self before', 'self after']),
    );
    expect(rows(directory, 'requests').filter((row) => row.outcome === 'open' && !row.decided_on).length).toBeGreaterThan(5);
    rmSync(directory, { recursive: true });
  });

  it('refuses numbers that make no organisation', () => {
    expect(() => writeSample(folder(), { people: 0 })).toThrow(RangeError);
    expect(() => writeSample(folder(), { quarters: 1.5 })).toThrow(RangeError);
  });
});
