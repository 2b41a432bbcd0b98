import fs from 'node:fs';
import path from 'node:path';
import { type MailSettings, readMailSettings } from './mail.js';
import { type PackSettings, readPackSettings } from './pack-settings.js';
import { Refusal } from './refusal.js';

/** Where an installation lives and where it listens. Everything has a default. */
export interface Configuration {
  /** Absolute folder of the keys, the passwords of the logins and the embedded database (`OVERSTORY_HOME`). */
  readonly home: string;
  /** The owner's connection to a Postgres of your own (`DATABASE_URL`); absent: the embedded one. */
  readonly databaseUrl?: string;
  /** `PORT`, 4000. */
  readonly port: number;
  /** `HOST`, 127.0.0.1: nothing is reachable from outside until somebody asks for it. */
  readonly host: string;
  /** `NODE_ENV=production`: cookies need https. */
  readonly production: boolean;
  /** `OVERSTORY_REQUESTS_PER_MINUTE`, 6000: of one account; an address from which nobody is signed in has a tenth. */
  readonly requestsPerMinute?: number;
  /** `OVERSTORY_SIGNING_KEY`: the file of the key that signs releases, when it is not in `home`. */
  readonly signingKeyFile?: string;
  /** What stands in the file of `OVERSTORY_IDENTITY`: how people sign in elsewhere. `access` reads it. */
  readonly identity?: string;
  /** `OVERSTORY_OIDC_CLIENT_SECRET`, for those who do not want it in that file. */
  readonly clientSecret?: string;
  /** `OVERSTORY_LOCAL_ACCOUNTS`, `allowed` or `refused`: in production passwords of our own need to be asked for. */
  readonly localAccounts?: boolean;
  /** `OVERSTORY_SMTP`, `OVERSTORY_MAIL_FROM`, `OVERSTORY_ADDRESS`: how alerts leave; absent: none do. */
  readonly mail?: MailSettings;
  /** `OVERSTORY_PACK_FOLDER`, `OVERSTORY_PACK_FOLDER_ROLE`, `OVERSTORY_PACK_WEBHOOKS`: where reports of packs may go. */
  readonly packs?: PackSettings;
}

/** Far more than a person asks for, far less than a program can. */
export const REQUESTS_PER_MINUTE = 6000;

/** Reads the environment; refuses (exit code 2) what it cannot understand rather than guessing. */
export function readConfiguration(env: NodeJS.ProcessEnv = process.env): Configuration {
  const mail = readMailSettings(env);
  return {
    home: path.resolve(env.OVERSTORY_HOME || '.overstory'),
    ...databaseUrl(env.DATABASE_URL),
    port: port(env.PORT),
    host: env.HOST || '127.0.0.1',
    production: env.NODE_ENV === 'production',
    requestsPerMinute: requestsPerMinute(env.OVERSTORY_REQUESTS_PER_MINUTE),
    ...(env.OVERSTORY_SIGNING_KEY ? { signingKeyFile: path.resolve(env.OVERSTORY_SIGNING_KEY) } : {}),
    ...identity(env),
    localAccounts: localAccounts(env.OVERSTORY_LOCAL_ACCOUNTS, env.NODE_ENV === 'production'),
    ...(mail ? { mail } : {}),
    packs: readPackSettings(env),
  };
}

function identity({ OVERSTORY_IDENTITY: file, OVERSTORY_OIDC_CLIENT_SECRET: clientSecret }: NodeJS.ProcessEnv): {
  identity?: string;
  clientSecret?: string;
} {
  if (!file) return {};
  try {
    return { identity: fs.readFileSync(file, 'utf8'), ...(clientSecret ? { clientSecret } : {}) };
  } catch {
    throw new Refusal('bad-identity', 'The file that OVERSTORY_IDENTITY names cannot be read.', 2);
  }
}

function localAccounts(value: string | undefined, production: boolean): boolean {
  if (!value) return !production;
  if (value === 'allowed' || value === 'refused') return value === 'allowed';
  throw new Refusal('bad-local-accounts', 'OVERSTORY_LOCAL_ACCOUNTS is neither "allowed" nor "refused".', 2);
}

function databaseUrl(value: string | undefined): { databaseUrl?: string } {
  if (!value) return {};
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1) return { databaseUrl: value };
  // The value is not repeated: it may hold a password.
  throw new Refusal('bad-database-url', 'DATABASE_URL is not of the form postgres://user:password@host:port/database.', 2);
}

function port(value: string | undefined): number {
  if (!value) return 4000;
  const number = Number(value);
  if (Number.isInteger(number) && number >= 0 && number <= 65_535) return number;
  throw new Refusal('bad-port', 'PORT is not a number from 0 to 65535.', 2);
}

function requestsPerMinute(value: string | undefined): number {
  if (!value) return REQUESTS_PER_MINUTE;
  const number = Number(value);
  if (Number.isInteger(number) && number >= 10) return number;
  throw new Refusal('bad-limit', 'OVERSTORY_REQUESTS_PER_MINUTE is not a whole number of at least 10.', 2);
}
