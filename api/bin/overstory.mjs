#!/usr/bin/env node
// The command line. In a checkout it builds the API first if its sources changed.
import path from 'node:path';
import { buildApi } from '../scripts/build.mjs';

// `npm run overstory` runs in the top folder; the paths on the line are meant from where its caller stands.
if (process.env.npm_lifecycle_event === 'overstory' && process.env.INIT_CWD) {
  process.env.OVERSTORY_HOME = path.resolve(process.env.OVERSTORY_HOME || '.overstory');
  process.chdir(process.env.INIT_CWD);
}
await buildApi();
await import('../dist/cli/main.js');
