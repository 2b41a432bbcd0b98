import { REQUESTS_PER_MINUTE } from './configuration.js';
import type { Installation } from './installation.js';
import type { KeyName, Keys } from './keys.js';
import type { Login } from './logins.js';
import { mailEnvironment, type MailSettings, readMailSettings } from './mail.js';
import { packEnvironment, type PackSettings, readPackSettings } from './pack-settings.js';

/**
 * What the launcher hands to the two processes it forks, and how they read it. Each environment holds the
 * logins and keys named here and no other: what a process was not given, it cannot be talked into using.
 */
const WEB = { logins: ['reader', 'auditor'], keys: ['session'] } as const;
const WORKER = { logins: ['ingest', 'curator'], keys: ['pseudonym', 'disclosure', 'notes', 'signing'] } as const;

interface Child<L extends Login> {
  url(login: L): string;
  readonly keys: Keys;
  /** The path of the unix socket (on Windows, of the named pipe) on which the worker answers the web process. */
  readonly workerSocket: string;
  readonly production: boolean;
}

export interface WebProcess extends Child<'reader' | 'auditor'> {
  readonly host: string;
  /** 0 lets the system choose; say which with `announceReady`. */
  readonly port: number;
  /** Of one account; an address from which nobody is signed in has a tenth. */
  readonly requestsPerMinute: number;
  /** How people sign in elsewhere, as the installation's file says; absent: nobody does. */
  readonly identity?: string;
  readonly clientSecret?: string;
  /** Whether people may sign in with a password of ours; absent: not in production. */
  readonly localAccounts?: boolean;
  /** How alerts leave; absent: none do. */
  readonly mail?: MailSettings;
  /** Where reports of packs may go; absent: nowhere. */
  readonly packs?: PackSettings;
}

export type WorkerProcess = Child<'ingest' | 'curator'>;

export function environmentOfWeb(installation: Installation, workerSocket: string): Record<string, string> {
  const { host, port, requestsPerMinute = REQUESTS_PER_MINUTE } = installation.config;
  return {
    ...handOver(installation, WEB),
    ...common(installation, workerSocket),
    HOST: host,
    PORT: String(port),
    OVERSTORY_REQUESTS_PER_MINUTE: String(requestsPerMinute),
    ...identityOf(installation),
    ...mailEnvironment(installation.config.mail),
    ...(installation.config.packs ? packEnvironment(installation.config.packs) : {}),
  };
}

function identityOf({ config }: Installation): Record<string, string> {
  const { identity, clientSecret, localAccounts = !config.production } = config;
  return {
    OVERSTORY_LOCAL_ACCOUNTS: localAccounts ? 'allowed' : 'refused',
    ...(identity === undefined ? {} : { OVERSTORY_IDENTITY_TEXT: identity }),
    ...(clientSecret === undefined ? {} : { OVERSTORY_OIDC_CLIENT_SECRET: clientSecret }),
  };
}

export function environmentOfWorker(installation: Installation, workerSocket: string): Record<string, string> {
  return { ...handOver(installation, WORKER), ...common(installation, workerSocket) };
}

/** For `app/web.ts`. @throws when it was not started by the launcher. */
export function readWebProcess(env: NodeJS.ProcessEnv = process.env): WebProcess {
  const requestsPerMinute = Number(env.OVERSTORY_REQUESTS_PER_MINUTE ?? REQUESTS_PER_MINUTE);
  const { OVERSTORY_IDENTITY_TEXT: identity, OVERSTORY_OIDC_CLIENT_SECRET: clientSecret } = env;
  const mail = readMailSettings(env);
  return {
    ...readChild(env),
    host: env.HOST ?? '127.0.0.1',
    port: Number(env.PORT ?? 0),
    requestsPerMinute,
    localAccounts: env.OVERSTORY_LOCAL_ACCOUNTS === 'allowed',
    ...(identity === undefined ? {} : { identity }),
    ...(clientSecret === undefined ? {} : { clientSecret }),
    ...(mail ? { mail } : {}),
    packs: readPackSettings(env),
  };
}

/** For `app/worker.ts`. @throws when it was not started by the launcher. */
export function readWorkerProcess(env: NodeJS.ProcessEnv = process.env): WorkerProcess {
  return readChild(env);
}

/** Tells the launcher that this process answers now, and where. */
export function announceReady(facts: { readonly port?: number } = {}): void {
  process.send?.({ ready: true, ...facts });
}

const urlName = (login: Login): string => `OVERSTORY_URL_${login.toUpperCase()}`;
const keyName = (key: KeyName): string => `OVERSTORY_KEY_${key.toUpperCase()}`;

function handOver(
  installation: Installation,
  what: { readonly logins: readonly Login[]; readonly keys: readonly KeyName[] },
): Record<string, string> {
  const urls = what.logins.map((login) => [urlName(login), installation.url(login)] as const);
  const keys = what.keys.map((key) => [keyName(key), installation.keys.read(key).toString('base64')] as const);
  return Object.fromEntries([...urls, ...keys]);
}

function common({ config }: Installation, workerSocket: string): Record<string, string> {
  return { OVERSTORY_WORKER_SOCKET: workerSocket, NODE_ENV: config.production ? 'production' : 'development' };
}

function readChild(env: NodeJS.ProcessEnv): Child<Login> {
  return {
    url: (login) => required(env, urlName(login)),
    keys: { read: (name) => Buffer.from(required(env, keyName(name)), 'base64') },
    workerSocket: required(env, 'OVERSTORY_WORKER_SOCKET'),
    production: env.NODE_ENV === 'production',
  };
}

function required(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name];
  if (!value) throw new Error(`${name} was not handed to this process; start it with "overstory serve"`);
  return value;
}
