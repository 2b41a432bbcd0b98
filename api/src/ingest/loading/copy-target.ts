import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { CopyBuffer } from '../cells/copy-buffer.js';

/** One COPY under way, on a connection of its own. Everything that was sent is kept, or nothing. */
export class CopyTarget {
  private readonly stream: ReturnType<typeof copyFrom>;
  private fault: Error | undefined;

  private constructor(
    private readonly client: pg.PoolClient,
    place: string,
    columns: readonly string[],
  ) {
    const names = columns.map((name) => `"${name}"`).join(', ');
    this.stream = client.query(copyFrom(`copy ${place} (${names}) from stdin`));
    this.stream.on('error', (error: Error) => {
      this.fault = error;
    });
  }

  static async open(pool: pg.Pool, place: string, columns: readonly string[]): Promise<CopyTarget> {
    return new CopyTarget(await pool.connect(), place, columns);
  }

  /** Sends what has gathered; resolves when the connection can take more. */
  async send(buffer: CopyBuffer): Promise<void> {
    if (this.fault) throw this.fault;
    if (buffer.empty || this.stream.write(buffer.take())) return;
    await new Promise<void>((resolve, reject) => {
      this.stream.once('drain', () => {
        this.stream.off('error', reject);
        resolve();
      });
      this.stream.once('error', reject);
    });
  }

  async finish(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      if (this.fault) return reject(this.fault);
      this.stream.once('finish', resolve);
      this.stream.once('error', reject);
      this.stream.end();
    });
    this.client.release();
  }

  /** Gives up: the connection is closed, which takes back what was sent. */
  abandon(): void {
    this.stream.destroy();
    this.client.release(true);
  }
}
