// Builds what changed: the API (translated file by file; types are checked by `npm run lint`) and the web app,
// side by side.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { filesUnder, isFresh, stampOf } from './stamp.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const say = (line) => process.stderr.write(`${line}\n`);

const TRANSLATE = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    target: 'es2022',
  },
  module: { type: 'es6' },
  sourceMaps: true,
};

/** Builds both; answers when both stand. An installed copy without sources has nothing to build. */
export async function build() {
  await Promise.all([buildApi(), buildWeb()]);
}

export async function buildApi() {
  await once(
    'api',
    ['api/src', 'web/src/language', 'web/src/wording', 'api/package.json', 'api/scripts/build.mjs'],
    translateApi,
  );
}

export async function buildWeb() {
  const places = [
    'web/src',
    'web/public',
    'web/index.html',
    'web/vite.config.ts',
    'web/package.json',
    'tsconfig.base.json',
    'package-lock.json',
  ];
  await once('web', places, bundleWeb);
}

async function once(workspace, places, work) {
  if (!fs.existsSync(path.join(root, workspace, 'src'))) return;
  const stampFile = path.join(root, workspace, 'dist/.stamp');
  const stamp = stampOf(root, places);
  if (isFresh(stampFile, stamp)) return;
  const from = performance.now();
  await work(stamp);
  say(`Built ${workspace} in ${((performance.now() - from) / 1000).toFixed(1)} s`);
}

async function translateApi(stamp) {
  const { transformFile } = await import('@swc/core');
  // Made aside and put in place whole: a running server never meets half a build.
  const draft = fs.mkdtempSync(path.join(root, 'api/.dist-'));
  await Promise.all([
    ...translated(transformFile, 'api/src', draft),
    // Pages and reports say the same in the same words.
    ...translated(transformFile, 'web/src/language', path.join(draft, 'language')),
    ...translated(transformFile, 'web/src/wording', path.join(draft, 'wording')),
  ]);
  fs.writeFileSync(path.join(draft, '.stamp'), stamp);
  // A temporary folder is its maker's alone; the build may be run by anyone.
  fs.chmodSync(draft, 0o755);
  putInPlace(draft, path.join(root, 'api/dist'));
}

function translated(transformFile, place, to) {
  const from = path.join(root, place);
  return filesUnder(from).map((file) => translate(transformFile, file, path.join(to, path.relative(from, file))));
}

/** Two commands may build at the same moment; the last one in place is as good as the first. */
function putInPlace(draft, place) {
  const aside = `${draft}-old`;
  for (let attempt = 1; ; attempt++) {
    try {
      if (fs.existsSync(place)) fs.renameSync(place, aside);
      fs.renameSync(draft, place);
      break;
    } catch (error) {
      if (attempt === 5 || !['ENOENT', 'EEXIST', 'ENOTEMPTY'].includes(error.code)) throw error;
    } finally {
      fs.rmSync(aside, { recursive: true, force: true });
    }
  }
}

async function translate(transformFile, from, to) {
  await fs.promises.mkdir(path.dirname(to), { recursive: true });
  if (/(?<!\.d)\.ts$/.test(from)) return writeTranslated(await transformFile(from, TRANSLATE), to.replace(/\.ts$/, '.js'));
  if (/\.(json|sql|txt)$/.test(from) && !from.endsWith('tsconfig.json')) await fs.promises.copyFile(from, to);
}

async function writeTranslated({ code, map }, to) {
  await fs.promises.writeFile(to, `${code}//# sourceMappingURL=${path.basename(to)}.map\n`);
  await fs.promises.writeFile(`${to}.map`, map);
}

async function bundleWeb(stamp) {
  await runVite();
  fs.writeFileSync(path.join(root, 'web/dist/.stamp'), stamp);
}

function runVite() {
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
      cwd: path.join(root, 'web'),
      stdio: ['ignore', 2, 2],
    });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error('the web app did not build'))));
  });
}

const called = process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href;
if (called) await (process.argv.includes('--api') ? buildApi() : build());
