#!/usr/bin/env node
// The command line. In a checkout it builds the API first if its sources changed.
import { buildApi } from '../scripts/build.mjs';

await buildApi();
await import('../dist/cli/main.js');
