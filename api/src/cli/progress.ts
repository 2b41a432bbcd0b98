/** Told how far the work is; `total` is 0 while nobody knows. */
export type Progress = (label: string, done: number, total: number) => void;

const EVERY_MS = 100;

/** One line that rewrites itself on a terminal; silence elsewhere, so that schedulers' logs stay short. */
export function progressOnStderr(): { progress: Progress; end: () => void } {
  if (!process.stderr.isTTY) return { progress: () => undefined, end: () => undefined };
  let shownAt = 0;
  const progress: Progress = (label, done, total) => {
    if (Date.now() - shownAt < EVERY_MS && done !== total) return;
    shownAt = Date.now();
    process.stderr.write(`\r\x1b[2K${line(label, done, total)}`);
  };
  return { progress, end: () => void process.stderr.write('\r\x1b[2K') };
}

function line(label: string, done: number, total: number): string {
  if (total <= 0) return done > 0 ? `${label} ${done.toLocaleString('en')}` : label;
  return `${label} ${Math.floor((100 * done) / total)} %`;
}
