/** JSON with keys in code-unit order and no white space: the bytes that are hashed and signed. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = entriesOf(value).map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`);
    return `{${entries.join(',')}}`;
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError('canonical JSON holds finite numbers only');
  return JSON.stringify(value) ?? 'null';
}

const entriesOf = (value: object): [string, unknown][] =>
  Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));

/** So deep the cells of a release stand. */
const CELLS = 4;

/** The same, written part by part down to so many levels: a release is hashed without ever standing in one text. */
export function writeCanonicalJson(value: unknown, write: (part: string) => void, levels = CELLS): void {
  if (levels === 0 || value === null || typeof value !== 'object') return write(canonicalJson(value));
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const members = Array.isArray(value)
    ? value.map((item: unknown) => ({ name: '', item }))
    : entriesOf(value).map(([key, item]) => ({ name: `${JSON.stringify(key)}:`, item }));
  write(open as string);
  members.forEach(({ name, item }, at) => {
    write(at === 0 ? name : `,${name}`);
    writeCanonicalJson(item, write, levels - 1);
  });
  write(close as string);
}
