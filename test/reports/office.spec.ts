import { afterAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { extractText, getDocumentProxy } from 'unpdf';
import { buildReport, definitionOf, writeReport } from '../../api/src/reports/index.js';
import { RELEASE_WITH_TRACKS, SOURCE } from './made-up-records.js';
import { partsOf } from './office-file.js';

const KEYS = { read: () => Buffer.alloc(32, 7) };
const OFFICE = ['/usr/bin/soffice', '/usr/local/bin/soffice'].find((place) => fs.existsSync(place));
/** In continuous integration it must be there; elsewhere its absence skips these tests by name. */
const suite = OFFICE !== undefined || process.env.CI === 'true' ? describe : describe.skip;
if (OFFICE === undefined) it.skip('files are not opened by an office program: install Debian’s `libreoffice`', () => undefined);

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'overstory-office-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

/** The pages that LibreOffice makes of a file: it refuses one that it takes for broken. */
async function pagesOf(bytes: Buffer, kind: string): Promise<string[]> {
  fs.writeFileSync(path.join(folder, `report.${kind}`), bytes);
  const own = `-env:UserInstallation=file://${folder}/profile`;
  const how = [own, '--headless', '--convert-to', 'pdf', '--outdir', folder, path.join(folder, `report.${kind}`)];
  const { stderr } = spawnSync(OFFICE ?? 'soffice', how, {
    encoding: 'utf8',
    timeout: 180_000,
    env: { ...process.env, HOME: folder },
  });
  const made = path.join(folder, 'report.pdf');
  if (!fs.existsSync(made)) throw new Error(`not opened: ${stderr}`);
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(fs.readFileSync(made))), { mergePages: false });
  fs.rmSync(made);
  return text;
}

suite('LibreOffice', () => {
  const model = buildReport(SOURCE, definitionOf({ releaseId: RELEASE_WITH_TRACKS.release.id, audience: 'works-council' }));

  it('opens the slides, one page for each, with the code of the report on them', async () => {
    const { bytes } = await writeReport(model, 'pptx', KEYS);
    const slides = [...partsOf(bytes).keys()].filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
    const pages = await pagesOf(bytes, 'pptx');
    expect(pages).toHaveLength(slides.length);
    expect(pages.filter((page) => !page.includes(model.code))).toEqual([]);
  }, 300_000);

  it('opens the workbook', async () => {
    const { bytes } = await writeReport(model, 'xlsx', KEYS);
    expect((await pagesOf(bytes, 'xlsx')).join(' ')).toContain(model.code);
  }, 300_000);
});
