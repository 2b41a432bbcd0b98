import { beforeAll, describe, expect, it } from '@jest/globals';
import { Resolver } from '@nestjs/graphql';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { RuledQuery } from '../../api/src/app/schema/ruled.js';
import { freshHome, freshInstallation, type TestInstallation } from '../support/database.js';
import { publishMadeUpRelease } from './support/release.js';
import { entriesOf } from './support/trail.js';
import { Client, signedIn, webOn } from './support/web.js';

let installation: TestInstallation;
let address: string;
let root: string;

beforeAll(async () => {
  installation = await freshInstallation();
  root = path.join(freshHome(), 'web');
  fs.mkdirSync(path.join(root, 'assets'), { recursive: true });
  fs.writeFileSync(
    path.join(root, 'index.html'),
    '<!doctype html><title>Overstory</title><script src="/assets/app-1a2b.js"></script>',
  );
  fs.writeFileSync(path.join(root, 'assets', 'app-1a2b.js'), `${'/* words that repeat */'.repeat(500)}`);
  fs.writeFileSync(path.join(root, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  address = await webOn(installation, { webRoot: root });
});

const codes = (answer: { errors: readonly { extensions: { code: string } }[] }) =>
  answer.errors.map(({ extensions }) => extensions.code);

@Resolver()
class Thoughtful {
  @RuledQuery(() => Boolean, 'public', 'Takes its time.')
  async thoughtful(): Promise<boolean> {
    await new Promise((go) => setTimeout(go, 1000));
    return true;
  }
}

describe('a query', () => {
  it('may not be deeper than any page needs', async () => {
    expect((await new Client(address).ask('{ trust { access { roles { role } } } }')).errors).toEqual([]);
    const tower = `{ __schema { types { fields ${'{ type { fields '.repeat(4)}{ name }${' } }'.repeat(4)} } } }`;
    expect((await new Client(address).ask(tower)).body).toContain('too large: depth');
  });

  it('may not be repeated under many names', async () => {
    const many = Array.from({ length: 21 }, (_, place) => `a${place}: installation { sample }`).join(' ');
    expect((await new Client(address).ask(`{ ${many} }`)).body).toContain('too large: aliases are limited to 20');
  });

  it('may not grow by fragments of fragments, and is refused before they are spread', async () => {
    const levels = 40;
    const fragments = Array.from(
      { length: levels },
      (_, place) =>
        `fragment f${place} on Query { ${place + 1 < levels ? `...f${place + 1} ...f${place + 1}` : 'installation { sample }'} }`,
    );
    // Spread, it would be a million million fields, and this test would never end.
    const answer = await new Client(address).ask(`{ ...f0 } ${fragments.join(' ')}`);
    expect(answer.body).toContain('too large: fields are limited to 600');
  });

  it('may not be longer than the parser reads', async () => {
    const answer = await new Client(address).ask(`{ installation { ${'sample '.repeat(3500)} } }`);
    expect(codes(answer)).toEqual(['GRAPHQL_PARSE_FAILED']);
    expect(answer.status).toBe(400);
  });

  it('is read up to 64 kB, and not a byte of ten megabytes beyond', async () => {
    const answer = await new Client(address).ask(`{ installation { sample } } #${'x'.repeat(10_000_000)}`);
    expect(answer.status).toBe(413);
    expect(answer.body.length).toBeLessThan(300);
  });

  it('may not come in a batch', async () => {
    const response = await new Client(address).fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([{ query: '{ installation { sample } }' }, { query: '{ installation { sample } }' }]),
    });
    expect(response.status).toBe(400);
  });

  it('gets no stack, no path and no quotation in its errors', async () => {
    const answers = [
      await new Client(address).ask('{ nonsense }'),
      await new Client(address).ask('{ installation { sampl } }'),
      await new Client(address).ask(
        'query ($by: [String!]!) { participation(period: 1, variant: "mentee", by: $by) { __typename } }',
        { by: 'SECRET-VALUE-3141' },
      ),
      await new Client(address).ask('{ installation '),
    ];
    for (const { body, errors } of answers) {
      expect(errors.length).toBeGreaterThan(0);
      expect(body).not.toMatch(/stack|node_modules|\/src\/|\.ts|\.js|Did you mean|SECRET-VALUE/);
    }
  });

  it('gets one sentence for a fault of ours', async () => {
    await installation.pool('owner').query('alter table governance.installation rename to elsewhere');
    try {
      const { errors, body } = await new Client(address).ask('{ installation { sample } }');
      expect(errors[0]).toMatchObject({
        message: 'Something went wrong on our side. Nothing was changed. Try again.',
        extensions: { code: 'FAULT' },
      });
      expect(body).not.toContain('governance');
    } finally {
      await installation.pool('owner').query('alter table governance.elsewhere rename to installation');
    }
  });
});

describe('a fault on the way to an answer', () => {
  it('is said in one sentence, everywhere, and names no place in the code', async () => {
    const client = await signedIn(installation, address, 'auditor');
    await installation.pool('owner').query('alter function access.viewer(uuid, int) rename to elsewhere');
    try {
      const json = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ viewer { email } }"}' };
      for (const response of [await client.fetch('/graphql', json), await client.fetch('/api/loads/1/errors.csv')]) {
        expect(response.status).toBe(500);
        const body = await response.text();
        expect(body).toContain('Something went wrong on our side.');
        expect(body).not.toMatch(/viewer|node_modules|\.ts|at .*:\d+/);
      }
    } finally {
      await installation.pool('owner').query('alter function access.elsewhere(uuid, int) rename to viewer');
    }
  });

  it('of an upload that nobody takes says that nothing was saved', async () => {
    const steward = await signedIn(installation, address, 'data-steward');
    const headers = { 'content-type': 'text/csv', 'x-overstory-request': '1' };
    const response = await steward.fetch('/api/uploads?file=people.csv&source=hris', { method: 'POST', headers, body: 'a,b' });
    expect(response.status).toBe(422);
    expect(await response.json()).toEqual({
      code: 'upload-stopped',
      message: 'The upload stopped. Nothing was saved. Try again.',
    });
  });
});

describe('a page of another site', () => {
  it('cannot send a query that the browser would not ask about first', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', '']) {
      const response = await new Client(address).fetch('/graphql', {
        method: 'POST',
        headers: type ? { 'content-type': type } : {},
        body: JSON.stringify({ query: 'mutation { signOut }' }),
      });
      expect(response.status).toBeGreaterThanOrEqual(400);
    }
    const get = await new Client(address).fetch(`/graphql?query=${encodeURIComponent('{ viewer { email } }')}`);
    expect(get.status).toBe(400);
  });

  it('is not allowed to read an answer', async () => {
    const response = await new Client(address).fetch('/graphql', {
      method: 'OPTIONS',
      headers: {
        origin: 'https://elsewhere.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('the pages', () => {
  it("run no script but their own files, and stand in nobody's frame", async () => {
    const policy = (await fetch(address)).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy.split(';').find((part) => part.includes('script-src'))).not.toMatch(/unsafe|nonce|\*|https?:/);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    const headers = (await fetch(address)).headers;
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('answer every address of the app with its page, asked for anew each time', async () => {
    for (const place of ['/', '/explore/participation?period=2026-Q3', '/trust']) {
      const response = await fetch(new URL(place, address));
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toBe('no-cache');
      expect(await response.text()).toContain('<title>Overstory</title>');
    }
  });

  it('keep what carries a hash in its name, compressed', async () => {
    const response = await fetch(new URL('/assets/app-1a2b.js', address), { headers: { 'accept-encoding': 'br, gzip' } });
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('content-encoding')).toBe('br');
    expect(await response.text()).toContain('words that repeat');
  });

  it.each([
    '/assets/app-gone.js',
    '/missing.png',
    '/api/nothing',
    '/healthz/more',
    '/.git/config',
    '/assets/../../../etc/passwd.txt',
  ])('miss %s', async (place) => {
    const response = await fetch(new URL(place, address));
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('<title>Overstory');
  });

  it('never let a browser keep an answer', async () => {
    const { headers } = await new Client(address).fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ viewer { email } }"}',
    });
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

describe('a slow client', () => {
  it('holds nobody else up', async () => {
    const { port } = new URL(address);
    const slow = Array.from({ length: 50 }, () => {
      const request = http.request({
        port,
        method: 'POST',
        path: '/graphql',
        headers: { 'content-type': 'application/json', 'content-length': 1000 },
      });
      const over = new Promise<'over'>((resolve) => {
        request.once('error', () => resolve('over')).once('response', () => resolve('over'));
      });
      request.write('{"query":');
      return { request, over };
    });
    // The answer comes while every one of them is still waited for.
    expect((await new Client(address).ask('{ installation { sample } }')).data).toEqual({ installation: { sample: false } });
    expect(await Promise.race([...slow.map(({ over }) => over), Promise.resolve('under way')])).toBe('under way');
    for (const { request } of slow) request.destroy();
  });

  it('who never ends a query is let go', async () => {
    const { port } = new URL(await webOn(await freshInstallation(), { patience: 200 }));
    const request = http.request({
      port,
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json', 'content-length': 1000 },
    });
    const gone = new Promise((resolve) => request.once('error', resolve));
    request.write('{"query":');
    expect(await gone).toMatchObject({ code: 'ECONNRESET' });
  });

  it('who has ended it waits for the answer as long as that takes', async () => {
    const address = await webOn(await freshInstallation(), { patience: 200, planted: [Thoughtful] });
    expect((await new Client(address).ask('{ thoughtful }')).data).toEqual({ thoughtful: true });
  });
});

describe('requests without measure', () => {
  it('are put off, by account and by address, in the same words for all doors', async () => {
    const busy = await webOn(installation, { requestsPerMinute: 60 });
    const [one, other] = [await signedIn(installation, busy, 'auditor'), await signedIn(installation, busy, 'executive')];
    const stranger = (): Promise<Response> =>
      fetch(`${busy}/graphql?query={viewer{email}}`, { headers: { 'apollo-require-preflight': '1' } });
    const statuses = new Set<number>();
    for (let times = 0; times < 10; times += 1) statuses.add((await stranger()).status);
    expect([...statuses]).toEqual([200, 429]);
    for (let times = 0; times < 60; times += 1) expect((await one.ask('{ viewer { email } }')).status).toBe(200);
    const late = await one.ask('{ viewer { email } }');
    expect(late.status).toBe(429);
    expect(JSON.parse(late.body)).toMatchObject({
      code: 'TOO_MANY_REQUESTS',
      errors: [{ extensions: { code: 'TOO_MANY_REQUESTS' } }],
    });
    expect((await one.fetch('/api/releases/2026-Q3/export.json')).status).toBe(429);
    expect((await other.ask('{ viewer { email } }')).status).toBe(200);
  });

  it('cannot pretend to come from many addresses', async () => {
    const busy = await webOn(installation, { requestsPerMinute: 60 });
    const asked = await Promise.all(
      Array.from({ length: 12 }, (_, place) =>
        fetch(`${busy}/graphql?query={viewer{email}}`, {
          headers: { 'apollo-require-preflight': '1', 'x-forwarded-for': `203.0.113.${place}` },
        }),
      ),
    );
    expect(asked.filter(({ status }) => status === 429)).toHaveLength(6);
  });
});

describe('the trail', () => {
  it('holds together, and says who signed in', async () => {
    await signedIn(installation, address, 'auditor');
    const { rows } = await installation
      .pool('auditor')
      .query(`select actor, role, login from audit_trail.entry where action = 'sign-in.done' order by entry_no desc limit 1`);
    expect(rows[0]).toMatchObject({ role: 'auditor', login: expect.stringContaining('reader') });
    const broken = await installation.pool('auditor').query('select audit_trail.first_broken() as broken');
    expect(broken.rows).toEqual([{ broken: null }]);
  });

  it('tells a second later who read which table, and how often', async () => {
    const own = await freshInstallation();
    const id = await publishMadeUpRelease(own.pool('curator'));
    const manager = await signedIn(own, await webOn(own), 'engineering-manager');
    const table = '{ participation(period: "2026-Q3", variant: "mentee", by: ["level"]) { __typename } }';
    for (let times = 0; times < 3; times += 1) await manager.ask(table);
    const subject = `${id}/participation/mentee/level`;
    for (let told = 0; told < 3;) {
      const entries = await entriesOf(own, 'table.read', 1);
      const expected = { role: 'engineering-manager', subject, details: { purpose: 'equity-review' } };
      for (const entry of entries) expect(entry).toMatchObject(expected);
      // One entry, unless a slow machine took more than a second for the three.
      told = entries.reduce((sum, { details }) => sum + Number(details.times), 0);
      expect(told).toBeLessThanOrEqual(3);
    }
  });

  it('refuses change by anybody, its owner included', async () => {
    const owner = installation.pool('owner');
    for (const sql of [
      `update audit_trail.entry set actor = 'me'`,
      'delete from audit_trail.entry',
      'truncate audit_trail.entry',
    ])
      await expect(owner.query(sql)).rejects.toThrow('append-only');
    for (const login of ['reader', 'ingest', 'curator', 'auditor'] as const)
      await expect(
        installation
          .pool(login)
          .query(`insert into audit_trail.entry values (99, now(), '', 'me', null, 'a.b', '', '{}', '', '')`),
      ).rejects.toThrow(/permission denied/);
  });

  it("shows where somebody with the owner's rights tampered", async () => {
    const own = await freshInstallation();
    for (const action of ['one.done', 'two.done', 'three.done', 'four.done'])
      await own.pool('reader').query('select audit_trail.record($1, null, $2, $3, $4)', ['me', action, '', '{}']);
    const owner = own.pool('owner');
    const broken = async () => (await own.pool('auditor').query('select audit_trail.first_broken() as broken')).rows[0].broken;
    expect(await broken()).toBeNull();
    await owner.query(
      `alter table audit_trail.entry disable trigger all; update audit_trail.entry set actor = 'you' where entry_no = 2`,
    );
    expect(await broken()).toBe('2');
    await owner.query(
      `update audit_trail.entry set actor = 'me' where entry_no = 2; delete from audit_trail.entry where entry_no = 3`,
    );
    expect(await broken()).toBe('4');
  });
});
