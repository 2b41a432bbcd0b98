import type pg from 'pg';
import type { DataSourceOptions } from 'typeorm';

/**
 * How TypeORM reads through a pool that is already open, so that a login has one set of connections, and dates stay text.
 * It never makes, migrates or compares a table, and logs nothing: a query's parameters may be values.
 * Closing the data source ends the pool.
 */
export function dataSourceOn(pool: pg.Pool, entities: readonly (new () => object)[]): DataSourceOptions {
  return {
    type: 'postgres',
    entities: [...entities],
    driver: driverOn(pool),
    synchronize: false,
    migrationsRun: false,
    installExtensions: false,
    logging: false,
    poolErrorHandler: () => undefined,
  };
}

/** TypeORM asks its driver for a new pool, and is handed this one. */
function driverOn(pool: pg.Pool): { Pool: new () => pg.Pool } {
  return {
    Pool: function OpenPool(): pg.Pool {
      return pool;
    } as unknown as new () => pg.Pool,
  };
}
