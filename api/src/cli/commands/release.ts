import { Command } from 'commander';
import { attackCommand } from './release/attack.js';
import { buildCommand } from './release/build.js';
import { exportCommand } from './release/export.js';
import { keyCommand } from './release/key.js';
import { listCommand } from './release/list.js';
import { publishCommand } from './release/publish.js';
import { seriesCommand } from './release/series.js';
import { verifyCommand } from './release/verify.js';

/** `overstory release`: what readers see, from draft to exported file. */
export function releaseCommand(): Command {
  const release = new Command('release').description('build, publish, list, export and check releases');
  for (const add of [
    buildCommand,
    publishCommand,
    listCommand,
    exportCommand,
    attackCommand,
    verifyCommand,
    keyCommand,
    seriesCommand,
  ])
    release.addCommand(add());
  return release;
}
