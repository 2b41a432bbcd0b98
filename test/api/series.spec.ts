import { beforeAll, describe, expect, it } from '@jest/globals';
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
