import { beforeAll, describe, expect, it } from '@jest/globals';
import { addAccount, addServiceToken, authenticate, type Role } from '../../api/src/access/index.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';
import { Client, signedIn, webOn } from './support/web.js';

let installation: TestInstallation;
let address: string;
let administrator: Client;
let auditor: Client;
beforeAll(async () => {
  installation = await freshInstallation();
  address = await webOn(installation);
  administrator = await signedIn(installation, address, 'administrator');
  auditor = await signedIn(installation, address, 'auditor');
});

const INVITE = `mutation ($email: String!, $role: String!, $scope: String, $atProvider: Boolean! = false) {
  inviteAccount(email: $email, role: $role, scope: $scope, atProvider: $atProvider) {
    __typename ... on ShownOnce { secret expiresAt } ... on Refused { code message } } }`;
const REDEEM = `mutation ($email: String!, $code: String!, $next: String!) {
  redeemCode(email: $email, code: $code, next: $next) { __typename ... on SignedIn { viewer { role } } ... on Refused { code message } } }`;
const CHANGED = '{ __typename ... on AccountChanged { id } ... on Refused { code } }';

const NEXT = 'a phrase of one’s own';

interface Listed {
  readonly id: string;
  readonly email: string;
  readonly [field: string]: unknown;
}
const listed = async (client: Client, email: string): Promise<Listed | undefined> => {
  const { data } = await client.ask<{ accounts: Listed[] }>(
    '{ accounts { id email role scope signIn roleFrom disabled waitsForOwner recoveredAt recoveredBy } }',
  );
  return data?.accounts.find((account) => account.email === email);
};
const idOf = async (email: string): Promise<string> => (await listed(administrator, email))?.id ?? '';
const viewerOf = async (client: Client): Promise<unknown> => (await client.ask('{ viewer { role scope } }')).data?.viewer;

async function invited(email: string, role: Role = 'executive', scope: string | null = null): Promise<string> {
  const { data } = await administrator.ask(INVITE, { email, role, scope });
  return (data?.inviteAccount as { secret: string }).secret;
}
async function redeemed(client: Client, email: string, code: string, next = NEXT): Promise<Record<string, unknown>> {
  return (await client.ask(REDEEM, { email, code, next })).data?.redeemCode as Record<string, unknown>;
}
async function withPassword(email: string, role: Role = 'executive'): Promise<{ client: Client; password: string }> {
  const client = new Client(address);
  const password = await addAccount(installation.pool('owner'), email, role);
  await client.signIn(email, password);
  return { client, password };
}
const change = async (mutation: string): Promise<unknown> =>
  Object.values((await administrator.ask(`mutation { ${mutation} ${CHANGED} }`)).data ?? {})[0];
const entries = async (subject: string): Promise<unknown[]> =>
  (
    await installation
      .pool('auditor')
      .query<{ action: string; role: string }>(
        'select action, role from audit_trail.entry where subject = $1 order by entry_no',
        [subject],
      )
  ).rows;

describe('an invitation', () => {
  it('is a code, once, with which its owner chooses a password', async () => {
    const code = await invited('new@example.org', 'engineering-manager', 'eng/platform');
    expect(await listed(auditor, 'new@example.org')).toMatchObject({ waitsForOwner: true, signIn: 'password', disabled: false });
    const client = new Client(address);
    expect(await redeemed(client, 'New@example.org', code.replaceAll('-', ' '))).toMatchObject({ __typename: 'SignedIn' });
    expect(await viewerOf(client)).toEqual({ role: 'engineering-manager', scope: 'eng/platform' });
    expect(await redeemed(new Client(address), 'new@example.org', code)).toMatchObject({ code: 'CODE_NOT_TAKEN' });
    expect((await new Client(address).signIn('new@example.org', NEXT)).data?.signIn).toMatchObject({ __typename: 'SignedIn' });
    expect(await entries('new@example.org')).toEqual([{ action: 'account.added', role: 'administrator' }]);
    expect(await entries(await idOf('new@example.org'))).toEqual([
      { action: 'account.password-chosen', role: 'engineering-manager' },
    ]);
  });

  it('opens nothing by a wrong code, another account’s, one that is too old, or a weak password', async () => {
    const [code, other] = [await invited('one@example.org'), await invited('two@example.org')];
    const said = await redeemed(new Client(address), 'one@example.org', 'wrong');
    expect(said).toMatchObject({ __typename: 'Refused', code: 'CODE_NOT_TAKEN' });
    expect(await redeemed(new Client(address), 'one@example.org', other)).toEqual(said);
    expect(await redeemed(new Client(address), 'nobody@example.org', other)).toEqual(said);
    expect(await redeemed(new Client(address), 'one@example.org', code, 'short')).toMatchObject({
      message: expect.stringContaining('at least 12'),
    });
    await installation
      .pool('owner')
      .query(`update access.account set code_expires_at = now() - interval '1 second' where email = 'one@example.org'`);
    expect(await redeemed(new Client(address), 'one@example.org', code)).toEqual(said);
    expect((await new Client(address).signIn('one@example.org', '')).data?.signIn).toMatchObject({ code: 'WRONG_PASSWORD' });
  });

  it('is kept as a hash alone, and stands in no list', async () => {
    const code = await invited('hidden@example.org');
    const { rows } = await installation.pool('owner').query('select * from access.account');
    for (const text of [code, code.replaceAll('-', '')]) expect(JSON.stringify(rows)).not.toContain(text);
    expect(JSON.stringify(await listed(administrator, 'hidden@example.org'))).not.toMatch(/hash|secret/);
  });

  it('is refused for an e-mail that has an account, and for what is no role', async () => {
    await invited('twice@example.org');
    expect((await administrator.ask(INVITE, { email: 'Twice@example.org', role: 'auditor' })).data?.inviteAccount).toMatchObject({
      code: 'EMAIL_TAKEN',
    });
    expect((await administrator.ask(INVITE, { email: 'x@example.org', role: 'root' })).data?.inviteAccount).toMatchObject({
      code: 'BAD_ROLE',
    });
  });

  it('to the identity provider makes no code and no password', async () => {
    const { data } = await administrator.ask(INVITE, { email: 'away@example.org', role: 'auditor', atProvider: true });
    expect(data?.inviteAccount).toEqual({ __typename: 'ShownOnce', secret: null, expiresAt: null });
    expect(await listed(administrator, 'away@example.org')).toMatchObject({ signIn: 'provider', waitsForOwner: false });
    expect(
      await change(`recoverAccount(id: "${await idOf('away@example.org')}")`.replace('recoverAccount', 'enableAccount')),
    ).toMatchObject({ code: 'NOT_CHANGED' });
    expect(await authenticate(installation.pool('reader'), 'away@example.org', '')).toBeNull();
  });
});

describe('recovery by an administrator', () => {
  it('takes the password and every session away, and lets the owner choose another', async () => {
    const { client, password } = await withPassword('lost@example.org');
    const id = await idOf('lost@example.org');
    const { data } = await administrator.ask(
      `mutation { recoverAccount(id: "${id}") { __typename ... on ShownOnce { secret } ... on Refused { message } } }`,
    );
    expect(await viewerOf(client)).toBeNull();
    expect((await client.signIn('lost@example.org', password)).data?.signIn).toMatchObject({ code: 'WRONG_PASSWORD' });
    expect(await redeemed(client, 'lost@example.org', (data?.recoverAccount as { secret: string }).secret)).toMatchObject({
      __typename: 'SignedIn',
    });
    expect(await viewerOf(client)).toMatchObject({ role: 'executive' });
    expect((await new Client(address).signIn('lost@example.org', password)).data?.signIn).toMatchObject({
      code: 'WRONG_PASSWORD',
    });
  });

  it('is shown to the auditor, with who did it', async () => {
    await withPassword('shown@example.org');
    const id = await idOf('shown@example.org');
    await administrator.ask(`mutation { recoverAccount(id: "${id}") { __typename } }`);
    const seen = await listed(auditor, 'shown@example.org');
    expect(seen?.recoveredBy).toMatch(/^administrator\./);
    expect(Date.parse(String(seen?.recoveredAt))).toBeGreaterThan(Date.now() - 60_000);
    expect(await entries(id)).toEqual([{ action: 'account.recovery-begun', role: 'administrator' }]);
  });
});

describe('an account', () => {
  it('is shut at once, and its sessions do not come back when it is opened again', async () => {
    const { client, password } = await withPassword('shut@example.org');
    const id = await idOf('shut@example.org');
    expect(await change(`disableAccount(id: "${id}")`)).toMatchObject({ id });
    expect(await viewerOf(client)).toBeNull();
    expect((await client.signIn('shut@example.org', password)).data?.signIn).toMatchObject({ code: 'WRONG_PASSWORD' });
    expect(await change(`enableAccount(id: "${id}")`)).toMatchObject({ id });
    expect(await viewerOf(client)).toBeNull();
    expect((await client.signIn('shut@example.org', password)).data?.signIn).toMatchObject({ __typename: 'SignedIn' });
  });

  it('has another role from the next request on', async () => {
    const { client } = await withPassword('moved@example.org');
    const id = await idOf('moved@example.org');
    expect(await change(`assignRole(id: "${id}", role: "engineering-manager", scope: "eng")`)).toMatchObject({ id });
    expect(await viewerOf(client)).toEqual({ role: 'engineering-manager', scope: 'eng' });
    const { rows } = await installation
      .pool('auditor')
      .query(`select details from audit_trail.entry where action = 'account.role-changed' and subject = $1`, [id]);
    expect(rows).toEqual([{ details: { from: 'executive', role: 'engineering-manager' } }]);
  });

  it('is never one’s own', async () => {
    const { data } = await administrator.ask<{ viewer: { email: string } }>('{ viewer { email } }');
    const id = await idOf(data?.viewer.email ?? '');
    for (const mutation of [`disableAccount(id: "${id}")`, `assignRole(id: "${id}", role: "auditor")`])
      expect(await change(mutation)).toMatchObject({ code: 'NOT_CHANGED' });
    expect(await viewerOf(administrator)).toMatchObject({ role: 'administrator' });
  });

  it('of the provider becomes one with a password where the operator says so, and has no other way in then', async () => {
    await administrator.ask(INVITE, { email: 'both@example.org', role: 'auditor', atProvider: true });
    const code = await invited('code@example.org');
    for (const email of ['both@example.org', 'code@example.org']) {
      const password = await addAccount(installation.pool('owner'), email, 'executive');
      expect((await new Client(address).signIn(email, password)).data?.signIn).toMatchObject({ __typename: 'SignedIn' });
      expect(await listed(administrator, email)).toMatchObject({ signIn: 'password', role: 'executive', waitsForOwner: false });
    }
    expect(await redeemed(new Client(address), 'code@example.org', code)).toMatchObject({ code: 'CODE_NOT_TAKEN' });
  });

  it.each(['x', '00000000-0000-4000-8000-000000000000'])('that is none is answered kindly: %s', async (id) => {
    expect(await change(`disableAccount(id: "${id}")`)).toMatchObject({ code: 'NOT_CHANGED' });
  });

  it('is not changed by the web process for anybody but an administrator, nor in the operator’s name', async () => {
    await withPassword('asks@example.org', 'data-steward');
    const steward = await idOf('asks@example.org');
    const reader = installation.pool('reader');
    for (const by of [steward, '00000000-0000-4000-8000-000000000000', null]) {
      await expect(reader.query(`select access.assign_role($1, $2, 'auditor', null)`, [by, steward])).rejects.toThrow(/only/);
      await expect(reader.query('select access.list_accounts($1)', [by])).rejects.toThrow(/only/);
      await expect(
        reader.query(`select access.add_token($1, 'x', repeat('0', 64), '{a}', '{people}', null, null, false, 1)`, [by]),
      ).rejects.toThrow(/only/);
    }
  });
});

describe('tokens of systems', () => {
  const ADD = `mutation ($files: [String!]!, $name: String!) {
    addServiceToken(name: $name, sources: ["lms"], files: $files, days: 30) {
      __typename ... on ShownOnce { secret expiresAt } ... on Refused { code message } } }`;
  const upload = async (bearer: string): Promise<number> =>
    (
      await fetch(`${address}/api/uploads?file=x.csv&source=lms`, {
        method: 'POST',
        headers: { authorization: `Bearer ${bearer}`, 'x-overstory-request': '1' },
        body: 'x',
      })
    ).status;

  it('are made by an administrator, shown once, listed without themselves, and ended at once', async () => {
    const { data } = await administrator.ask(ADD, { name: 'lms nightly', files: ['skill_checks'] });
    const { secret } = data?.addServiceToken as { secret: string };
    expect(secret).toMatch(/^overstory_[\w-]{43}$/);
    const list = await auditor.ask(
      '{ serviceTokens { id name sources files columns specialReason control expiresAt revokedAt } }',
    );
    expect(list.data?.serviceTokens).toEqual([
      expect.objectContaining({
        name: 'lms nightly',
        sources: ['lms'],
        files: ['skill_checks'],
        control: false,
        revokedAt: null,
      }),
    ]);
    expect(list.body).not.toContain(secret.slice(10));
    expect(await upload(secret)).not.toBe(404);
    const ended = await administrator.ask('mutation { revokeServiceToken(name: "lms nightly") { __typename } }');
    expect(ended.data?.revokeServiceToken).toEqual({ __typename: 'TokenRevoked' });
    expect(await upload(secret)).toBe(404);
    expect(await entries('lms nightly')).toEqual([
      { action: 'token.added', role: 'administrator' },
      { action: 'token.revoked', role: 'administrator' },
    ]);
  });

  it('are refused for what is not in the dictionary, and never replaced by another of the same name', async () => {
    expect((await administrator.ask(ADD, { name: 'a', files: ['salaries'] })).data?.addServiceToken).toMatchObject({
      code: 'NOT_IN_DICTIONARY',
    });
    const token = { name: 'b', sources: ['lms'], files: ['people'], columns: null, specialReason: null, control: false, days: 1 };
    await addServiceToken(installation.pool('owner'), token);
    expect((await administrator.ask(ADD, { name: 'b', files: ['people'] })).data?.addServiceToken).toMatchObject({
      code: 'TOKEN_NAME_TAKEN',
    });
    await expect(addServiceToken(installation.pool('owner'), token)).resolves.toMatch(/^overstory_/);
  });
});
