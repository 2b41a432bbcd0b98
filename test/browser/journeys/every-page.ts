import { describe, expect, it } from '@jest/globals';
import type { Ground } from '../support/ground.js';
import { type Look, type Walk, walked } from '../support/walk.js';
import type { Reader } from '../support/visit.js';

/** Everybody without an account, and whoever has all figures before them; `npm run prove` walks as the others too. */
const READERS: readonly Reader[] = [null, 'owner'];

/** Each width and each theme once; `test/prove/browser/pages.spec.ts` looks at all of them together. */
const USUAL: readonly Look[] = [
  { width: 1280, colours: 'light', rules: 'all' },
  { width: 390, colours: 'dark', rules: 'looks' },
];

/** The first check of each reader waits for the whole walk, on a machine that may have other things to do. */
const PATIENCE = 1_800_000;

/** What holds for every page of every reader; they are walked once, and all is looked at on the way. */
export function everyPage(ground: Ground, looks = USUAL, readers = READERS): void {
  describe.each(readers)('the pages of %s', (reader) => {
    let walk: Promise<Walk> | undefined;
    const found = (): Promise<Walk> => (walk ??= walked(ground, reader, looks));

    it(
      'have no finding of axe, in both themes, wide and narrow',
      async () => {
        const { findings, pages } = await found();
        expect(pages).toBeGreaterThan(0);
        expect(findings).toEqual([]);
      },
      PATIENCE,
    );

    it('leave axe in doubt about nothing that is not measured apart', async () => {
      expect((await found()).doubts).toEqual([]);
    });

    it('never scroll sideways in a window of 320 pixels', async () => {
      expect((await found()).wide).toEqual([]);
    });

    it('cut off no text where a reader spaces it out', async () => {
      expect((await found()).cramped).toEqual([]);
    });

    it('have targets of at least 24 pixels', async () => {
      expect((await found()).small).toEqual([]);
    });
  });
}
