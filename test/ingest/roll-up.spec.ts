import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { withdrawLoad } from '../../api/src/ingest/index.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';
import { empty, send } from './support/loading.js';

interface Session {
  readonly id: number;
  readonly relationship: string;
  readonly day: string;
  readonly minutes: string;
  readonly guidance: string;
  readonly mode: string;
  readonly state: string;
}

const session: fc.Arbitrary<Session> = fc.record({
  id: fc.nat({ max: 25 }),
  relationship: fc.constantFrom('r1', 'r2'),
  day: fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 31 }))
    .map(([month, day]) => `2024-0${month}-${String(Math.min(day, 29)).padStart(2, '0')}`),
  minutes: fc.constantFrom('30', '45.5', ''),
  guidance: fc.constantFrom('answer', 'question', ''),
  mode: fc.constantFrom('meeting', 'async'),
  state: fc.constantFrom('held', 'planned', ''),
});

/** The roll-up as its definition says it, of sessions as they stand. */
function rolledUp(sessions: readonly Session[]): string[] {
  const groups = new Map<string, Session[]>();
  for (const one of sessions)
    groups.set(`${one.relationship} ${one.day.slice(0, 7)}`, [
      ...(groups.get(`${one.relationship} ${one.day.slice(0, 7)}`) ?? []),
      one,
    ]);
  return [...groups]
    .map(([key, all]) => {
      const held = all.filter(({ state }) => state !== 'planned');
      const count = (test: (one: Session) => boolean): number => held.filter(test).length;
      return JSON.stringify([
        key.split(' ')[1],
        held.reduce((sum, { minutes }) => sum + Number(minutes), 0),
        held.length,
        count(({ minutes }) => minutes !== ''),
        all.length - held.length,
        held
          .map(({ day }) => day)
          .sort()
          .slice(0, 3),
        count(({ guidance }) => guidance === 'question'),
        count(({ mode }) => mode === 'async'),
      ]);
    })
    .sort();
}

describe('the roll-up of sessions', () => {
  let installation: TestInstallation;
  beforeAll(async () => {
    installation = await freshInstallation();
  });

  async function stored(): Promise<string[]> {
    const { rows } = await installation.pool('curator').query<{ row: unknown[] }>(`
      select json_build_array(to_char(month, 'YYYY-MM'), minutes::float8, held_count, timed_count, planned_count, held_dates, guidance_question, mode_async) as row
      from (select distinct on (relationship_key, month) * from microdata.session_rollup order by relationship_key, month, load_no desc) r
      where held_count + planned_count > 0`);
    return rows.map(({ row }) => JSON.stringify(row)).sort();
  }

  it('is what a count of the sessions gives, after new ones, changed ones and withdrawals', async () => {
    const load = fc.uniqueArray(session, { selector: ({ id }) => id, minLength: 1, maxLength: 15 });
    await fc.assert(
      fc.asyncProperty(fc.array(load, { minLength: 1, maxLength: 4 }), fc.nat(), async (loads, undo) => {
        await empty(installation);
        const ids: string[] = [];
        for (const sessions of loads) {
          const lines = sessions.map(
            (one) =>
              `s${one.id},${one.relationship},${one.day},${one.minutes || '\\N'},${one.guidance || '\\N'},${one.mode},${one.state || '\\N'}`,
          );
          const text = `session_id,relationship_id,held_on,minutes,guidance,mode,state\n${lines.join('\n')}\n`;
          ids.push((await send(installation, { 'sessions.csv': text })).id);
        }
        const standing = (some: readonly (readonly Session[])[]): Session[] => [
          ...new Map(some.flat().map((one) => [one.id, one])).values(),
        ];
        expect(await stored()).toEqual(rolledUp(standing(loads)));
        await withdrawLoad(installation.pool('ingest'), ids[undo % ids.length]!, 'operator');
        expect(await stored()).toEqual(rolledUp(standing(loads.filter((_, at) => at !== undo % ids.length))));
      }),
      { numRuns: Number(process.env.OVERSTORY_RUNS ?? 10), endOnFailure: true },
    );
  }, 300_000);

  it('is the same when it is done ahead on another connection', async () => {
    const rows = Array.from({ length: 60_000 }, (_, i) => `s${i},r${i % 300},2024-0${1 + (i % 9)}-1${i % 10},${20 + (i % 50)}`);
    const text = `session_id,relationship_id,held_on,minutes\n${rows.join('\n')}\n`;
    await empty(installation);
    await send(installation, { 'sessions.csv': text });
    await send(installation, { 'sessions.csv': text.replaceAll('\ns', '\nt') });
    const { rows: wrong } = await installation.pool('owner').query(`
      with latest as (select distinct on (relationship_key, month) * from microdata.session_rollup order by relationship_key, month, load_no desc),
        counted as (select relationship_key, date_trunc('month', held_on)::date as month, count(*) as n, sum(minutes) as minutes from microdata.sessions group by 1, 2)
      select from latest full join counted using (relationship_key, month) where held_count is distinct from n or latest.minutes is distinct from counted.minutes`);
    expect(wrong).toHaveLength(0);
  });
});
