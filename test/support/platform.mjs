// The test server is started before any TypeScript runs under Jest, so the room that starts it is
// translated here, into a folder from which its packages can be found.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transformFileSync } from '@swc/core';

const root = fileURLToPath(new URL('../..', import.meta.url));

export async function importPlatform() {
  const from = path.join(root, 'api/src/platform');
  const cache = path.join(root, 'node_modules/.cache');
  fs.mkdirSync(cache, { recursive: true });
  const to = fs.mkdtempSync(path.join(cache, 'platform-'));
  fs.writeFileSync(path.join(to, 'package.json'), '{"type":"module"}');
  const files = fs.readdirSync(from, { recursive: true }).filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'));
  for (const file of files) translate(path.join(from, file), path.join(to, file));
  try {
    return await import(pathToFileURL(path.join(to, 'index.js')).href);
  } finally {
    process.once('exit', () => fs.rmSync(to, { recursive: true, force: true }));
  }
}

function translate(from, to) {
  const { code } = transformFileSync(from, {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'es6' },
  });
  fs.mkdirSync(path.dirname(to), { recursive: true });
  fs.writeFileSync(to.replace(/\.ts$/, '.js'), code);
}
