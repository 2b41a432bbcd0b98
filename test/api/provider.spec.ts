import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addAccount } from '../../api/src/access/index.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';
import { type Forge, freePort, startProvider, type TestProvider, Wanderer } from '../support/identity-provider.js';
import { identityOf, person } from './support/provider.js';
import { Client, webOn } from './support/web.js';

const PEOPLE = {
  ada: person({ email: 'Ada@Example.org' }),
  bob: person({ email: 'bob@example.org', groups: ['managers'], team: 'eng/platform' }),
  cy: person({ email: 'cy@example.org', groups: ['managers'] }),
  dee: person({ email: 'dee@example.org', groups: ['gardeners'] }),
  eve: person({ email: 'eve@example.org', email_verified: false }),
  fay: person({ email: 'fay@example.org' }),
  gus: person({ email: 'gus@example.org' }),
  hal: person({ email: 'hal@example.org' }),
  ida: person({ email: 'ada@example.org' }),
};

let installation: TestInstallation;
let provider: TestProvider;
let address: string;
let identity: string;

beforeAll(async () => {
  installation = await freshInstallation();
  const port = await freePort();
  provider = await startProvider(structuredClone(PEOPLE), { product: `http://127.0.0.1:${port}` });
  identity = JSON.stringify(identityOf(`http://127.0.0.1:${port}`, provider));
  address = await webOn(installation, { port, identity: { identity, clientSecret: provider.clientSecret } });
}, 60_000);
beforeEach(() => {
  provider.forge = null;
});

/** From the button to the address at which the browser comes back. */
async function leave(client: Client, login: string, to = ''): Promise<string> {
  const left = await client.fetch(`/api/sign-in/provider${to}`);
  expect(left.status).toBe(303);
  return new Wanderer(provider.issuer).signInAt(left.headers.get('location') ?? '', login);
}

/** All the way; answers where the reader ends up. */
async function signIn(client: Client, login: string, to = ''): Promise<string> {
  return arrive(client, await leave(client, login, to));
}

async function arrive(client: Client, callback: string): Promise<string> {
  const response = await client.fetch(callback);
  expect(response.status).toBe(303);
  return response.headers.get('location') ?? '';
}

const viewerOf = async (client: Client): Promise<unknown> =>
  (await client.ask('{ viewer { email role scope mustChangePassword } }')).data?.viewer;

const lastEntries = async (action: string): Promise<{ details: unknown; actor: string }[]> =>
  (
    await installation
      .pool('auditor')
      .query<{ details: unknown; actor: string }>(
        'select actor, details from audit_trail.entry where action = $1 order by entry_no desc',
        [action],
      )
  ).rows;

describe('signing in at the identity provider', () => {
  it('is offered, beside the password where that is allowed', async () => {
    const asked = await new Client(address).ask('{ waysIn { password provider } }');
    expect(asked.data).toEqual({ waysIn: { password: true, provider: 'Example SSO' } });
    const other = new Client(await webOn(installation));
    expect((await other.ask('{ waysIn { password provider } }')).data).toEqual({ waysIn: { password: true, provider: null } });
    expect((await other.fetch('/api/sign-in/provider')).status).toBe(404);
  });

  it('opens a session with the role that the groups name, and leaves again for where the reader wanted to go', async () => {
    const client = new Client(address);
    expect(await signIn(client, 'ada', '?to=%2Fexplore%2Fdose%3Fby%3Dlevel')).toBe('/explore/dose?by=level');
    expect(await viewerOf(client)).toEqual({ email: 'ada@example.org', role: 'auditor', scope: null, mustChangePassword: false });
    expect((await lastEntries('sign-in.done'))[0]).toMatchObject({ details: { by: 'provider' } });
    expect((await lastEntries('account.added'))[0]).toMatchObject({ details: { by: 'provider', role: 'auditor' } });
  });

  it('asks by code, with PKCE, a state and a nonce', async () => {
    const left = await new Client(address).fetch('/api/sign-in/provider');
    const asked = new URL(left.headers.get('location') ?? '').searchParams;
    expect(asked.get('response_type')).toBe('code');
    expect(asked.get('code_challenge_method')).toBe('S256');
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)?.length).toBeGreaterThan(40);
    expect(asked.get('redirect_uri')).toBe(`${address}/api/sign-in/provider/callback`);
  });

  it('gives the branch of the team tree that the claim names, and nothing where none is named', async () => {
    const [bob, cy] = [new Client(address), new Client(address)];
    await signIn(bob, 'bob');
    expect(await viewerOf(bob)).toMatchObject({ role: 'engineering-manager', scope: 'eng/platform' });
    expect(await signIn(cy, 'cy')).toBe('/sign-in?problem=no-team');
    expect(await viewerOf(cy)).toBeNull();
  });

  it('refuses whoever has no role here, and says so', async () => {
    const client = new Client(address);
    expect(await signIn(client, 'dee')).toBe('/sign-in?problem=no-role');
    expect(await viewerOf(client)).toBeNull();
    expect((await lastEntries('sign-in.refused'))[0]).toEqual({ actor: 'anonymous', details: { problem: 'no-role' } });
  });

  it('refuses an e-mail that nobody has verified', async () => {
    expect(await signIn(new Client(address), 'eve')).toBe('/sign-in?problem=no-email');
  });

  it('follows the groups at the next sign-in, and ends every session of who has lost them all', async () => {
    const [before, after] = [new Client(address), new Client(address)];
    await signIn(before, 'fay');
    provider.people.fay = person({ email: 'fay@example.org', groups: ['managers'], team: 'ops' });
    await signIn(after, 'fay');
    expect(await viewerOf(before)).toMatchObject({ role: 'engineering-manager', scope: 'ops' });
    expect((await lastEntries('account.role-changed'))[0]).toMatchObject({
      details: { by: 'provider', from: 'auditor', role: 'engineering-manager' },
    });
    provider.people.fay = person({ email: 'fay@example.org', groups: [] });
    expect(await signIn(new Client(address), 'fay')).toBe('/sign-in?problem=no-role');
    expect([await viewerOf(before), await viewerOf(after)]).toEqual([null, null]);
  });

  it('never takes over an account with a password, nor that of somebody else with the same e-mail', async () => {
    await addAccount(installation.pool('owner'), 'gus@example.org', 'administrator');
    expect(await signIn(new Client(address), 'gus')).toBe('/sign-in?problem=local-account');
    await signIn(new Client(address), 'ada');
    expect(await signIn(new Client(address), 'ida')).toBe('/sign-in?problem=email-taken');
  });

  it('lets nobody in whose account was disabled, and ends what was open', async () => {
    const client = new Client(address);
    await signIn(client, 'hal');
    await installation.pool('owner').query(`update access.account set disabled_at = now() where email = 'hal@example.org'`);
    expect(await viewerOf(client)).toBeNull();
    expect(await signIn(new Client(address), 'hal')).toBe('/sign-in?problem=disabled');
  });

  it('opens the session under a new identifier', async () => {
    const client = new Client(address);
    const callback = await leave(client, 'ada');
    const planted = client.cookie;
    await arrive(client, callback);
    expect(client.cookie).not.toBe(planted);
    const attacker = new Client(address);
    attacker.cookie = planted;
    expect(await viewerOf(attacker)).toBeNull();
  });

  it('notices a key that was replaced, at once', async () => {
    await signIn(new Client(address), 'ada');
    provider.rotateKey();
    const client = new Client(address);
    await signIn(client, 'ada');
    expect(await viewerOf(client)).toMatchObject({ email: 'ada@example.org' });
  });

  it('reads claims that stand in the token as well', async () => {
    const port = await freePort();
    const product = `http://127.0.0.1:${port}`;
    const other = await startProvider(structuredClone(PEOPLE), { product, claimsInToken: true });
    const text = JSON.stringify(identityOf(product, other));
    const client = new Client(
      await webOn(installation, { port, identity: { identity: text, clientSecret: other.clientSecret } }),
    );
    const left = await client.fetch('/api/sign-in/provider');
    await arrive(client, await new Wanderer(other.issuer).signInAt(left.headers.get('location') ?? '', 'bob'));
    // The same e-mail at another provider is somebody else.
    expect(await viewerOf(client)).toBeNull();
    other.people.bob = person({ email: 'robert@example.org', groups: ['managers'], team: 'eng' });
    const again = await client.fetch('/api/sign-in/provider');
    await arrive(client, await new Wanderer(other.issuer).signInAt(again.headers.get('location') ?? '', 'bob'));
    expect(await viewerOf(client)).toMatchObject({ email: 'robert@example.org', scope: 'eng' });
  });
});

describe('whoever attacks the way back', () => {
  const refusedAs = async (client: Client, place: string): Promise<string> => {
    const to = await arrive(client, place);
    expect(await viewerOf(client)).toBeNull();
    return to;
  };
  const changed = (callback: string, name: string, value: string): string => {
    const url = new URL(callback);
    url.searchParams.set(name, value);
    return url.href;
  };

  it('gains nothing by a state that is not the one that was given', async () => {
    const client = new Client(address);
    const callback = await leave(client, 'ada');
    expect(await refusedAs(client, changed(callback, 'state', 'of-somebody-else'))).toBe('/sign-in?problem=not-proven');
  });

  it('cannot put a reader into the attacker’s account: a code belongs to the browser that left for it', async () => {
    const callback = await leave(new Client(address), 'ada');
    expect(await refusedAs(new Client(address), callback)).toBe('/sign-in?problem=too-old');
    const other = new Client(address);
    await leave(other, 'bob');
    expect(await refusedAs(other, callback)).toBe('/sign-in?problem=not-proven');
  });

  it('cannot use a code twice', async () => {
    const client = new Client(address);
    const callback = await leave(client, 'ada');
    const thief = new Client(address);
    thief.cookie = client.cookie;
    await arrive(client, callback);
    expect(await refusedAs(thief, callback)).toBe('/sign-in?problem=too-old');
    const next = await leave(client, 'ada');
    const replayed = changed(next, 'code', new URL(callback).searchParams.get('code') ?? '');
    expect(await arrive(client, replayed)).toBe('/sign-in?problem=not-proven');
  });

  it('cannot come back after ten minutes', async () => {
    const client = new Client(address);
    const callback = await leave(client, 'ada');
    await installation
      .pool('owner')
      .query(`update access.session set sess = jsonb_set(sess::jsonb, '{pending,at}', '1') where sess -> 'pending' is not null`);
    expect(await refusedAs(client, callback)).toBe('/sign-in?problem=too-old');
  });

  it.each<[string, Forge]>([
    ['another nonce', (claims, sign) => sign({ ...claims, nonce: 'of-another-sign-in' })],
    ['no nonce', ({ nonce: _, ...claims }, sign) => sign(claims)],
    ['another audience', (claims, sign) => sign({ ...claims, aud: 'another-product' })],
    ['another issuer', (claims, sign) => sign({ ...claims, iss: 'http://127.0.0.1:1' })],
    ['a time that is over', (claims, sign) => sign({ ...claims, iat: 1_700_000_000, exp: 1_700_000_600 })],
    ['a time that is over by more than clocks may differ', (claims, sign) => sign({ ...claims, exp: Date.now() / 1000 - 90 })],
    ['no signature', (claims, sign) => sign(claims, { with: 'nothing' })],
    ['the signature of a foreign key', (claims, sign) => sign(claims, { with: 'foreign' })],
    ['a foreign key by a foreign name', (claims, sign) => sign(claims, { with: 'foreign', header: { kid: 'x' } })],
    ['a key that it brings along', (claims, sign) => sign(claims, { with: 'foreign', header: { jku: 'http://127.0.0.1:1/' } })],
    ['another algorithm', (claims, sign) => sign(claims, { header: { alg: 'HS256' } })],
    ['somebody else’s name under an old signature', (claims, sign) => swapped(sign(claims), { ...claims, sub: 'bob' })],
  ])('is not believed a token with %s', async (_name, forge) => {
    provider.forge = forge;
    const client = new Client(address);
    expect(await refusedAs(client, await leave(client, 'ada'))).toBe('/sign-in?problem=not-proven');
  });

  it('finds that clocks may differ a little, and that forging is what was refused above', async () => {
    provider.forge = (claims, sign) => sign({ ...claims, exp: Date.now() / 1000 - 20 });
    const client = new Client(address);
    expect(await signIn(client, 'ada')).toBe('/');
    expect(await viewerOf(client)).toMatchObject({ email: 'ada@example.org' });
  });

  it.each([
    '//elsewhere.example',
    'https://elsewhere.example',
    '/\\elsewhere.example',
    '/%09/elsewhere.example',
    'javascript:alert(1)',
  ])('cannot have the reader sent on to %s', async (to) => {
    expect(await signIn(new Client(address), 'ada', `?to=${to.includes('%') ? to : encodeURIComponent(to)}`)).toBe('/');
  });

  it('has nothing of what was sent repeated, neither on the page nor in the log', async () => {
    const client = new Client(address);
    await leave(client, 'ada');
    const to = await arrive(
      client,
      `${address}/api/sign-in/provider/callback?error=access_denied&error_description=%3Cscript%3E`,
    );
    expect(to).toBe('/sign-in?problem=not-proven');
  });

  it('is told from somebody who changed their mind', async () => {
    const client = new Client(address);
    const left = await client.fetch('/api/sign-in/provider');
    const state = new URL(left.headers.get('location') ?? '').searchParams.get('state') ?? '';
    const query = new URLSearchParams({ error: 'access_denied', state, iss: provider.issuer }).toString();
    expect(await arrive(client, `${address}/api/sign-in/provider/callback?${query}`)).toBe('/sign-in?problem=cancelled');
  });
});

describe('signing out', () => {
  it('ends the session here, and says where the provider ends its own', async () => {
    const client = new Client(address);
    await signIn(client, 'ada');
    const { data } = await client.ask('{ ownIdentity { password signOutAddress } }');
    const place = new URL((data?.ownIdentity as { signOutAddress: string }).signOutAddress);
    expect(place.origin).toBe(provider.issuer);
    expect(place.searchParams.get('post_logout_redirect_uri')).toBe(`${address}/sign-in`);
    expect((await fetch(place)).status).toBe(200);
    await client.ask('mutation { signOut }');
    expect(await viewerOf(client)).toBeNull();
    expect((await client.ask('{ ownIdentity { password } }')).data).toEqual({ ownIdentity: null });
  });
});

describe('a provider that does not answer', () => {
  it('is said, and stops nothing else', async () => {
    const port = await freePort();
    const away = { ...identityOf(`http://127.0.0.1:${port}`, { ...provider, issuer: `http://127.0.0.1:${await freePort()}` }) };
    const client = new Client(await webOn(installation, { port, identity: { identity: JSON.stringify(away) } }));
    const left = await client.fetch('/api/sign-in/provider');
    expect(left.headers.get('location')).toBe('/sign-in?problem=provider-away');
    expect((await client.fetch('/healthz')).status).toBe(200);
  });
});

describe('passwords of ours in production', () => {
  it('need to be asked for: without them and without a provider nobody starts', async () => {
    await expect(webOn(installation, { identity: { production: true } })).rejects.toMatchObject({ code: 'no-way-in' });
    await expect(webOn(installation, { identity: { production: true, identity: JSON.stringify({ address: 'https://o.example' }) } }))
      .rejects.toMatchObject({ code: 'no-way-in' }); // prettier-ignore
  });

  it('are refused where they were not, and so is a session that one opened before', async () => {
    const password = await addAccount(installation.pool('owner'), 'old@example.org', 'auditor');
    const before = new Client(address);
    await before.signIn('old@example.org', password);
    const without = new Client(await webOn(installation, { identity: { identity, localAccounts: false } }));
    expect((await without.ask('{ waysIn { password } }')).data).toEqual({ waysIn: { password: false } });
    expect((await without.signIn('old@example.org', password)).data?.signIn).toMatchObject({ code: 'LOCAL_ACCOUNTS_OFF' });
    without.cookie = before.cookie;
    expect(await viewerOf(without)).toBeNull();
    expect(await viewerOf(before)).toMatchObject({ email: 'old@example.org' });
  });
});

/** Other claims in the place of those that were signed. */
function swapped(token: string, claims: object): string {
  const [head = '', , signature = ''] = token.split('.');
  return [head, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
}
