import fs from 'node:fs';

const EVERY_MS = 1000;

/**
 * `npm start` puts npm, and often a shell, between its user and us, and neither passes every end on. Under npm,
 * this calls `ended` once when the process that was asked to run us is gone. Started directly, nobody is watched:
 * a server may well outlive the shell it was started from.
 */
export function whenOrphaned(ended: () => void, env: NodeJS.ProcessEnv = process.env): () => void {
  if (!env.npm_lifecycle_event) return () => undefined;
  const before = ancestors();
  const timer = setInterval(() => {
    if (ancestors() === before) return;
    clearInterval(timer);
    ended();
  }, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** The parent and, where that is only the shell that npm runs scripts in, its parent. */
function ancestors(): string {
  const parent = process.ppid;
  const stat = statOf(parent);
  return stat && /^(ba|da|)sh$/.test(stat.name) ? `${parent} ${stat.parent}` : String(parent);
}

function statOf(pid: number): { name: string; parent: string } | undefined {
  try {
    const [, name = '', parent = ''] = /\((.*)\) \S (\d+)/s.exec(fs.readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return { name, parent };
  } catch {
    // Not every system tells; then the parent alone is watched.
    return undefined;
  }
}
