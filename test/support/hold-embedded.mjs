// Holds the embedded server for a test: says on stdout how it got it, lets go when stdin closes.
// Arguments: the built platform room, the installation's folder.
import { pathToFileURL } from 'node:url';

// As the command line does: an end without letting go. Said before the first line, since a signal may follow it at once.
process.on('SIGTERM', () => process.exit(143));
const [platform, home] = process.argv.slice(2);
const { startEmbedded } = await import(pathToFileURL(`${platform}/index.js`).href);
const server = await startEmbedded({ home, settings: { shared_buffers: '16MB' } });
process.stdout.write(`${JSON.stringify({ url: server.url, mode: server.mode, joined: server.joined })}\n`);
process.stdin.resume();
for await (const line of process.stdin)
  if (String(line).startsWith('revive')) process.stdout.write(`${JSON.stringify({ revived: await server.revive() })}\n`);
await server.close();
