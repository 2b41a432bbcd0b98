import fs from 'node:fs';
import pg from 'pg';

export default async function tearDown() {
  const { run, home, adminUrl, close } = globalThis.overstoryTestServer;
  await removeTraces(adminUrl, run);
  await close();
  fs.rmSync(home, { recursive: true, force: true });
}

async function removeTraces(adminUrl, run) {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  const owner = `overstory_test_${run}`;
  const databases = await admin.query('select datname from pg_database where datname like $1', [`${owner}\\_%`]);
  for (const { datname } of databases.rows) await admin.query(`drop database if exists "${datname}" with (force)`);
  await admin.query(`reassign owned by ${owner} to current_user; drop owned by ${owner}`);
  await admin.query(`drop role ${owner}`).catch(() => undefined);
  await admin.end();
}
