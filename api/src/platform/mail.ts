import { Refusal } from './refusal.js';

/** How letters leave: by which server, from whom, and where the pages are that they point to. */
export interface MailSettings {
  /** `smtp://` or `smtps://`, with user and password where the server asks for them. */
  readonly server: string;
  readonly from: string;
  /** Where readers find this product, without a slash at its end. */
  readonly address: string;
}

export interface Letter {
  readonly to: string;
  readonly subject: string;
  /** Plain text: no picture that calls home, no script, no link that says other than it does. */
  readonly text: string;
}

/** A way to send letters. */
export interface Mail {
  /** Resolves once the mail server has taken it. */
  send(letter: Letter): Promise<void>;
  close(): void;
}

const PATIENCE = 20_000;

/**
 * Opens a way to a mail server. Only a server on this machine may be spoken to in clear: to all others the connection is
 * encrypted and their certificate looked at, or nothing is sent.
 */
export async function openMail({ server, from }: MailSettings): Promise<Mail> {
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({
    url: server,
    requireTLS: !isHere(new URL(server).hostname),
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async (letter) => {
      await transport.sendMail({ ...letter, from, headers: { 'Auto-Submitted': 'auto-generated' } });
    },
    close: () => transport.close(),
  };
}

const isHere = (host: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(host);

/**
 * Reads how letters leave; undefined where nobody said so.
 *
 * @throws Refusal `bad-mail` (2) where it is incomplete or cannot be understood. No value is repeated: it may hold a password.
 */
export function readMailSettings(env: NodeJS.ProcessEnv): MailSettings | undefined {
  const { OVERSTORY_SMTP: server, OVERSTORY_MAIL_FROM: from, OVERSTORY_ADDRESS: address } = env;
  if (!server) return undefined;
  if (!isUrl(server, /^smtps?:$/)) throw bad('OVERSTORY_SMTP is not of the form smtps://user:password@host:port.');
  if (!from || !/^[^\s<>@]+@[^\s<>@]+$/.test(from)) throw bad('OVERSTORY_MAIL_FROM is not an e-mail address.');
  if (!address || !isUrl(address, /^https?:$/)) throw bad('OVERSTORY_ADDRESS is not the address of these pages, https://….');
  return { server, from, address: address.replace(/\/+$/, '') };
}

const bad = (message: string): Refusal => new Refusal('bad-mail', message, 2);

function isUrl(text: string, protocol: RegExp): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && protocol.test(url.protocol) && url.hostname !== '';
}

/** The same as an environment, for a process that is handed it. */
export function mailEnvironment(mail: MailSettings | undefined): Record<string, string> {
  return mail ? { OVERSTORY_SMTP: mail.server, OVERSTORY_MAIL_FROM: mail.from, OVERSTORY_ADDRESS: mail.address } : {};
}
