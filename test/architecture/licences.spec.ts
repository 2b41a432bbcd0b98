import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from '../support/run-tool.js';

interface Component {
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
  readonly scope: 'required' | 'optional' | 'excluded';
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
  readonly licenses?: readonly { readonly license?: { readonly id: string }; readonly expression?: string }[];
}
interface Bill {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly serialNumber: string;
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

function makeBill(): Bill {
  const { stdout, status } = spawnSync(process.execPath, [path.join(ROOT, 'api/scripts/sbom.mjs')], {
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  });
  expect(status).toBe(0);
  return JSON.parse(stdout) as Bill;
}

/** What may be in the product: it asks for a notice and no more. The font may be passed on with it, unsold by itself. */
const IN_THE_PRODUCT = ['MIT', 'MIT-0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'CC0-1.0', 'Python-2.0', 'PostgreSQL', 'OFL-1.1']; // prettier-ignore
/** What may beside that build and test it: it reaches no further than its own files. */
const BESIDE_IT = ['MPL-2.0', 'CC-BY-4.0'];

/** Whether an SPDX expression is fulfilled: of alternatives one is enough, of conditions all are needed. */
function allowed(expression: string, list: readonly string[]): boolean {
  const plain = expression.replace(/[()]/g, '');
  return plain.split(' OR ').some((one) => one.split(' AND ').every((id) => list.includes(id.trim())));
}

const licenceOf = ({ licenses }: Component): string => licenses?.[0]?.license?.id ?? licenses?.[0]?.expression ?? 'none';

const notAllowed = (components: readonly Component[]): string[] =>
  components
    .filter((one) => !allowed(licenceOf(one), one.scope === 'excluded' ? [...IN_THE_PRODUCT, ...BESIDE_IT] : IN_THE_PRODUCT))
    .map((one) => `${one.name} ${one.version}: ${licenceOf(one)}`);

describe('the bill of materials', () => {
  const bill = makeBill();

  it('names every package of the lock file once, with version, licence and hash', () => {
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6' });
    expect(bill.serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const lock = JSON.parse(fs.readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { name?: string; version?: string; link?: boolean }>;
    };
    const locked = Object.entries(lock.packages).filter(([place, { link }]) => place.includes('node_modules/') && !link);
    const names = new Set(
      locked.map(([place, { name, version }]) => `${name ?? place.split('node_modules/').at(-1)}@${version}`),
    );
    expect(bill.components).toHaveLength(names.size);
    expect(names.size).toBeGreaterThan(400);
    expect(new Set(bill.components.map((one) => one['bom-ref'])).size).toBe(names.size);
    for (const one of bill.components) expect(one.hashes?.[0]?.content).toMatch(/^[0-9a-f]{64,128}$/);
  });

  it('says who needs whom, and knows everybody it names', () => {
    const known = new Set(bill.components.map((one) => one['bom-ref']));
    const named = bill.dependencies.flatMap(({ dependsOn }) => dependsOn);
    expect(named.length).toBeGreaterThan(500);
    expect(named.filter((ref) => !known.has(ref))).toEqual([]);
    expect(bill.dependencies[0]?.dependsOn.some((ref) => ref.startsWith('pkg:npm/express@'))).toBe(true);
  });

  it('is the same for the same lock file', () => {
    expect(makeBill()).toEqual(bill);
  });

  it('holds no licence that nobody has agreed to', () => {
    expect(notAllowed(bill.components)).toEqual([]);
  });

  it.each([
    ['a licence that reaches further', { license: { id: 'GPL-3.0-only' } }, 'required'],
    ['both of which one reaches further', { expression: 'MIT AND AGPL-3.0-only' }, 'required'],
    ['what may only build it', { license: { id: 'MPL-2.0' } }, 'optional'],
  ] as const)('would be found out with %s', (_name, licence, scope) => {
    const planted: Component = { 'bom-ref': 'x', name: 'x', version: '1.0.0', scope, licenses: [licence] };
    expect(notAllowed([planted])).toHaveLength(1);
  });

  it('takes the better of two alternatives', () => {
    expect(allowed('(GPL-2.0-only OR MIT)', IN_THE_PRODUCT)).toBe(true);
    expect(notAllowed([{ 'bom-ref': 'x', name: 'x', version: '1.0.0', scope: 'required' }])).toEqual(['x 1.0.0: none']);
  });
});
