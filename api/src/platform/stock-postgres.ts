import { Refusal } from './refusal.js';
import { clientOf } from './client.js';

const OLDEST = 150_000;

/** Asks a Postgres of the user's own whether it will do: it answers, and it is version 15 or newer. */
export async function checkStockPostgres(ownerUrl: string): Promise<void> {
  const client = clientOf(ownerUrl, 10_000);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>("select current_setting('server_version_num')::int as version");
    if ((rows[0]?.version ?? 0) < OLDEST) throw new Refusal('postgres-too-old', 'Overstory needs PostgreSQL 15 or newer.');
  } catch (error) {
    if (error instanceof Refusal) throw error;
    // The driver's own message may repeat the address; its code does not.
    const code = (error as { code?: string }).code ?? 'unknown';
    throw new Refusal('database-unreachable', `The database in DATABASE_URL does not answer (${code}).`);
  } finally {
    await client.end().catch(() => undefined);
  }
}
