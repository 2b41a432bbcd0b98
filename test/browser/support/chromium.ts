import fs from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Debian's browser; nothing is ever downloaded. */
const PLACES = [process.env.OVERSTORY_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export const chromiumPath = PLACES.find((place) => place !== undefined && place !== '' && fs.existsSync(place));

/** In continuous integration the browser must be there; elsewhere its absence skips these tests by name. */
export const mustHaveChromium = process.env.CI === 'true';

export const NO_CHROMIUM =
  'browser tests are skipped: no Chromium found (install Debian’s `chromium`, or set OVERSTORY_CHROMIUM)';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function launchChromium(): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error(NO_CHROMIUM);
  return chromium.launch({ executablePath: chromiumPath, args: FLAGS });
}
