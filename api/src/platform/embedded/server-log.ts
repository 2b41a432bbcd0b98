import fs from 'node:fs';
import path from 'node:path';

/** Something that the database did not let one of its logins do. It names tables and functions, never a value. */
export interface DatabaseRefusal {
  readonly login: string;
  readonly said: string;
}

/** "2026-11-21 03:38:24.123 UTC [123] LOGIN ERROR:  permission denied for table people", as `log_line_prefix` has it. */
const LINE = /^\S+ \S+ \S+ \[\d+\] (\S+) (?:ERROR|FATAL): {2}((?:permission denied|must be|the audit trail is append-only).*)$/;

/** More at a time than anybody can refuse in a second or two; the rest is read the next time. */
const MOST_BYTES = 1_000_000;

/** The log of the embedded server, from the moment at which somebody begins to look. */
export class ServerLog {
  private readonly file: string;
  private place: number;
  private begun = '';

  constructor(home: string) {
    this.file = path.join(path.resolve(home), 'postgres', 'server.log');
    this.place = this.size();
  }

  /** What was refused since the last look; nothing where no embedded server writes a log. */
  refusals(): DatabaseRefusal[] {
    const lines = (this.begun + this.news()).split('\n');
    this.begun = lines.pop() ?? '';
    return lines.flatMap((line) => {
      const [, login = '', said = ''] = LINE.exec(line) ?? [];
      return login === '' ? [] : [{ login, said: said.replace(/ at character \d+$/, '').slice(0, 300) }];
    });
  }

  private news(): string {
    const length = Math.min(this.size() - this.place, MOST_BYTES);
    if (length <= 0) return '';
    const bytes = Buffer.alloc(length);
    const handle = fs.openSync(this.file, 'r');
    const read = fs.readSync(handle, bytes, 0, length, this.place);
    fs.closeSync(handle);
    this.place += read;
    return bytes.toString('utf8', 0, read);
  }

  private size(): number {
    return fs.existsSync(this.file) ? fs.statSync(this.file).size : 0;
  }
}
