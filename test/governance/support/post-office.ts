import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { atEnd } from '../../support/database.js';

/** A letter as a mail server took it. */
export interface Posted {
  readonly to: string;
  readonly raw: string;
  /** The body, as its reader sees it. */
  readonly text: string;
}

/** A real mail server that asks for a password, on a port of its own. */
export interface PostOffice {
  /** For `OVERSTORY_SMTP`. */
  readonly server: string;
  readonly letters: Posted[];
  /** While it is true, no letter is taken. */
  shut: boolean;
}

const [USER, PASSWORD] = ['overstory', 'a password of the post'];

export async function postOffice(host = '127.0.0.1'): Promise<PostOffice> {
  const letters: Posted[] = [];
  const office = { server: '', letters, shut: false };
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      username === USER && password === PASSWORD ? done(null, { user: USER }) : done(new Error('who are you?')),
    onMailFrom: (_from, _session, done) => done(office.shut ? new Error('closed') : null),
    onData: (stream, { envelope }, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        letters.push(posted(envelope.rcptTo.map(({ address }) => address).join(), Buffer.concat(parts).toString('utf8')));
        done();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((listening) => server.listen(0, host, listening));
  atEnd(() => new Promise<void>((closed) => server.close(closed)));
  const { port } = server.server.address() as AddressInfo;
  office.server = `smtp://${USER}:${encodeURIComponent(PASSWORD)}@${host}:${port}`;
  return office;
}

function posted(to: string, raw: string): Posted {
  const body = raw.slice(raw.indexOf('\r\n\r\n') + 4);
  const isQuoted = /^content-transfer-encoding: quoted-printable/im.test(raw);
  return { to, raw, text: (isQuoted ? unquoted(body) : body).replaceAll('\r\n', '\n') };
}

const unquoted = (body: string): string =>
  body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
