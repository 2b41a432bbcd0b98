import { beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { freshInstallation, type TestInstallation } from '../support/database.js';
import { publishMadeUpRelease } from './support/release.js';
import { Client, signedIn, webOn } from './support/web.js';

let installation: TestInstallation;
let address: string;

beforeAll(async () => {
  installation = await freshInstallation();
  for (const period of ['2026-Q2', '2026-Q3']) await publishMadeUpRelease(installation.pool('curator'), period);
  address = await webOn(installation);
});

const SERIES = `query ($group: [GroupPart!]!) { series(measure: "participation", variant: "mentee", group: $group) {
  period status breaks restates values { key released { value } change { since verdict } } } }`;

interface Point {
  readonly period: string;
  readonly status: string;
}
const ask = async (client: Client, group: readonly { dimension: string; value: string }[]): Promise<Point[]> =>
  (await client.ask(SERIES, { group })).data?.series as Point[];
const team = (value: string) => [{ dimension: 'team', value }];

describe('a series over GraphQL', () => {
  it('has a point for each published quarter, oldest first', async () => {
    const auditor = await signedIn(installation, address, 'auditor');
    expect((await ask(auditor, [])).map(({ period }) => period)).toEqual(['2026-Q2', '2026-Q3']);
    expect((await ask(auditor, team('eng'))).length).toBe(2);
  });

  it('shows a manager the own branch and what is above, and of others as much as of what does not exist', async () => {
    const manager = await signedIn(installation, address, 'engineering-manager', 'eng/platform');
    expect((await ask(manager, team('eng/platform'))).length).toBe(2);
    expect((await ask(manager, team('eng'))).length).toBe(2);
    expect(await ask(manager, team('ops'))).toEqual([]);
    expect(await ask(manager, team('nowhere'))).toEqual([]);
  });

  it('shows nobody anything who is not signed in', async () => {
    expect((await new Client(address).ask(SERIES, { group: [] })).errors).toBeDefined();
  });
});

describe('a series as a file', () => {
  const FILE = '/api/releases/series/participation/mentee';
  const rowsOf = (text: string): Record<string, string>[] => parse<Record<string, string>>(text, { bom: true, columns: true });

  it('has a row for every quarter and statistic, what is hidden too', async () => {
    const auditor = await signedIn(installation, address, 'auditor');
    const response = await auditor.fetch(`${FILE}.csv?team=eng/platform`);
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="participation-mentee-team-quarters.csv"');
    const shown = rowsOf(await response.text());
    expect(
      shown.map(({ period, team_label, statistic, value, value_note }) => [period, team_label, statistic, value, value_note]),
    ).toEqual([
      ['2026-Q2', 'ENG/PLATFORM', 'rate', '0.25', ''],
      ['2026-Q3', 'ENG/PLATFORM', 'rate', '0.25', ''],
    ]);
    const hidden = rowsOf(await (await auditor.fetch(`${FILE}.csv?team=ops`)).text());
    expect(hidden.map(({ value, value_note }) => [value, value_note])).toEqual([
      ['', 'c'],
      ['', 'c'],
    ]);
  });

  it('is a workbook with a cover, notes and the same table', async () => {
    const auditor = await signedIn(installation, address, 'auditor');
    const response = await auditor.fetch(`${FILE}.xlsx`);
    expect(response.headers.get('content-type')).toMatch(/spreadsheetml/);
    const parts = unzipSync(new Uint8Array(await response.arrayBuffer()));
    const text = (name: string): string => Buffer.from(parts[name] ?? []).toString('utf8');
    expect(text('xl/workbook.xml')).toMatch(/"Cover".*"Notes".*"Table"/);
    expect(text('xl/worksheets/sheet3.xml')).toMatch(/2026-Q2.*0\.25.*2026-Q3/s);
    expect(text('docProps/core.xml')).not.toContain('creator');
  });

  it('holds what its reader may see, and of everything else as little as of what is not there', async () => {
    const manager = await signedIn(installation, address, 'engineering-manager', 'eng/platform');
    expect((await manager.fetch(`${FILE}.csv?team=eng`)).status).toBe(200);
    const steward = await signedIn(installation, address, 'data-steward');
    const answers = [
      await manager.fetch(`${FILE}.csv?team=ops`),
      await manager.fetch(`${FILE}.xlsx?team=ops`),
      await manager.fetch(`${FILE}.csv?team=nowhere`),
      await manager.fetch(`${FILE}.csv?team=eng&team=eng`),
      await steward.fetch(`${FILE}.csv`),
      await new Client(address).fetch(`${FILE}.csv`),
    ];
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
  });
});
