import crypto from 'node:crypto';
import http from 'node:http';
import net from 'node:net';
import { type Configuration, Provider } from 'oidc-provider';
import { atEnd } from './database.js';

/** What the provider says of its people, by the name with which they sign in there. */
export type People = Record<string, Record<string, unknown>>;

/** A part of a token: the claims, or the header. */
export type Part = Record<string, unknown>;

/** Forges the identity token on its way out of the provider: what attackers would like to. */
export type Forge = (claims: Part, sign: (claims: Part, options?: Forgery) => string) => string;

export interface Forgery {
  readonly header?: Part;
  /** `foreign`: a key that the provider never had. */
  readonly with?: 'own' | 'foreign' | 'nothing';
}

/** An identity provider on this machine: `oidc-provider`, over real HTTP. */
export interface TestProvider {
  readonly issuer: string;
  readonly people: People;
  readonly clientId: string;
  readonly clientSecret: string;
  forge: Forge | null;
  /** Puts another key into the place of the one that signs. */
  rotateKey(): void;
  /** A token of any kind, by the key that signs. */
  sign(claims: Part, options?: Forgery): string;
  /** Answers of the product to what the provider told it by itself, in their order. */
  readonly told: readonly { readonly status: number; readonly token: string }[];
  stop(): Promise<void>;
}

interface Addresses {
  /** Where the product is. */
  readonly product: string;
  /** Whether claims stand in the identity token; otherwise they are told when asked. */
  readonly claimsInToken?: boolean;
  /** Whether it names its sessions when it says that one is over; otherwise it says of somebody that all are. */
  readonly namesSessions?: boolean;
}

interface Told {
  readonly told: { status: number; token: string }[];
}

interface Key {
  readonly kid: string;
  readonly key: crypto.KeyObject;
}

const CLIENT = { clientId: 'overstory', clientSecret: 'a-secret-of-the-test-alone-0123456789' };

/** Starts a provider; it stops when the test file ends. */
export async function startProvider(people: People, addresses: Addresses): Promise<TestProvider> {
  let key = newKey();
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  const told: { status: number; token: string }[] = [];
  let provider = providerWith(issuer, key, people, { ...addresses, told });
  const self: TestProvider = {
    issuer,
    people,
    ...CLIENT,
    forge: null,
    rotateKey: () => {
      key = newKey();
      provider = providerWith(issuer, key, people, { ...addresses, told });
    },
    sign: (claims, options) => signed(claims, key, options),
    told,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  const server = http.createServer((request, response) => {
    if (self.forge && request.url === '/token') forged(response, self.forge, key);
    void provider.callback()(request, response);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  atEnd(async () => {
    server.closeAllConnections();
    await self.stop();
  });
  return self;
}

/** A port of this machine that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

function providerWith(
  issuer: string,
  { kid, key }: Key,
  people: People,
  { product, claimsInToken = false, namesSessions = true, told }: Addresses & Told,
): Provider {
  const configuration: Configuration = {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [`${product}/api/sign-in/provider/callback`],
        post_logout_redirect_uris: [`${product}/sign-in`],
        backchannel_logout_uri: `${product}/api/sign-in/provider/logout`,
        backchannel_logout_session_required: namesSessions,
      },
    ],
    features: { backchannelLogout: { enabled: true } },
    // It would not speak to this machine by itself.
    fetch: async (address, init) => {
      const response = await fetch(address, { method: 'POST', headers: init?.headers ?? {}, body: init?.body ?? null });
      const token = init?.body instanceof URLSearchParams ? (init.body.get('logout_token') ?? '') : '';
      told.push({ status: response.status, token });
      return response;
    },
    jwks: { keys: [{ ...key.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['a key of the test'] },
    conformIdTokenClaims: !claimsInToken,
    claims: { openid: ['sub'], email: ['email', 'email_verified'], groups: ['groups', 'team'] },
    scopes: ['openid', 'email', 'groups'],
    findAccount: (_context, sub) => {
      const person = people[sub];
      return person && { accountId: sub, claims: () => ({ sub, ...person }) };
    },
    // Who signs in agrees: this is their employer's product.
    loadExistingGrant: async (context) => {
      const { client, session, provider } = context.oidc;
      const grant = new provider.Grant({ clientId: client?.clientId ?? '', accountId: session?.accountId ?? '' });
      grant.addOIDCScope('openid email groups');
      await grant.save();
      return grant;
    },
    pkce: { required: () => true },
    ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 600, Interaction: 600, Session: 3600, Grant: 3600 },
  };
  return quietly(() => new Provider(issuer, configuration));
}

/** It warns of what makes it a provider for tests. */
function quietly<T>(make: () => T): T {
  const { warn, info } = console;
  const aloud = (): unknown => Object.assign(console, { warn, info });
  Object.assign(console, { warn: () => undefined, info: () => undefined });
  let made: T | undefined;
  try {
    return (made = make());
  } finally {
    if (made instanceof Promise) void made.then(aloud, aloud);
    else aloud();
  }
}

/** Catches the provider's answer and puts another identity token into it. */
function forged(response: http.ServerResponse, forge: Forge, key: Key): void {
  const end = response.end.bind(response);
  response.end = ((body?: string | Buffer) => {
    const answer = JSON.parse(body?.toString() ?? '{}') as { id_token?: string };
    if (answer.id_token === undefined) return end(body);
    const claims = JSON.parse(Buffer.from(answer.id_token.split('.')[1] ?? '', 'base64url').toString()) as Part;
    const text = JSON.stringify({ ...answer, id_token: forge(claims, (more, how) => signed(more, key, how)) });
    response.setHeader('content-length', Buffer.byteLength(text));
    return end(text);
  }) as typeof response.end;
}

function signed(claims: Part, own: Key, { header = {}, with: by = 'own' }: Forgery = {}): string {
  const { kid, key } = by === 'foreign' ? { kid: own.kid, key: newKey().key } : own;
  const head = { alg: by === 'nothing' ? 'none' : 'RS256', kid, ...header };
  const text = [head, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  if (by === 'nothing') return `${text}.`;
  return `${text}.${crypto.sign('sha256', Buffer.from(text), key).toString('base64url')}`;
}

function newKey(): Key {
  const { privateKey } = crypto.generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { kid: crypto.randomUUID(), key: privateKey };
}

/** A browser without a window: keeps the provider's cookies and goes where it is sent, as far as the product. */
export class Wanderer {
  private readonly jar = new Map<string, string>();

  constructor(private readonly issuer: string) {}

  /** Signs in at the provider; answers the address of the product to which it sends the browser back. */
  async signInAt(address: string, login: string): Promise<string> {
    for (let place = address, steps = 0; steps < 12; steps += 1) {
      if (!place.startsWith(this.issuer)) return place;
      const response = await this.fetch(place);
      const next = response.headers.get('location');
      place = next === null ? await this.fillIn(place, login) : new URL(next, this.issuer).href;
    }
    throw new Error('the provider sends the browser round in circles');
  }

  /** Signs out at the provider, from its own page, and everywhere. */
  async signOutAt(address: string): Promise<void> {
    const page = await (await this.fetch(address)).text();
    const [, action = '', xsrf = ''] = /action="([^"]+)".*?name="xsrf" value="([^"]+)"/s.exec(page) ?? [];
    const response = await quietly(() =>
      this.fetch(action, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ xsrf, logout: 'yes' }).toString(),
      }),
    );
    if (response.status !== 303) throw new Error(`the provider did not sign out: ${response.status}`);
  }

  private async fillIn(place: string, login: string): Promise<string> {
    const response = await this.fetch(place, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ prompt: 'login', login, password: 'x' }).toString(),
    });
    const next = response.headers.get('location');
    if (next === null) throw new Error(`the provider refused: ${response.status}`);
    return new URL(next, this.issuer).href;
  }

  private async fetch(place: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('cookie', [...this.jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(place, { ...init, headers, redirect: 'manual' });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      this.jar.set(name, value);
    }
    return response;
  }
}
