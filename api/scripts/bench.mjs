// `npm run bench -- NAME [options]`: runs test/bench/NAME.mjs on a fresh build; without a name, all of them.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = path.join(root, 'test/bench');
const known = fs.existsSync(folder)
  ? fs
      .readdirSync(folder)
      .filter((file) => file.endsWith('.mjs'))
      .map((file) => file.slice(0, -4))
  : [];
const [name, ...options] = process.argv.slice(2);
if (name && !known.includes(name)) {
  process.stderr.write(`No benchmark of that name. There are: ${known.join(', ')}\n`);
  process.exit(2);
}
await build();
for (const one of name ? [name] : known) {
  process.stderr.write(`# ${one}\n`);
  const { status } = spawnSync(process.execPath, [path.join(folder, `${one}.mjs`), ...options], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
