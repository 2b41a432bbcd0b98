import { beforeAll, describe, expect, it } from '@jest/globals';
import crypto from 'node:crypto';
import { freshInstallation, type TestInstallation } from '../support/database.js';
import type { Part, TestProvider } from '../support/identity-provider.js';
import { person, productWithProvider, signedInAt } from './support/provider.js';
import { entriesOf } from './support/trail.js';
import { type Client, signedIn, webOn } from './support/web.js';

let installation: TestInstallation;
let provider: TestProvider;
let address: string;

const PEOPLE = {
  ada: person({ email: 'ada@example.org' }),
  bob: person({ email: 'bob@example.org' }),
  cy: person({ email: 'cy@example.org' }),
};

beforeAll(async () => {
  installation = await freshInstallation();
  ({ provider, address } = await productWithProvider(installation, structuredClone(PEOPLE)));
}, 60_000);

const emailOf = async (client: Client): Promise<string | undefined> =>
  ((await client.ask('{ viewer { email } }')).data?.viewer as { email: string } | null)?.email;

const endAddress = async (client: Client): Promise<string> =>
  (await client.ask('{ ownIdentity { signOutAddress } }')).data?.ownIdentity.signOutAddress as string;

/** What the provider would send; `told` where a part of it is another. */
const claims = (told: Part = {}): Part => {
  const iat = Math.floor(Date.now() / 1000);
  const events = { 'http://schemas.openid.net/event/backchannel-logout': {} };
  const whole = {
    iss: provider.issuer,
    aud: provider.clientId,
    sub: 'ada',
    iat,
    exp: iat + 120,
    jti: crypto.randomUUID(),
    events,
  };
  return Object.fromEntries(Object.entries({ ...whole, ...told }).filter(([, value]) => value !== undefined));
};

const send = (body: string, headers: Record<string, string> = {}, to = address): Promise<Response> =>
  fetch(`${to}/api/sign-in/provider/logout`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body,
  });

const sendToken = (token: string, to = address): Promise<Response> =>
  send(new URLSearchParams({ logout_token: token }).toString(), {}, to);

const HEADER = { header: { typ: 'logout+jwt' } };

describe('somebody who signs out at the identity provider', () => {
  it('is signed out here at once: in that browser, and in no other', async () => {
    const [desk, home] = [await signedInAt(provider, address, 'ada'), await signedInAt(provider, address, 'ada')];
    const other = await signedInAt(provider, address, 'bob');
    await desk.browser.signOutAt(await endAddress(desk.client));
    expect(provider.told.at(-1)).toMatchObject({ status: 200 });
    expect(await emailOf(desk.client)).toBeUndefined();
    expect([await emailOf(home.client), await emailOf(other.client)]).toEqual(['ada@example.org', 'bob@example.org']);
    expect((await entriesOf(installation, 'session.ended')).at(-1)).toMatchObject({
      actor: 'provider',
      details: { by: 'provider', all: false },
    });
  });

  it('is told so once: the same message again is refused, and ends nothing', async () => {
    const first = await signedInAt(provider, address, 'cy');
    await first.browser.signOutAt(await endAddress(first.client));
    const { token = '' } = provider.told.at(-1) ?? {};
    const next = await signedInAt(provider, address, 'cy');
    const again = await sendToken(token);
    expect(again.status).toBe(400);
    expect(await emailOf(next.client)).toBe('cy@example.org');
  });

  it('may sign in again', async () => {
    const { client, browser } = await signedInAt(provider, address, 'bob');
    await browser.signOutAt(await endAddress(client));
    expect(await emailOf((await signedInAt(provider, address, 'bob')).client)).toBe('bob@example.org');
  });

  it('is signed out everywhere where the provider names no session', async () => {
    const own = await productWithProvider(installation, structuredClone(PEOPLE), { namesSessions: false });
    own.provider.people.cy = person({ email: 'carla@example.org' });
    const [desk, home] = [await signedInAt(own.provider, own.address, 'cy'), await signedInAt(own.provider, own.address, 'cy')];
    expect(await emailOf(home.client)).toBe('carla@example.org');
    await desk.browser.signOutAt(await endAddress(desk.client));
    expect([await emailOf(desk.client), await emailOf(home.client)]).toEqual([undefined, undefined]);
    expect((await entriesOf(installation, 'session.ended')).at(-1)).toMatchObject({ details: { all: true } });
  });

  it('is not let in by a sign-in that was under way, nor by a request that still holds the session', async () => {
    const { client } = await signedInAt(provider, address, 'ada');
    const owner = installation.pool('owner');
    const { rows } = await owner.query<{ sid: string; sess: { providerSession: string } }>(
      `select s.sid, s.sess from access.session s join access.account a on a.account_id::text = s.sess ->> 'accountId'
       where a.email = 'ada@example.org' order by (s.sess ->> 'signedInAt')::float8 desc limit 1`,
    );
    const [kept] = rows;
    // Of somebody else it says nothing.
    await sendToken(provider.sign(claims({ sub: 'bob', sid: kept?.sess.providerSession }), HEADER));
    expect(await emailOf(client)).toBe('ada@example.org');
    expect((await sendToken(provider.sign(claims({ sid: kept?.sess.providerSession }), HEADER))).status).toBe(200);
    expect(await emailOf(client)).toBeUndefined();
    await owner.query(`insert into access.session values ($1, $2, now() + interval '1 hour')`, [kept?.sid, kept?.sess]);
    expect((await owner.query('select from access.session where sid = $1', [kept?.sid])).rowCount).toBe(0);
  });
});

describe('a message that a session is over', () => {
  it('is answered as the standard has it, and kept by nobody on the way', async () => {
    const taken = await sendToken(provider.sign(claims({ sub: 'nobody-here' }), HEADER));
    expect([taken.status, await taken.text(), taken.headers.get('cache-control')]).toEqual([200, '', 'no-store']);
    const refused = await sendToken('x');
    expect([refused.status, await refused.json(), refused.headers.get('cache-control')]).toEqual([
      400,
      { error: 'invalid_request' },
      'no-store',
    ]);
  });

  it('may leave out its type, may say more, and may be a little late', async () => {
    const late = Math.floor(Date.now() / 1000) - 30;
    const of = (told: Part = {}): Part => claims({ sub: 'nobody-here', ...told });
    for (const token of [
      provider.sign(of()),
      provider.sign(of({ more: 'of this', aud: [provider.clientId, 'another'] }), HEADER),
      provider.sign(of({ exp: late }), HEADER),
      provider.sign(of({ iat: late + 60 }), HEADER),
    ])
      expect((await sendToken(token)).status).toBe(200);
    expect((await send(`more=1&logout_token=${provider.sign(of(), HEADER)}`)).status).toBe(200);
  });

  let reader: Client;
  beforeAll(async () => {
    reader = (await signedInAt(provider, address, 'ada')).client;
  });
  const past = 1_700_000_000;
  it.each<[string, () => string]>([
    ['is of another provider', () => provider.sign(claims({ iss: 'http://127.0.0.1:1' }), HEADER)],
    ['names no provider', () => provider.sign(claims({ iss: undefined }), HEADER)],
    ['is for another product', () => provider.sign(claims({ aud: 'another-product' }), HEADER)],
    ['is for nobody', () => provider.sign(claims({ aud: undefined }), HEADER)],
    ['does not say when it was made', () => provider.sign(claims({ iat: undefined }), HEADER)],
    ['was made long ago', () => provider.sign(claims({ iat: past }), HEADER)],
    [
      'is made tomorrow',
      () => provider.sign(claims({ iat: Date.now() / 1000 + 86_400, exp: Date.now() / 1000 + 90_000 }), HEADER),
    ],
    ['is over', () => provider.sign(claims({ exp: Date.now() / 1000 - 90 }), HEADER)],
    ['never ends', () => provider.sign(claims({ exp: undefined }), HEADER)],
    ['has no name', () => provider.sign(claims({ jti: undefined }), HEADER)],
    ['has an endless name', () => provider.sign(claims({ jti: 'x'.repeat(256) }), HEADER)],
    ['has a number for a name', () => provider.sign(claims({ jti: 7 }), HEADER)],
    ['is of no event', () => provider.sign(claims({ events: undefined }), HEADER)],
    ['is of another event', () => provider.sign(claims({ events: { 'http://schemas.openid.net/event/x': {} } }), HEADER)],
    ['has no object for an event', () => provider.sign(claims({ events: Object.keys(claims().events as object) }), HEADER)],
    ['has a text for an event', () => provider.sign(claims({ events: mapped(claims().events, 'yes') }), HEADER)],
    ['names neither a session nor anybody', () => provider.sign(claims({ sub: undefined }), HEADER)],
    ['names nobody by an empty name', () => provider.sign(claims({ sub: '' }), HEADER)],
    ['has a nonce, as the token of a sign-in has', () => provider.sign(claims({ nonce: 'x' }), HEADER)],
    ['is of another type', () => provider.sign(claims(), { header: { typ: 'at+jwt' } })],
    ['has no signature', () => provider.sign(claims(), { with: 'nothing' })],
    ['has the signature of a foreign key', () => provider.sign(claims(), { ...HEADER, with: 'foreign' })],
    ['has a foreign key of a foreign name', () => provider.sign(claims(), { header: { kid: 'x' }, with: 'foreign' })],
    ['brings its key along', () => provider.sign(claims(), { header: { jku: 'http://127.0.0.1:1/' }, with: 'foreign' })],
    ['is signed with what both know', () => provider.sign(claims(), { header: { alg: 'HS256' } })],
    ['is none', () => 'x.y.z'],
    ['is not there', () => ''],
  ])('is not believed where it %s', async (_name, token) => {
    const response = await sendToken(token());
    expect([response.status, await response.json()]).toEqual([400, { error: 'invalid_request' }]);
    expect(await emailOf(reader)).toBe('ada@example.org');
  });

  it('is not believed twice over, as JSON, or far too long', async () => {
    const token = provider.sign(claims(), HEADER);
    expect((await send(`logout_token=${token}&logout_token=${token}`)).status).toBe(400);
    expect((await send(JSON.stringify({ logout_token: token }), { 'content-type': 'application/json' })).status).toBe(400);
    expect((await send(`logout_token=${'x'.repeat(20_000)}`)).status).toBe(413);
  });

  it('that proves nothing is on the trail, and cannot fill it', async () => {
    const denied = async (): Promise<number> =>
      (await entriesOf(installation, 'access.denied')).filter(({ subject }) => subject === 'a logout token: not-proven').length;
    await sendToken('x');
    const before = await denied();
    for (let times = 0; times < 20; times += 1) await sendToken('x');
    expect(before).toBeGreaterThan(0);
    expect((await denied()) - before).toBeLessThan(3);
  });

  it('ends no session of who signs in with a password, whatever it names', async () => {
    const local = await signedIn(installation, address, 'auditor');
    const { rows } = await installation
      .pool('owner')
      .query<{ id: string }>(`select account_id as id from access.account where sign_in = 'password'`);
    for (const { id } of rows) expect((await sendToken(provider.sign(claims({ sub: id, sid: id }), HEADER))).status).toBe(200);
    expect(await emailOf(local)).toMatch(/^auditor/);
  });

  it('is believed under a key that was replaced, at once, and not under the one before', async () => {
    const old = provider.sign(claims(), HEADER);
    provider.rotateKey();
    expect((await sendToken(old)).status).toBe(400);
    expect((await sendToken(provider.sign(claims(), HEADER))).status).toBe(200);
  });

  it('is put off where the provider’s keys cannot be had', async () => {
    const own = await productWithProvider(installation, {});
    const token = own.provider.sign({ ...claims(), iss: own.provider.issuer }, HEADER);
    await own.provider.stop();
    const response = await sendToken(token, own.address);
    expect([response.status, await response.json()]).toEqual([400, { error: 'temporarily_unavailable' }]);
  });

  it('finds no door where nobody signs in at a provider', async () => {
    expect((await sendToken('x', await webOn(installation))).status).toBe(404);
  });
});

const mapped = (events: unknown, value: unknown): object =>
  Object.fromEntries(Object.keys(events as object).map((name) => [name, value]));
