import path from 'node:path';
import { addAccount, type Role, ROLES } from '../../../api/src/access/index.js';
import { type RunningWeb, startWeb, type WebOptions } from '../../../api/src/app/web.js';
import type { WebProcess } from '../../../api/src/platform/index.js';
import { atEnd, type TestInstallation } from '../../support/database.js';

interface TestWeb extends Partial<Pick<WebProcess, 'requestsPerMinute' | 'port'>> {
  /** How people sign in; with passwords unless this says otherwise. */
  readonly identity?: Partial<Pick<WebProcess, 'identity' | 'clientSecret' | 'localAccounts' | 'production'>>;
}

/** The web process on a real installation, on a port of its own; stopped when the test file ends. */
export async function webOn(
  installation: TestInstallation,
  { requestsPerMinute = 100_000, identity, port = 0, ...options }: WebOptions & TestWeb = {},
): Promise<string> {
  const web: RunningWeb = await startWeb(
    {
      url: (login) => installation.url(login),
      keys: installation.keys,
      workerSocket: socketOf(installation),
      production: false,
      host: '127.0.0.1',
      port,
      requestsPerMinute,
      ...identity,
    },
    options,
  );
  atEnd(() => web.close());
  return `http://127.0.0.1:${web.port}`;
}

/** Where the worker of this installation answers. */
export const socketOf = (installation: TestInstallation): string => path.join(installation.config.home, 'worker.sock');

export interface Answer<Data = Record<string, unknown>> {
  readonly status: number;
  readonly data: Data | null;
  readonly errors: readonly { message: string; path?: readonly (string | number)[]; extensions: { code: string } }[];
  readonly body: string;
}

/** Somebody with a cookie jar. */
export class Client {
  cookie = '';

  constructor(readonly address: string) {}

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.cookie) headers.set('cookie', this.cookie);
    const response = await fetch(new URL(path, this.address), { redirect: 'manual', ...init, headers });
    const set = response.headers.getSetCookie().find((cookie) => cookie.startsWith('overstory='));
    if (set) this.cookie = set.split(';')[0] ?? '';
    return response;
  }

  // What comes back is looked at by matchers; a type for each query would be longer than its test.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  async ask<Data = Record<string, any>>(query: string, variables: Record<string, unknown> = {}): Promise<Answer<Data>> {
    const response = await this.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const body = await response.text();
    const { data = null, errors = [] } = JSON.parse(body) as { data?: Data | null; errors?: Answer['errors'] };
    return { status: response.status, data, errors, body };
  }

  async signIn(email: string, password: string): Promise<Answer<{ signIn: Record<string, unknown> }>> {
    return this.ask(
      `mutation ($email: String!, $password: String!) {
         signIn(email: $email, password: $password) { __typename ... on SignedIn { viewer { email role } } ... on Refused { code message } }
       }`,
      { email, password },
    );
  }
}

/** A signed-in client; the account is made for it. */
export async function signedIn(
  installation: TestInstallation,
  address: string,
  role: Role,
  scope: string | null = null,
): Promise<Client> {
  const email = `${role}.${Math.random().toString(36).slice(2, 8)}@example.org`;
  const client = new Client(address);
  const password = await addAccount(installation.pool('owner'), email, role, scope);
  const { data } = await client.signIn(email, password);
  if (data?.signIn.__typename !== 'SignedIn') throw new Error('the test could not sign in');
  return client;
}

/** One signed-in client for each role. */
export async function everyRole(
  installation: TestInstallation,
  address: string,
  scope: string | null = null,
): Promise<Map<Role, Client>> {
  const clients = new Map<Role, Client>();
  for (const role of ROLES) clients.set(role, await signedIn(installation, address, role, scope));
  return clients;
}
