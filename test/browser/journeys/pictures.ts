import { describe, it } from '@jest/globals';
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../support/run-tool.js';
import type { Ground } from '../support/ground.js';
import { PAGES } from '../support/pages.js';
import { open, type Reader, visit } from '../support/visit.js';

/** `OVERSTORY_PICTURES=readme` writes the README's pictures, `=all` every page into `artifacts/`. */
const WISH = process.env.OVERSTORY_PICTURES ?? '';
const README_PICTURES = [
  ['overview', '/'],
  ['participation', '/explore/participation?by=level'],
  ['progression', '/outcomes/progression'],
] as const;
const WIDTHS = [390, 768, 1280, 1920];

export function pictures(ground: Ground): void {
  const readme = WISH === 'readme' || WISH === 'all' ? it : it.skip;
  const all = WISH === 'all' ? it : it.skip;

  describe('pictures', () => {
    readme('for the README', async () => {
      const { browser, site } = ground();
      const { page, close } = await visit(browser, site, 'manager', {
        viewport: { width: 1280, height: 1040 },
        colorScheme: 'light',
      });
      fs.mkdirSync(path.join(ROOT, 'docs/images'), { recursive: true });
      for (const [name, address] of README_PICTURES) {
        await open(page, address);
        await page.screenshot({ path: path.join(ROOT, `docs/images/${name}.png`) });
      }
      await close();
    });

    all('of every page, in both themes and four widths', async () => {
      const { browser, site } = ground();
      const folder = path.join(ROOT, 'artifacts/pages');
      fs.mkdirSync(folder, { recursive: true });
      for (const colorScheme of ['light', 'dark'] as const)
        for (const width of WIDTHS)
          for (const reader of [null, 'auditor', 'steward'] as Reader[]) {
            const { page, close } = await visit(browser, site, reader, { colorScheme, viewport: { width, height: 900 } });
            for (const { address } of PAGES.filter((one) => one.reader === reader)) {
              await open(page, address);
              const name = address.replace(/\W+/g, '-').replace(/^-|-$/g, '') || 'overview';
              await page.screenshot({ path: path.join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true });
            }
            await close();
          }
    });
  });
}
