import { canonicalJson, type ReleaseChange, type ReleaseFile } from '../../kernel/index.js';
import type { EarlierRelease } from './history.js';
import type { Findings } from './report.js';

const RULE = 'history';
const WHERE = 'certificate.changed';
const ORDER = ['erasure', 'retention', 'file', 'settings', 'policy', 'plan', 'method', 'program'];

/** A restatement, and nothing else, lists what changed: in one order, each once, and as both files bear out. */
export function checkRestatement(judged: ReleaseFile, history: readonly EarlierRelease[], findings: Findings): void {
  const { changed } = judged.certificate;
  const restates = judged.release.supersedes !== null;
  findings.expect((changed !== undefined) === restates, RULE, WHERE, restates ? 'is missing' : 'stands in no restatement');
  if (changed === undefined) return;
  const keys = changed.map(placeOf);
  findings.expect(
    keys.every((key, i) => i === 0 || keys[i - 1]! < key),
    RULE,
    WHERE,
    'is not in its order, each change once',
  );
  const replaced = history.find(({ release }) => release.id === judged.release.supersedes);
  if (replaced) compare(changed, replaced, judged, findings);
  findings.check('history: what a restatement says has changed');
}

/** Sorts as the list has to: by kind, then by name. */
const placeOf = (change: ReleaseChange): string => `${ORDER.indexOf(change.what)} ${'name' in change ? change.name : ''}`;

function compare(changed: readonly ReleaseChange[], before: EarlierRelease, now: EarlierRelease, findings: Findings): void {
  const stated = changed.filter(({ what }) => !['erasure', 'retention', 'file'].includes(what));
  const due = [...definitions(before, now), ...methods(before.release.methodVersion, now.release.methodVersion)];
  const same = canonicalJson(due.map(canonicalJson).sort()) === canonicalJson(stated.map(canonicalJson).sort());
  findings.expect(same, RULE, WHERE, 'does not name the definitions in which the two releases differ');
  const inputs = changed.some(({ what }) => ['erasure', 'retention', 'file'].includes(what));
  const differ = before.release.inputFingerprint !== now.release.inputFingerprint;
  findings.expect(
    inputs === differ,
    RULE,
    WHERE,
    differ ? 'names no file and no removal, and the inputs differ' : 'names a file or a removal, and the inputs are the same',
  );
}

function definitions(
  { release: then, certificate: old }: EarlierRelease,
  { release, certificate }: EarlierRelease,
): ReleaseChange[] {
  const pairs = [
    ['settings', then.settingsVersion, release.settingsVersion],
    ['policy', then.policyVersion, release.policyVersion],
    ['plan', old.versions['plan'] ?? '', certificate.versions['plan'] ?? ''],
    ['program', old.versions['program'] ?? '', certificate.versions['program'] ?? ''],
  ] as const;
  return pairs.filter(([, from, to]) => from !== to).map(([what, from, to]) => ({ what, from, to }));
}

function methods(then: string, now: string): ReleaseChange[] {
  const [old, current] = [then.split(' '), now.split(' ')];
  const nameOf = (method: string): string => method.split('/')[0]!;
  const find = (list: readonly string[], name: string): string | null => list.find((one) => nameOf(one) === name) ?? null;
  return [...new Set([...old, ...current].map(nameOf))]
    .map((name) => ({ what: 'method' as const, name, from: find(old, name), to: find(current, name) }))
    .filter(({ from, to }) => from !== to);
}
