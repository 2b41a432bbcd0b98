// One PostgreSQL for the whole run: the embedded one in a folder of its own, or, where DATABASE_URL names a
// superuser's database, that server. Tests get databases on it from database.ts.
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { importPlatform } from './platform.mjs';

/** Faster and less safe than any real installation: what a test wrote need not survive a power cut. */
const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '64MB',
  max_connections: 200,
};

export default async function setUp() {
  const run = crypto.randomBytes(4).toString('hex');
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'overstory-test-'));
  const server = process.env.DATABASE_URL ? stock(process.env.DATABASE_URL) : await embedded(home);
  const owner = await makeOwner(server.adminUrl, run);
  process.env.OVERSTORY_TEST_SERVER = JSON.stringify({ run, home, ownerUrl: owner });
  // Tests name their database themselves; none may take the run's own by accident.
  delete process.env.DATABASE_URL;
  // A run that is cut short stops its server too.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));
  globalThis.overstoryTestServer = { run, home, ...server };
}

async function embedded(home) {
  const { startEmbedded } = await importPlatform();
  const server = await startEmbedded({ home, settings: SETTINGS });
  return { adminUrl: server.adminUrl, close: server.close };
}

function stock(adminUrl) {
  return { adminUrl, close: async () => undefined };
}

/** The same rights as the embedded owner has, and CREATEDB, so that each test file can have its own database. */
async function makeOwner(adminUrl, run) {
  const name = `overstory_test_${run}`;
  const password = crypto.randomBytes(18).toString('base64url');
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`create role ${name} login createrole createdb password '${password}'`);
  const { rows } = await admin.query(
    "select rolname from pg_roles where rolname ~ '^overstory_(ingest|curator|reader|auditor)$'",
  );
  for (const { rolname } of rows) await admin.query(`grant ${rolname} to ${name} with admin option`);
  await admin.end();
  const url = new URL(adminUrl);
  url.username = name;
  url.password = password;
  url.pathname = '/postgres';
  return url.href;
}
