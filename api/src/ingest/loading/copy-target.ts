import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { openStaging, type StagingPlace } from '../../microdata/index.js';
import type { CopyBuffer } from '../cells/copy-buffer.js';

/** A table of waiting rows, and which of its columns are written. */
export interface StagedTable {
  readonly table: string;
  readonly columns: readonly string[];
}

/**
 * Adds rows to one or two tables of waiting rows, in one transaction on one connection: all of them are kept, or none.
 * A connection can only do one COPY at a time, so the two take turns.
 */
export class CopyTarget {
  private stream: ReturnType<typeof copyFrom> | undefined;
  private current: string | undefined;
  private fault: Error | undefined;

  private constructor(
    private readonly client: pg.PoolClient,
    private readonly places: ReadonlyMap<string, string>,
  ) {}

  static async open(pool: pg.Pool, place: StagingPlace, tables: readonly StagedTable[]): Promise<CopyTarget> {
    const client = await pool.connect();
    try {
      await client.query('begin');
      const places = new Map<string, string>();
      for (const { table, columns } of tables) {
        const names = columns.map((name) => `"${name}"`).join(', ');
        places.set(table, `${await openStaging(client, place, table)} (${names})`);
      }
      return new CopyTarget(client, places);
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  /** Sends what has gathered for a table; resolves when the connection can take more. */
  async send(table: string, buffer: CopyBuffer): Promise<void> {
    if (buffer.empty) return;
    const stream = await this.streamTo(table);
    if (stream.write(buffer.take())) return;
    await new Promise<void>((resolve, reject) => {
      const settled = (end: () => void): void => {
        stream.off('drain', drained).off('error', failed);
        end();
      };
      const drained = (): void => settled(resolve);
      const failed = (error: Error): void => settled(() => reject(error));
      stream.once('drain', drained).once('error', failed);
    });
  }

  async finish(): Promise<void> {
    await this.endCopy();
    await this.client.query('commit');
    this.client.release();
  }

  /** Gives up: the connection is closed, which takes back what was sent. */
  abandon(): void {
    this.stream?.destroy();
    this.client.release(true);
  }

  private async streamTo(table: string): Promise<ReturnType<typeof copyFrom>> {
    if (this.fault) throw this.fault;
    if (this.stream && this.current === table) return this.stream;
    await this.endCopy();
    const stream = this.client.query(copyFrom(`copy ${this.places.get(table)} from stdin`));
    stream.on('error', (error: Error) => {
      this.fault = error;
    });
    this.stream = stream;
    this.current = table;
    return stream;
  }

  private async endCopy(): Promise<void> {
    const { stream } = this;
    if (this.fault) throw this.fault;
    if (!stream) return;
    await new Promise<void>((resolve, reject) => {
      stream.once('finish', resolve);
      stream.once('error', reject);
      stream.end();
    });
    this.stream = undefined;
  }
}
