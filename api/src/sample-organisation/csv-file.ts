import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';

export type Value = string | number | boolean | undefined;

const FLUSH_AT = 1 << 20;

/** A CSV file that is written as it grows, so that a large organisation needs little memory. */
export class CsvFile {
  private readonly descriptor: number;
  private buffer = '';

  constructor(
    directory: string,
    name: string,
    private readonly columns: readonly string[],
  ) {
    this.descriptor = openSync(join(directory, `${name}.csv`), 'w');
    this.buffer = `${columns.join(',')}\n`;
  }

  row(values: Readonly<Record<string, Value>>): void {
    this.buffer += `${this.columns.map((column) => field(values[column])).join(',')}\n`;
    if (this.buffer.length > FLUSH_AT) this.flush();
  }

  close(): void {
    this.flush();
    closeSync(this.descriptor);
  }

  private flush(): void {
    writeSync(this.descriptor, this.buffer);
    this.buffer = '';
  }
}

function field(value: Value): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
