import { saying, t } from '#language';
import type pg from 'pg';
import type { ReleaseChange, ReleaseHeader } from '../kernel/index.js';
import { inputsOf, removalsIn } from './known-inputs.js';

/** What a release was computed from, as far as its file names it. */
export interface Computed {
  readonly header: Pick<ReleaseHeader, 'methodVersion' | 'settingsVersion' | 'policyVersion'>;
  readonly versions: Readonly<Record<string, string>>;
  /** File and keyed hash of everything that went in. */
  readonly inputs: readonly string[];
}

interface Before extends Omit<Computed, 'inputs'> {
  readonly loadNo: number;
  readonly removalNo: number;
}

/** What changed between a published release and one that would restate it. Rows, counts and dates never appear. */
export async function readChanges(tx: pg.PoolClient, replaced: string, now: Computed): Promise<ReleaseChange[]> {
  const { rows } = await tx.query<Before>(
    `select header, certificate -> 'versions' as versions, load_no as "loadNo", removal_no as "removalNo" from release.release where release_id = $1`,
    [replaced],
  );
  const [before] = rows as [Before];
  const removals = removalsIn(now.inputs).filter(({ no }) => no > before.removalNo);
  return [
    ...removed(new Set(removals.map(({ kind }) => kind))),
    ...changesBetween({ ...before, inputs: await inputsOf(tx, before.loadNo) }, now),
  ];
}

/** A consent that ends takes the characteristics of its person along, which is an erasure too. */
function removed(kinds: ReadonlySet<string>): ReleaseChange[] {
  const erasure = kinds.has('erasure') || kinds.has('consent');
  return [
    ...(erasure ? [{ what: 'erasure' } as const] : []),
    ...(kinds.has('retention') ? [{ what: 'retention' } as const] : []),
  ];
}

/** Files and definitions, in their canonical order. */
export function changesBetween(before: Computed, now: Computed): ReleaseChange[] {
  return [
    ...changedFiles(before.inputs, now.inputs).map((name) => ({ what: 'file' as const, name })),
    ...versionChange('settings', before.header.settingsVersion, now.header.settingsVersion),
    ...versionChange('policy', before.header.policyVersion, now.header.policyVersion),
    ...versionChange('plan', before.versions.plan, now.versions.plan),
    ...changedMethods(methodsIn(before.header.methodVersion), methodsIn(now.header.methodVersion)),
    ...versionChange('program', before.versions.program, now.versions.program),
  ];
}

function versionChange(what: 'settings' | 'policy' | 'plan' | 'program', from = '', to = ''): ReleaseChange[] {
  return from === to ? [] : [{ what, from, to }];
}

/** Names of files of which not the same contents went in. */
function changedFiles(before: readonly string[], now: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const input of now) counts.set(input, (counts.get(input) ?? 0) + 1);
  for (const input of before) counts.set(input, (counts.get(input) ?? 0) - 1);
  const changed = [...counts].filter(([, difference]) => difference !== 0).map(([input]) => nameIn(input));
  return [...new Set(changed)].filter((name) => name !== REMOVED).sort();
}

/** Begins the marks of deletions, which are inputs too and are named apart. */
const REMOVED = 'removed';

const nameIn = (input: string): string => input.split(' ')[0] ?? '';

/** `dose/1 parity/1` by measure. */
export const methodsIn = (methodVersion: string): ReadonlyMap<string, string> =>
  new Map(methodVersion.split(' ').map((one) => [one.split('/')[0] ?? '', one]));

function changedMethods(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): ReleaseChange[] {
  return [...new Set([...before.keys(), ...now.keys()])]
    .filter((name) => before.get(name) !== now.get(name))
    .sort()
    .map((name) => ({ what: 'method', name, from: before.get(name) ?? null, to: now.get(name) ?? null }));
}

const OF_VERSIONS = {
  settings: saying('The settings changed from version {from} to {to}.'),
  policy: saying('The policy of disclosure changed from version {from} to {to}.'),
  plan: saying('The plan of tables changed from version {from} to {to}.'),
  program: saying('The program changed from version {from} to {to}.'),
} as const;

/** A change in a sentence, for pages and terminals. */
export function describeChange(change: ReleaseChange): string {
  switch (change.what) {
    case 'erasure':
      return t('An erasure was carried out: what it removed is in no later release.');
    case 'retention':
      return t('Data past their time of retention were removed.');
    case 'file':
      return t('Rows of the file {name} were added, corrected or withdrawn.', { name: change.name });
    case 'method':
      return describeMethod(change);
    default:
      return t(OF_VERSIONS[change.what], { from: change.from, to: change.to });
  }
}

function describeMethod({ name, from, to }: ReleaseChange & { readonly what: 'method' }): string {
  if (from === null) return t('The measure {name} is new ({to}).', { name, to: to ?? '' });
  if (to === null) return t('The measure {name} is no longer computed ({from}).', { name, from });
  return t('The method of the measure {name} changed from {from} to {to}.', { name, from, to });
}
