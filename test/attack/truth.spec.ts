import { describe, expect, it } from '@jest/globals';
import type { ProtectedTable } from '../../api/src/kernel/index.js';
import { correlation, hitChance, moments } from './support/moments.js';
import { people } from './support/organisation.js';
import { drawn, prepared } from './support/release.js';
import { GROUPS, leak, least, readings } from './support/worlds.js';

/** Every exported number held against the truth in hand. */

const LEVEL = 3;

describe('what is drawn', () => {
  const ready = prepared({ everyone: people(1200, 4) });
  const exact = ready.statistics.tables.map(({ cells }) => cells.map(({ statistics }) => statistics));
  /** All noise that was drawn for one key, in its own width, with the truth and the question. */
  const noiseOf = (
    tables: readonly ProtectedTable[],
  ): { question: string; noise: number; truth: number; value: number; whole: boolean }[] =>
    tables.flatMap((table, t) =>
      table.cells.flatMap((cell, c) =>
        cell.status !== 'shown'
          ? []
          : Object.entries(cell.drawn).flatMap(([name, { value, noise }]) => {
              const statistic = exact[t]![c]![name]!;
              if (noise === 0) return [];
              const question = JSON.stringify([statistic.question, statistic.columnsOf, cell.group]);
              const whole = statistic.sensitivity.kind === 'count';
              return [{ question, noise: (value - statistic.exact.value) / noise, truth: statistic.exact.value, value, whole }];
            }),
      ),
    );

  /** One question stands in several tables; it is one draw. */
  const once = <Draw extends { question: string }>(draws: readonly Draw[]): Draw[] => [
    ...new Map(draws.map((draw) => [draw.question, draw])).values(),
  ];
  const keys = Array.from({ length: 60 }, (_, key) => once(noiseOf(drawn(ready, `truth${key}`))));
  const all = keys.flat();

  it('has the stated mean and width, in every kind of statistic', () => {
    for (const whole of [true, false]) {
      const { mean, variance, count } = moments(all.filter((draw) => draw.whole === whole).map(({ noise }) => noise));
      expect(count).toBeGreaterThan(500);
      expect(Math.abs(mean)).toBeLessThan(4.5 / Math.sqrt(count));
      expect(Math.abs(variance - 1)).toBeLessThan(4.5 * Math.sqrt(2 / count));
    }
  });

  it('is the truth as often as chance has it', () => {
    const counts = all.filter(({ whole }) => whole);
    const chance = hitChance(LEVEL);
    const share = counts.filter(({ noise }) => noise === 0).length / counts.length;
    expect(Math.abs(share - chance)).toBeLessThan(4.5 * Math.sqrt((chance * (1 - chance)) / counts.length));
  });

  it('does not follow the truth', () => {
    const bound = 4.5 / Math.sqrt(all.length);
    expect(
      Math.abs(
        correlation(
          all.map(({ noise }) => noise),
          all.map(({ truth }) => Math.log(2 + Math.abs(truth))),
        ),
      ),
    ).toBeLessThan(bound);
    expect(
      Math.abs(
        correlation(
          all.map(({ noise }) => noise ** 2),
          all.map(({ truth }) => Math.log(2 + Math.abs(truth))),
        ),
      ),
    ).toBeLessThan(2 * bound);
  });

  it('is independent over questions and over releases', () => {
    const byQuestion = new Map<string, number[]>();
    for (const [key, draws] of keys.entries())
      for (const { question, noise } of draws) {
        const list = byQuestion.get(question) ?? [];
        byQuestion.set(question, list);
        list[key] = noise;
      }
    const full = [...byQuestion.values()]
      .filter((list) => list.length === keys.length && !list.includes(undefined as never))
      .slice(0, 120);
    expect(full.length).toBe(120);
    const across = full.flatMap((one, i) => full.slice(i + 1).map((other) => correlation(one, other)));
    // Of 7,140 correlations over 60 keys none is beyond 4.9 standard deviations, and together they are as wide as chance has them.
    expect(Math.max(...across.map(Math.abs)) * Math.sqrt(59)).toBeLessThan(5.5);
    expect(Math.abs(moments(across).variance * 59 - 1)).toBeLessThan(0.2);
    const along = full.map((list) => correlation(list.slice(1), list.slice(0, -1)));
    expect(Math.abs(moments(along).mean)).toBeLessThan(0.06);
  });
});

describe('everything that is exported', () => {
  const WORLDS = 240;

  it('predicts no exact count better than the noise allows', () => {
    for (const { group, alone, together } of readings(WORLDS)) {
      expect(alone).toBeGreaterThan(least(group, WORLDS));
      expect(together).toBeGreaterThan(least(group, WORLDS));
    }
  });

  it('would be caught if one number did', () => {
    const caught = readings(WORLDS, leak).filter(({ group, alone }) => alone < least(group, WORLDS));
    expect(caught.length).toBe(GROUPS.length);
  });
});
