// The product as a user starts it, on a port and in a folder of its own.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const command = fileURLToPath(new URL('../../../api/dist/cli/main.js', import.meta.url));

/** What the command is given: an embedded database whatever the caller has, and no limit on questions, since they are what is measured. */
export function environmentOf(home, more = {}) {
  const { DATABASE_URL, ...own } = process.env;
  return { ...own, OVERSTORY_HOME: home, PORT: '0', OVERSTORY_REQUESTS_PER_MINUTE: '1000000', ...more };
}

/** The process, and the address that it prints once pages answer. */
export function serve(env) {
  const child = spawn(process.execPath, [command, 'serve'], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  const address = new Promise((resolve, reject) => {
    let out = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
      const found = /http:\/\/\S+/.exec(out)?.[0];
      if (found) resolve(found);
    });
    child.once('exit', () => reject(new Error('the server did not start')));
  });
  return { child, address };
}

/** Asks the process to end, and waits until it has. */
export async function stop(child) {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}
