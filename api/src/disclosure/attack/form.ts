import { FORMULAS, isCalendarDate, parsePeriod, writeCanonicalJson, type ReleaseFile } from '../../kernel/index.js';
import type { Findings } from './report.js';
import { Sha256 } from './sha256.js';
import {
  choice,
  isRecord,
  list,
  matching,
  number,
  object,
  oneOf,
  record,
  text,
  texts,
  that,
  truth,
  type Shape,
} from './shape.js';

const REASONS = [
  'tooFew',
  'noContrast',
  'unbounded',
  'notConverged',
  'separation',
  'constant',
  'protection',
  'quality',
  'heterogeneous',
];
const reason = oneOf(...REASONS);
const share = that('a share from 0 to 1', (value) => typeof value === 'number' && value >= 0 && value <= 1);
const positive = that('a number above 0', (value) => typeof value === 'number' && Number.isFinite(value) && value > 0);
const whole = that('a whole number from 0 on', (value) => Number.isSafeInteger(value) && (value as number) >= 0);
const date = that('a date', (value) => typeof value === 'string' && isCalendarDate(value));
const instant = matching('a time in UTC', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/);
const period = matching('a quarter', /^\d{4}-Q[1-4]$/);
const identifier = matching('an identifier', /^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/);
const orNull =
  (shape: Shape): Shape =>
  (value, where, findings) =>
    value === null || shape(value, where, findings);

const header = object({
  id: identifier,
  period,
  asOf: date,
  noiseLevel: positive,
  knownAt: instant,
  status: oneOf('published'),
  supersedes: orNull(identifier),
  policyVersion: text,
  methodVersion: text,
  settingsVersion: text,
  inputFingerprint: matching('a keyed fingerprint', /^hmac:[0-9a-f]{16,64}$/),
  sample: truth,
});

const policy = object({
  thresholds: object({ dimension: whole, special: whole }),
  exposure: object({ release: share, history: share, permanent: share, periods: whole }),
  otherTables: object({ minimumOpen: whole, minimumSpecialBase: whole }),
  similar: object({ low: positive, high: positive }),
});

const dimension = object({
  key: text,
  label: text,
  kind: oneOf('tree', 'ordered', 'nominal'),
  sensitivity: oneOf('open', 'special', 'secret'),
  values: list(object({ key: text, label: text }, { parent: text })),
});

const absent = choice('absent', {
  notEstimable: object({ absent: text, reason }),
  notCollected: object({ absent: text, reason: oneOf('notCollected') }),
});
const value: Shape = (entry, where, findings) =>
  typeof entry === 'string' || (typeof entry === 'number' ? number(entry, where, findings) : absent(entry, where, findings));

const group = record(text);
const bare = object({ group, status: text });
const cell = choice('status', {
  shown: object({ group, status: text, drawn: record(object({ value: number, noise: number })), values: record(value) }),
  notEstimable: object({ group, status: text, reason }),
  suppressed: bare,
  structuralZero: bare,
  notCollected: bare,
});

const derivation = object(
  { by: oneOf(...FORMULAS), of: texts() },
  { against: oneOf('everyoneElse'), parameters: record(number) },
);

/** A bound that is public, or one that rests on drawn numbers; never both. */
const publicFit = object({ kind: text, most: positive });
const drawnFit = object({ kind: text, times: positive, over: oneOf('smallest', 'each'), of: texts() });

const range = { kind: text, cap: whole, low: number, high: number };
const scale = choice('kind', {
  open: object({ kind: text }),
  catalogue: object({ kind: text }),
  count: object({ kind: text }),
  rows: object({ kind: text, cap: whole }),
  sum: object(range),
  squares: object(range),
  bounded: object({ kind: text, most: positive }),
  fit: (entry, where, findings) => (isRecord(entry) && 'most' in entry ? publicFit : drawnFit)(entry, where, findings),
});

const base = object({ of: texts() }, { least: whole });

const table = object({
  measure: text,
  variant: text,
  breakdown: texts(),
  unit: text,
  subject: text,
  special: truth,
  bases: list(base),
  scales: record(scale),
  derived: record(derivation),
  cells: list(cell),
});

/** What is said about exposure: words, and shares rounded up to 0.05, since they are computed from true memberships. */
const exposure: Shape = (entry, where, findings) => {
  if (typeof entry === 'number')
    return findings.expect(
      entry >= 0 && entry <= 1 && isTwentieth(entry),
      'certificate',
      where,
      'is not a share rounded to 0.05',
    );
  if (Array.isArray(entry)) return list(exposure)(entry, where, findings);
  return isRecord(entry) ? record(exposure)(entry, where, findings) : true;
};
const isTwentieth = (x: number): boolean => Math.abs(x * 20 - Math.round(x * 20)) < 1e-9;

const version = object({ what: text, from: text, to: text });
const change = choice('what', {
  erasure: object({ what: text }),
  retention: object({ what: text }),
  file: object({ what: text, name: matching('a name of the data dictionary', /^[a-z][a-z_]{0,40}$/) }),
  settings: version,
  policy: version,
  plan: version,
  program: version,
  method: object({ what: text, name: text, from: orNull(text), to: orNull(text) }),
});

const isoDay = matching('a day', /^\d{4}-\d{2}-\d{2}$/);
const quality = object({
  floors: object({ coverage: number, pending: number, newestLoadDays: whole }),
  files: list(object({ file: matching('a name of the data dictionary', /^[a-z][a-z_]{0,40}$/), newestLoad: isoDay })),
  withheld: list(object({ measure: text, because: oneOf('coverage', 'pending', 'freshness'), of: text })),
});

const charter = object({ track: text, version: positive, hash: matching('a hash', /^sha256:[0-9a-f]{64}$/) });

const certificate = object(
  {
    rules: texts(),
    noiseLevel: positive,
    tables: list(object({ table: text, shown: whole, hidden: whole })),
    exposure,
    attack: object({ findings: whole, checks: texts() }),
    leftOut: texts(),
    versions: record(text),
  },
  { changed: list(change), charters: list(charter), quality },
);

const file = object(
  {
    format: oneOf('overstory-release/1'),
    release: header,
    policy,
    dimensions: list(dimension),
    tables: list(table),
    certificate,
    hash: text,
  },
  {
    signature: matching('a signature', /^ed25519:[A-Za-z0-9+/=_-]+$/),
    publicKey: matching('a public key', /^[A-Za-z0-9+/=_:-]+$/),
  },
);

/** The file as typed, or nothing where it has not the form; every deviation is a finding. */
export function readFile(parsed: unknown, findings: Findings): ReleaseFile | undefined {
  const before = findings.some;
  const fits = file(parsed, 'file', findings);
  findings.check('form: every key, type and key order at every depth');
  if (fits || usable(parsed)) {
    const release = parsed as ReleaseFile;
    checkHash(release, findings);
    checkDates(release, findings);
    return release;
  }
  if (!before && !findings.some) findings.add('form', 'file', 'has not the form of a release');
  return undefined;
}

/** Whether the parts that later checks walk through are there, so that a stray key does not hide what else is wrong. */
function usable(parsed: unknown): boolean {
  return quietly(
    object(
      { release: header, policy, dimensions: list(dimension), tables: list(tableWithAnyExtra), certificate },
      anything(parsed),
    ),
    parsed,
  );
}

const tableWithAnyExtra: Shape = (entry, where, findings) =>
  object(
    {
      measure: text,
      variant: text,
      breakdown: texts(),
      special: truth,
      bases: list(base),
      scales: record(scale),
      derived: record(derivation),
      cells: list(cellWithAnyExtra),
    },
    anything(entry),
  )(entry, where, findings);

const cellWithAnyExtra: Shape = (entry, where, findings) => {
  const shown = isRecord(entry) && entry['status'] === 'shown';
  const parts = shown ? { drawn: record(object({ value: number, noise: number })), values: record(value) } : {};
  return object({ group, status: text, ...parts }, anything(entry))(entry, where, findings);
};

const anything = (entry: unknown): Record<string, Shape> =>
  isRecord(entry) ? Object.fromEntries(Object.keys(entry).map((key) => [key, () => true])) : {};

function quietly(shape: Shape, value: unknown): boolean {
  return shape(value, '', { expect: (condition: boolean) => condition, add: () => undefined } as unknown as Findings);
}

function checkHash(release: ReleaseFile, findings: Findings): void {
  const { hash, signature: _signature, publicKey: _publicKey, ...content } = release;
  const own = new Sha256();
  writeCanonicalJson(content, (part) => own.add(part));
  findings.expect(hash === own.digest(), 'form', 'file.hash', 'is not the hash of the content');
  findings.check('form: the hash of the content');
}

function checkDates({ release }: ReleaseFile, findings: Findings): void {
  const ends = Array.from({ length: 12 }, (_, start) => parsePeriod(release.period, start + 1).endsOn);
  findings.expect(ends.includes(release.asOf), 'form', 'release.asOf', 'is not the last day of the period in any fiscal year');
}
