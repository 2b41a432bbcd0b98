// How long `npm start` takes: from nothing built and an empty folder to the page, and the second time.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const LIMITS = { first: 20, second: 5 };

const home = fs.mkdtempSync(path.join(os.tmpdir(), 'overstory-bench-start-'));
try {
  for (const built of ['api/dist', 'web/dist']) fs.rmSync(path.join(root, built), { recursive: true, force: true });
  const first = await start();
  const second = await start();
  const result = { cores: os.cpus().length, first, second, limits: LIMITS };
  process.stdout.write(`${JSON.stringify(result)}\n`);
  if (first > LIMITS.first || second > LIMITS.second) process.exitCode = 1;
} finally {
  fs.rmSync(home, { recursive: true, force: true });
}

/** Seconds until the printed address answers with the page; the process is gone when this answers. */
async function start() {
  const from = performance.now();
  const env = { ...process.env, OVERSTORY_HOME: home, PORT: '0' };
  const child = spawn(process.execPath, ['api/scripts/start.mjs'], { cwd: root, env, stdio: ['ignore', 'pipe', 'ignore'] });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  let said = '';
  for await (const chunk of child.stdout) {
    said += chunk;
    const [, address] = /ready: (http\S+)/.exec(said) ?? [];
    if (!address) continue;
    const page = await (await fetch(address)).text();
    if (!page.includes('<div id="root">')) throw new Error('this is not the page');
    break;
  }
  const seconds = Math.round((performance.now() - from) / 100) / 10;
  child.kill('SIGTERM');
  await gone;
  return seconds;
}
