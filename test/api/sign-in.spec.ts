import { beforeAll, describe, expect, it } from '@jest/globals';
import { addAccount, verifyIdentity } from '../../api/src/access/index.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';
import { Client, signedIn, webOn } from './support/web.js';

let installation: TestInstallation;
let address: string;
beforeAll(async () => {
  installation = await freshInstallation();
  address = await webOn(installation);
});

const VIEWER = '{ viewer { email role scope mustChangePassword permissions { verb resource reach } } }';
const CHANGE = `mutation ($current: String!, $next: String!) {
  changePassword(current: $current, next: $next) { __typename ... on Refused { code message } } }`;

async function account(email: string): Promise<string> {
  return addAccount(installation.pool('owner'), email, 'auditor');
}

describe('signing in', () => {
  it('opens a session with the right password', async () => {
    const client = new Client(address);
    const password = await account('right@example.org');
    expect((await client.ask(VIEWER)).data).toEqual({ viewer: null });
    expect((await client.signIn('Right@Example.org', password)).data?.signIn).toMatchObject({ __typename: 'SignedIn' });
    const { data } = await client.ask(VIEWER);
    expect(data?.viewer).toMatchObject({ email: 'right@example.org', role: 'auditor', scope: null, mustChangePassword: true });
  });

  it('says the same of a wrong password and of an unknown address', async () => {
    await account('known@example.org');
    const wrong = await new Client(address).signIn('known@example.org', 'wrong');
    const unknown = await new Client(address).signIn('unknown@example.org', 'wrong');
    expect(wrong.data?.signIn).toMatchObject({ __typename: 'Refused', code: 'WRONG_PASSWORD' });
    expect(unknown.body).toBe(wrong.body);
  });

  it('makes whoever guesses wait, even with the right password', async () => {
    const password = await account('guessed@example.org');
    const client = new Client(address);
    for (let attempt = 0; attempt < 6; attempt += 1) await client.signIn('guessed@example.org', 'wrong');
    const owner = installation.pool('owner');
    // Two seconds by now; a machine that is slow could take longer to ask again.
    const longer = `update access.account set locked_until = locked_until + interval '1 hour' where email = 'guessed@example.org'`;
    expect((await owner.query(`${longer} and locked_until is not null`)).rowCount).toBe(1);
    expect((await client.signIn('guessed@example.org', password)).data?.signIn).toMatchObject({ code: 'WRONG_PASSWORD' });
    const { rows } = await owner.query(`select failed_attempts from access.account where email = 'guessed@example.org'`);
    expect(rows).toEqual([{ failed_attempts: 6 }]);
    await owner.query(`update access.account set locked_until = now() where email = 'guessed@example.org'`);
    expect((await client.signIn('guessed@example.org', password)).data?.signIn).toMatchObject({ __typename: 'SignedIn' });
  });

  it('lets nobody guess faster by guessing all at once', async () => {
    const password = await account('rushed@example.org');
    const guesses = Array.from({ length: 30 }, (_, place) =>
      new Client(address).signIn('rushed@example.org', place === 29 ? password : 'wrong'),
    );
    const begun = Date.now();
    await Promise.all(guesses);
    // Six, and one more for each waiting time (two seconds, four, eight …) that was over before a slow machine was done.
    const waits = Math.floor(Math.log2((Date.now() - begun) / 2000 + 1));
    const { rows } = await installation
      .pool('owner')
      .query<{ attempts: number }>(`select failed_attempts as attempts from access.account where email = 'rushed@example.org'`);
    expect(rows[0]?.attempts).toBeLessThanOrEqual(6 + waits);
  });

  it('ends a session after an hour without use, and twelve hours after it began, however much it is used', async () => {
    const password = await account('idle@example.org');
    const client = new Client(address);
    await client.signIn('idle@example.org', password);
    const owner = installation.pool('owner');
    const own = `sess ->> 'accountId' = (select account_id::text from access.account where email = 'idle@example.org')`;
    const minutesLeft = async (): Promise<number> => {
      const { rows } = await owner.query<{ left: number }>(
        `select round(extract(epoch from expire - now()) / 60)::int as left from access.session where ${own}`,
      );
      return rows[0]?.left ?? -1;
    };
    expect(await minutesLeft()).toBe(60);

    // Another process, which has not noted any use yet.
    const used = async (): Promise<unknown> => {
      const again = new Client(await webOn(installation));
      again.cookie = client.cookie;
      return (await again.ask('{ viewer { email } }')).data?.viewer;
    };
    await owner.query(`update access.session set expire = now() + interval '10 minutes' where ${own}`);
    expect(await used()).toEqual({ email: 'idle@example.org' });
    expect(await minutesLeft()).toBe(60);

    const began = Date.now() - (11 * 60 + 30) * 60_000;
    await owner.query(`update access.session set sess = jsonb_set(sess::jsonb, '{signedInAt}', '${began}') where ${own}`);
    expect(await used()).toEqual({ email: 'idle@example.org' });
    expect(await minutesLeft()).toBe(30);

    await owner.query(`update access.session set expire = now() - interval '1 second' where ${own}`);
    expect(await used()).toBeNull();
  });

  it('gives a new session identifier, in a cookie that scripts cannot read', async () => {
    const password = await account('rotated@example.org');
    const client = new Client(address);
    await client.signIn('rotated@example.org', password);
    const first = client.cookie;
    const response = await client.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: `mutation { signIn(email: "rotated@example.org", password: "${password}") { __typename } }`,
      }),
    });
    expect(client.cookie).not.toBe(first);
    expect(response.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/);
    const old = new Client(address);
    old.cookie = first;
    expect((await old.ask(VIEWER)).data).toEqual({ viewer: null });
  });

  it('keeps no cookie, password or session identifier in the database', async () => {
    const password = await account('stored@example.org');
    const client = new Client(address);
    await client.signIn('stored@example.org', password);
    const { rows } = await installation
      .pool('owner')
      .query<{ text: string }>(
        `select row_to_json(s)::text as text from access.session s union all select row_to_json(a)::text from access.account a`,
      );
    const everything = rows.map(({ text }) => text).join('\n');
    const sid =
      decodeURIComponent(client.cookie.split('=')[1] ?? '')
        .replace(/^s:/, '')
        .split('.')[0] ?? 'none';
    expect(everything).not.toContain(password);
    expect(everything).not.toContain(sid);
  });

  it('ends on the server when somebody signs out', async () => {
    const client = await signedIn(installation, address, 'auditor');
    const kept = client.cookie;
    expect((await client.ask('mutation { signOut }')).data).toEqual({ signOut: true });
    const replay = new Client(address);
    replay.cookie = kept;
    expect((await replay.ask(VIEWER)).data).toEqual({ viewer: null });
  });

  it('ends at once when the account is disabled', async () => {
    const password = await account('gone@example.org');
    const client = new Client(address);
    await client.signIn('gone@example.org', password);
    await installation.pool('owner').query(`update access.account set disabled_at = now() where email = 'gone@example.org'`);
    expect((await client.ask(VIEWER)).data).toEqual({ viewer: null });
    expect((await client.signIn('gone@example.org', password)).data?.signIn).toMatchObject({ code: 'WRONG_PASSWORD' });
  });
});

describe('a password', () => {
  it('is changed by its owner, and ends every other session', async () => {
    const password = await account('owner@example.org');
    const [here, there] = [new Client(address), new Client(address)];
    await here.signIn('owner@example.org', password);
    await there.signIn('owner@example.org', password);
    const next = 'a longer pass phrase';
    expect((await here.ask(CHANGE, { current: 'wrong', next })).data?.changePassword).toMatchObject({
      code: 'PASSWORD_NOT_CHANGED',
    });
    expect((await here.ask(CHANGE, { current: password, next: 'short' })).data?.changePassword).toMatchObject({
      code: 'PASSWORD_NOT_CHANGED',
    });
    expect((await here.ask(CHANGE, { current: password, next })).data?.changePassword).toEqual({ __typename: 'PasswordChanged' });
    expect((await here.ask(VIEWER)).data?.viewer).toMatchObject({ mustChangePassword: false });
    expect((await there.ask(VIEWER)).data).toEqual({ viewer: null });
    await expect(verifyIdentity(installation.pool('reader'), 'owner@example.org', next)).resolves.toMatchObject({
      role: 'auditor',
    });
    await expect(verifyIdentity(installation.pool('reader'), 'owner@example.org', password)).rejects.toThrow(/not right/);
  });

  it('is not one that came out of a breach', async () => {
    const client = new Client(address);
    const password = await account('breached@example.org');
    await client.signIn('breached@example.org', password);
    const { data } = await client.ask(CHANGE, { current: password, next: 'Sonyericsson1' });
    expect(data?.changePassword).toMatchObject({ code: 'PASSWORD_NOT_CHANGED', message: expect.stringMatching(/^Too many/) });
  });

  it('is kept as argon2id', async () => {
    await account('hash@example.org');
    const { rows } = await installation.pool('owner').query<{ hash: string }>('select password_hash as hash from access.account');
    for (const { hash } of rows) expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});

describe('an account', () => {
  it.each([
    ['no-address', 'auditor', null],
    ['a@example.org', 'superuser', null],
    ['a@example.org', 'auditor', '/eng/'],
  ])('is refused when it makes no sense: %s %s %s', async (email, role, scope) => {
    await expect(addAccount(installation.pool('owner'), email, role, scope)).rejects.toThrow();
  });

  it('cannot be made or read by the web server', async () => {
    await expect(addAccount(installation.pool('reader'), 'a@example.org', 'auditor')).rejects.toThrow(/permission denied/);
    await expect(installation.pool('reader').query('select * from access.account')).rejects.toThrow(/permission denied/);
  });
});
