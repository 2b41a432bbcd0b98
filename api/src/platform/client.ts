import pg from 'pg';

/**
 * One connection outside of any pool, not yet opened. A server that goes away while it is open fails the query that waits, or
 * the next one; it must not end the process with a fault that nobody catches.
 */
export function clientOf(url: string, connectionTimeoutMillis?: number): pg.Client {
  const client = new pg.Client({
    connectionString: url,
    ...(connectionTimeoutMillis === undefined ? {} : { connectionTimeoutMillis }),
  });
  client.on('error', () => undefined);
  return client;
}
