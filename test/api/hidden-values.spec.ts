import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ReleasedTable } from '../../api/src/kernel/index.js';
import { freshInstallation } from '../support/database.js';
import { madeUpTable, publishMadeUpRelease, TEAMS } from './support/release.js';
import { type Client, signedIn, webOn } from './support/web.js';

/** The tables of a release whose hidden cells hold a number after all, as a fault before publishing would leave it there. */
function tablesHolding(number: number): ReleasedTable[] {
  const hides = ({ team }: Readonly<Record<string, string>>): boolean => team === 'ops' || team === 'eng/data';
  const teams = TEAMS.map((team) => ({ team }));
  const tables = [madeUpTable([], [{}]), madeUpTable(['team'], teams, hides)];
  const plant = (cell: ReleasedTable['cells'][number]): ReleasedTable['cells'][number] =>
    cell.status === 'suppressed'
      ? ({ ...cell, drawn: { participants: { value: number } }, values: { rate: number, participants: number } } as typeof cell)
      : cell;
  return tables.map((table) => ({ ...table, cells: table.cells.map(plant) }));
}

const PAGE = `{ periods { key } measures { key } breakdowns(period: "2026-Q3", measure: "participation", variant: "mentee") { by label special }
  participation(period: "2026-Q3", variant: "mentee", by: ["team"]) { __typename ... on ParticipationTable { suppressed
    cells { group { value } status reason values { rate { value text absent } participants { value text absent } } } } }
  series(measure: "participation", variant: "mentee", group: [{ dimension: "team", value: "ops" }]) { period status values { key } changes: breaks } }`;

const FILES = ['2026-Q3/tables/participation/mentee/team', 'series/participation/mentee'];

/** All that somebody who reads everything can ask of the release, byte for byte. */
async function everything(reader: Client): Promise<string[]> {
  const { body } = await reader.ask(PAGE);
  const files = FILES.flatMap((file) => ['csv', 'xlsx'].map((kind) => `/api/releases/${file}.${kind}`));
  const answers = await Promise.all(
    [...files, `${'/api/releases/series/participation/mentee'}.csv?team=ops`].map((file) => reader.fetch(file)),
  );
  for (const answer of answers) expect(answer.status).toBe(200);
  const bytes = await Promise.all(answers.map((answer) => answer.arrayBuffer()));
  return [body, ...bytes.map((one) => Buffer.from(one).toString('base64'))];
}

/** Another release that says the same, but would have held something else where it says nothing. */
describe('what a hidden place would have held', () => {
  const heard: string[][] = [];

  beforeAll(async () => {
    for (const number of [3, 971]) {
      const installation = await freshInstallation();
      const address = await webOn(installation);
      await publishMadeUpRelease(installation.pool('curator'), '2026-Q3', tablesHolding(number));
      heard.push(await everything(await signedIn(installation, address, 'auditor')));
    }
  });

  it('changes no byte of what the server answers, nor of a file', () => {
    const [one = [], other = []] = heard;
    expect(one[0]).toContain('SUPPRESSED');
    expect(one).toEqual(other);
  });

  it('is in none of it', () => {
    for (const text of heard.flatMap((answers) =>
      answers.map((answer, i) => (i === 0 ? answer : Buffer.from(answer, 'base64').toString())),
    ))
      expect(text).not.toContain('971');
  });
});
