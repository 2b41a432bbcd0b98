import { beforeAll, describe, expect, it } from '@jest/globals';
import http from 'node:http';
import { addAccount, addServiceToken } from '../../api/src/access/index.js';
import { startWeb } from '../../api/src/app/web.js';
import { environmentOfWeb, environmentOfWorker } from '../../api/src/platform/index.js';
import { atEnd, freshInstallation, type TestInstallation } from '../support/database.js';
import { publishMadeUpRelease } from './support/release.js';
import { entriesOf } from './support/trail.js';
import { Client, signedIn, socketOf, webOn } from './support/web.js';
import { upload, workerOn } from './support/worker.js';

let installation: TestInstallation;
let address: string;
beforeAll(async () => {
  installation = await freshInstallation();
  await publishMadeUpRelease(installation.pool('curator'));
  address = await webOn(installation);
});

/** As it runs for an organisation, behind a server that speaks https. */
async function inProduction(): Promise<string> {
  const web = await startWeb({
    url: (login) => installation.url(login),
    keys: installation.keys,
    workerSocket: socketOf(installation),
    production: true,
    localAccounts: true,
    host: '127.0.0.1',
    port: 0,
    requestsPerMinute: 100_000,
  });
  atEnd(() => web.close());
  return `http://127.0.0.1:${web.port}`;
}

const table = (place: number): string => `t${place}: participation(period: "2026-Q3", variant: "mentee", by: []) { __typename }`;
const several = (times: number, field: (place: number) => string): string =>
  Array.from({ length: times }, (_, place) => field(place)).join(' ');

describe('a query', () => {
  it('may not ask for much at once, whatever it is called and however it is folded', async () => {
    const auditor = await signedIn(installation, address, 'auditor');
    expect((await auditor.ask(`{ ${several(20, table)} }`)).errors).toEqual([]);
    const trails = several(9, (place) => `a${place}: trail(first: 1) { hasOlder }`);
    expect((await auditor.ask(`{ ${trails} }`)).body).toContain('too large: cost is limited to 200');
    const folded = `query { ${several(9, (place) => `...f${place}`)} } ${several(
      9,
      (place) => `fragment f${place} on Query { ... on Query { b${place}: trail(first: 1) { hasOlder } } }`,
    )}`;
    expect((await auditor.ask(folded)).body).toContain('too large: cost is limited to 200');
  });

  it('changes one thing at a time, so that passwords are guessed one at a time', async () => {
    const guess = (place: number): string =>
      `g${place}: signIn(email: "manager${place}@example.org", password: "guess") { __typename }`;
    const client = new Client(address);
    const before = (await entriesOf(installation, 'sign-in.refused')).length;
    for (const query of [
      `mutation { ${several(2, guess)} }`,
      `mutation { ...a ...b } fragment a on Mutation { ${guess(0)} } fragment b on Mutation { ... { ${guess(1)} } }`,
    ]) {
      const answer = await client.ask(query);
      expect(answer.body).toContain('too large: mutations are limited to 1');
      expect(answer.data).toBeNull();
    }
    expect(await entriesOf(installation, 'sign-in.refused')).toHaveLength(before);
  });
});

describe('an address', () => {
  it('tries few passwords a minute, of however many accounts, and is on the trail', async () => {
    const own = await freshInstallation();
    const busy = await webOn(own, { requestsPerMinute: 1000 });
    const statuses: number[] = [];
    for (let place = 0; place < 12; place += 1)
      statuses.push((await new Client(busy).signIn(`somebody${place}@example.org`, 'Winter2026!!')).status);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 200), 429, 429]);
    expect((await new Client(busy).ask('{ installation { sample } }')).status).toBe(200);
    expect(await entriesOf(own, 'access.denied')).toMatchObject([{ actor: 'anonymous', subject: 'too many requests' }]);
  });
});

describe('in production', () => {
  it('nobody reads the schema from the server', async () => {
    const production = await inProduction();
    for (const query of ['{ __schema { types { name } } }', '{ __type(name: "Query") { fields { name } } }']) {
      const answer = await new Client(production).ask(query);
      expect(answer.data ?? null).toBeNull();
      expect(answer.errors.length).toBeGreaterThan(0);
    }
    const suggestion = await new Client(production).ask('{ releasess { id } }');
    expect(suggestion.body).not.toContain('releases"');
  });

  it('a session lives in a cookie of this host alone, over https, out of reach of scripts', async () => {
    const production = await inProduction();
    const password = await addAccount(installation.pool('owner'), 'host@example.org', 'auditor');
    const response = await new Client(production).fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-proto': 'https' },
      body: JSON.stringify({
        query: `mutation { signIn(email: "host@example.org", password: "${password}") { __typename } }`,
      }),
    });
    const [cookie = ''] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-overstory=/);
    for (const part of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(part);
    expect(cookie).not.toContain('Domain');
    expect(response.headers.get('strict-transport-security')).toMatch(/max-age=31536000/);
  });
});

describe('the headers of every answer', () => {
  it.each(['/', '/trust', '/graphql', '/healthz', '/api/nothing', '/assets/gone.js'])('of %s', async (place) => {
    const { headers } = await fetch(new URL(place, address));
    const policy = new Map(
      (headers.get('content-security-policy') ?? '').split(';').map((part) => {
        const [name = '', ...values] = part.trim().split(' ');
        return [name, values.join(' ')] as const;
      }),
    );
    expect(policy.get('default-src')).toBe("'none'");
    expect(policy.get('script-src')).toBe("'self'");
    expect(policy.get('style-src')).toBe("'self'");
    expect(policy.get('frame-ancestors')).toBe("'none'");
    expect(policy.get('base-uri')).toBe("'none'");
    expect(policy.get('object-src')).toBe("'none'");
    expect(policy.get('form-action')).toContain("'self'");
    expect(policy.get('require-trusted-types-for')).toBe("'script'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('permissions-policy')).toContain('camera=()');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('server')).toBeNull();
  });
});

/** Everything that processes print while `work` goes on. */
async function printed(work: () => Promise<void>): Promise<string> {
  const streams = [process.stdout, process.stderr] as const;
  const writes = streams.map((stream) => stream.write.bind(stream));
  let text = '';
  for (const stream of streams)
    stream.write = (chunk: string | Uint8Array): boolean => {
      text += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
      return true;
    };
  try {
    await work();
  } finally {
    streams.forEach((stream, place) => (stream.write = writes[place] as typeof stream.write));
  }
  return text;
}

describe('the log', () => {
  it('holds no password, cookie, token, key or login, whatever goes wrong', async () => {
    const own = await freshInstallation();
    const owner = own.pool('owner');
    const secrets: string[] = [];
    const text = await printed(async () => {
      const at = await webOn(own, { requestsPerMinute: 3000 });
      await workerOn(own);
      const password = await addAccount(owner, 'steward@example.org', 'data-steward');
      const token = await addServiceToken(owner, {
        ...{ name: 'feed', sources: ['hris'], files: ['people'], columns: null, specialReason: null, control: false, days: 1 },
      });
      const client = new Client(at);
      await client.signIn('steward@example.org', 'a wrong password of somebody');
      await client.signIn('steward@example.org', password);
      secrets.push(password, 'a wrong password of somebody', client.cookie.split('=')[1] ?? '', token);
      await client.ask(`mutation { signIn(email: "steward@example.org", password: "${password}" }`);
      await client.ask(`mutation { changePassword(current: "${password}", next: "short") { __typename } }`);
      await client.fetch(`/api/uploads?file=people.csv&source=${token}`, { method: 'POST', body: password });
      await upload(client, 'people.csv', `person_id,effective_from,team\n${password},2026-01-01,eng\n`);
      const bearer = { authorization: `Bearer ${token}`, 'x-overstory-request': '1' };
      await client.fetch('/api/uploads?file=people.csv&source=other', { method: 'POST', headers: bearer, body: password });
      await client.fetch(`/api/${password}?token=${token}`, { headers: { cookie: `overstory=${password}` } });
      await owner.query('alter function access.viewer(uuid, int) rename to elsewhere');
      await client.ask(`{ viewer { email } }`);
      await owner.query('alter function access.elsewhere(uuid, int) rename to viewer');
      for (let times = 0; times < 40; times += 1) await new Client(at).signIn('steward@example.org', password);
    });
    const names = ['pseudonym', 'disclosure', 'session', 'signing'] as const;
    for (const key of names) {
      const bytes = own.keys.read(key);
      secrets.push(bytes.toString('base64'), bytes.toString('hex'));
    }
    for (const login of ['owner', 'reader', 'auditor', 'ingest', 'curator'] as const)
      secrets.push(new URL(own.url(login)).password || own.url(login));
    // Something was printed: the fault and those that were put off.
    expect(text).toContain('http.fault');
    expect(text).toContain('web.too-many-requests');
    for (const secret of secrets) expect(text).not.toContain(secret);
  });

  it('would be found out: what is printed is seen', async () => {
    expect(await printed(() => Promise.resolve(void process.stderr.write('a secret\n')))).toContain('a secret');
  });
});

describe('a process', () => {
  it('is handed its own logins and keys, and no other', () => {
    const web = JSON.stringify(environmentOfWeb(installation, 'socket'));
    for (const login of ['owner', 'ingest', 'curator'] as const) expect(web).not.toContain(installation.url(login));
    for (const key of ['pseudonym', 'disclosure', 'notes', 'signing'] as const)
      expect(web).not.toContain(installation.keys.read(key).toString('base64'));
    const worker = JSON.stringify(environmentOfWorker(installation, 'socket'));
    for (const login of ['owner', 'reader', 'auditor'] as const) expect(worker).not.toContain(installation.url(login));
    expect(worker).not.toContain(installation.keys.read('session').toString('base64'));
  });
});

describe('broken and slow clients', () => {
  /** Sends raw bytes, and says what came back before the connection ended. */
  function raw(lines: string): Promise<string> {
    const { port, hostname } = new URL(address);
    return new Promise((resolve) => {
      let text = '';
      const request = http.request({ port, hostname, method: 'GET', path: '/' }).on('error', () => resolve(text));
      request.on('socket', (socket) => {
        socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
        socket.on('close', () => resolve(text));
        socket.on('connect', () => socket.end(lines));
      });
    });
  }

  it('with endless headers are let go', async () => {
    const endless = `GET / HTTP/1.1\r\nhost: x\r\n${'x-filler: 0123456789\r\n'.repeat(5000)}\r\n`;
    expect(await raw(endless)).toMatch(/^(HTTP\/1\.1 431|$)/);
    expect(await raw('GET / HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 400/,
    );
  });

  it('leave the others their answers', async () => {
    const agents = Array.from({ length: 100 }, () => {
      const request = http.request(new URL('/graphql', address), {
        method: 'POST',
        agent: false,
        headers: { 'content-type': 'application/json', 'content-length': 60_000 },
      });
      request.on('error', () => undefined);
      request.write('{"query":"{ installation {');
      return request;
    });
    const big = fetch(new URL('/graphql', address), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"query":"${'x'.repeat(10_000_000)}"}`,
    }).then(
      ({ status }) => status,
      () => 413,
    );
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => new Client(address).ask('{ installation { sample } }').then(({ status }) => status)),
    );
    expect(new Set(answers)).toEqual(new Set([200]));
    expect(await big).toBe(413);
    for (const request of agents) request.destroy();
  });
});
