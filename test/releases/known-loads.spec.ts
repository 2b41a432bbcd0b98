import { describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ingestPaths, withdrawLoad } from '../../api/src/ingest/index.js';
import type { ReleaseFile } from '../../api/src/kernel/index.js';
import { setSettings } from '../../api/src/governance/index.js';
import { buildRelease } from '../../api/src/releases/index.js';
import { freshInstallation } from '../support/database.js';
import { asCsv, GENERATED_SETTINGS, generatedOrganisation } from './generated-organisation.js';

const TRACKS = 'track_id,name,monthly_minutes\ndepth,Depth,120\nlead,Lead,90\n';

describe('the loads that a release is built from', () => {
  it('are those in force: a load that was withdrawn is in no later release, and stays in what was known before', async () => {
    const installation = await freshInstallation();
    const curator = installation.pool('curator');
    await setSettings(curator, { document: GENERATED_SETTINGS, by: 'operator' });
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loads-'));
    const organisation = asCsv(generatedOrganisation(150, 21));
    for (const [name, text] of Object.entries({ ...organisation, 'tracks.csv': TRACKS }))
      fs.writeFileSync(path.join(folder, name), text);
    const more = path.join(folder, 'more');
    fs.mkdirSync(more);
    const joining = 'person_id,effective_from,hired_on,team,level,location\nnew-1,2025-01-01,2025-01-01,org/d1/t1,1,Berlin\n';
    fs.writeFileSync(path.join(more, 'people.csv'), joining);

    const headerOf = async (knownAt?: string): Promise<ReleaseFile['release'] & { eligible: unknown }> => {
      const { id } = await buildRelease(curator, installation.keys, { period: '2025-Q3', builtBy: 'steward', knownAt });
      const { rows } = await curator.query<{ document: string }>('select document from release.release where release_id = $1', [
        id,
      ]);
      const { release, tables } = JSON.parse(rows[0]?.document ?? '{}') as ReleaseFile;
      const whole = tables.find(({ measure, breakdown }) => measure === 'participation' && breakdown.length === 0)?.cells[0];
      return { ...release, eligible: whole?.status === 'shown' ? whole.drawn.eligible?.value : null };
    };

    expect(await ingestPaths(installation, [folder])).toMatchObject({ state: 'confirmed' });
    const first = await headerOf();
    const second = await ingestPaths(installation, [more]);
    const both = await headerOf();
    await withdrawLoad(installation.pool('ingest'), second.load, 'operator');
    const after = await headerOf();

    expect(Number(both.eligible)).toBe(Number(first.eligible) + 1);
    expect(after).toEqual({ ...first, id: after.id, knownAt: after.knownAt });
    expect(both.inputFingerprint).not.toBe(first.inputFingerprint);
    expect(await headerOf(both.knownAt)).toEqual(both);
    expect(await headerOf(first.knownAt)).toEqual(first);
    fs.rmSync(folder, { recursive: true });
  });
});
