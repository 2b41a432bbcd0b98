import { t } from '../language/index.js';
import { count, measured } from '../wording/index.js';

/** The size of a file as people say it: `714 kB`. */
export const size = (bytes: number): string =>
  bytes >= 1_000_000 ? t('{n} MB', { n: measured(bytes / 1_000_000) }) : t('{n} kB', { n: count(Math.max(1, bytes / 1000)) });
