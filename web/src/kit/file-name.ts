/** A name for a file out of keys: `parity-mentee-level-2026-q3`. */
export const fileName = (...parts: readonly string[]): string =>
  parts
    .map((part) => part.replace(/^demo_/, '').toLowerCase())
    .join('-')
    .replace(/[^a-z0-9]+/g, '-');
