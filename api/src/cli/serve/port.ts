import net from 'node:net';
import { Refusal } from '../../platform/index.js';

/** Finds out before a minute of work that somebody else listens there. */
export function refuseTakenPort(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => reject(refusal(error, host, port)));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

function refusal(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new Refusal('port-taken', `Port ${port} is taken by another program; choose one with PORT=…`);
  return new Refusal('cannot-listen', `Cannot listen on ${host}:${port} (${error.code ?? 'unknown'}).`);
}
