import type { Row, RowFault, RowListener } from '../reading/row-reader.js';
import type { CellSource, MappedFile } from './mapped-header.js';
import type { DateFormat } from './profile.js';

/** Who takes rows of the data dictionary's file. */
interface Taker extends RowListener {
  fault(line: number, fault: RowFault | 'cells'): void;
}

type Translate = (cell: Buffer) => Buffer;

/**
 * Turns rows of a source into rows of the data dictionary's file on their way to the encoder: other places, other words,
 * dates as ISO. A row keeps its line. What cannot be translated goes on as it is, and the encoder names the rule it breaks.
 */
export class MappedRows implements RowListener {
  private readonly row_: Row;
  private readonly translate: readonly (Translate | undefined)[];
  private bytes = Buffer.alloc(4096);

  constructor(
    private readonly mapped: MappedFile,
    dates: DateFormat,
    private readonly width: number,
    private readonly taker: Taker,
  ) {
    const { names } = mapped.header;
    this.row_ = {
      bytes: this.bytes,
      count: names.length,
      line: 1,
      starts: new Int32Array(names.length),
      ends: new Int32Array(names.length),
    };
    this.translate = names.map((name) => translationOf(mapped, name, dates));
  }

  row(row: Row): void {
    if (row.count !== this.width) return this.taker.fault(row.line, 'cells');
    for (const sources of this.mapped.rows) this.send(row, sources);
  }

  fault(line: number, fault: RowFault): void {
    this.taker.fault(line, fault);
  }

  private send(row: Row, sources: readonly CellSource[]): void {
    const made = this.row_;
    made.line = row.line;
    let at = 0;
    sources.forEach((source, i) => {
      const raw =
        'constant' in source
          ? Buffer.from(source.constant)
          : row.bytes.subarray(row.starts[source.index], row.ends[source.index]);
      const cell = raw.length > 0 ? (this.translate[i]?.(raw) ?? raw) : raw;
      this.reserve(at + cell.length);
      made.starts[i] = at;
      at += cell.copy(this.bytes, at);
      made.ends[i] = at;
    });
    made.bytes = this.bytes;
    this.taker.row(made);
  }

  private reserve(length: number): void {
    if (length <= this.bytes.length) return;
    const larger = Buffer.alloc(length * 2);
    this.bytes.copy(larger);
    this.bytes = larger;
  }
}

function translationOf({ file, mapping }: MappedFile, name: string, dates: DateFormat): Translate | undefined {
  const meanings = mapping.values?.[name];
  if (meanings) {
    const known = new Map(Object.entries(meanings).map(([said, meaning]) => [said, Buffer.from(meaning)]));
    return (cell) => {
      const said = cell.toString('utf8').trim().toLowerCase();
      // The dictionary's own words may come in any case.
      return known.get(said) ?? (isChoice(file, name, said) ? Buffer.from(said) : cell);
    };
  }
  const type = file.columns.find((column) => column.name === name)?.type.kind;
  return type === 'date' ? (cell) => isoDate(cell, mapping.dates ?? dates) : undefined;
}

function isChoice(file: MappedFile['file'], name: string, said: string): boolean {
  const type = file.columns.find((column) => column.name === name)?.type;
  return type?.kind === 'choice' && type.of.includes(said);
}

const PATTERNS: Readonly<Record<DateFormat, RegExp>> = {
  'y-m-d': /^(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})(?:[T ].*)?$/,
  'd.m.y': /^(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>\d{4})(?:[T ].*)?$/,
  'd/m/y': /^(?<d>\d{1,2})\/(?<m>\d{1,2})\/(?<y>\d{4})(?:[T ].*)?$/,
  'm/d/y': /^(?<m>\d{1,2})\/(?<d>\d{1,2})\/(?<y>\d{4})(?:[T ].*)?$/,
};

/** A date of the source as ISO; whatever is none stays as it is, and is rejected by the rule of its column. */
function isoDate(cell: Buffer, dates: DateFormat): Buffer {
  const { y, m, d } = PATTERNS[dates].exec(cell.toString('latin1').trim())?.groups ?? {};
  return y && m && d ? Buffer.from(`${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`) : cell;
}
