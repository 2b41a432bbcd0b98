import { count } from '../wording/index.js';

/** The size of a file as people say it: `714 kB`. */
export const size = (bytes: number): string =>
  bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${count(Math.max(1, bytes / 1000))} kB`;
