const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;

/** Longest row that is kept in memory, in bytes; a longer one is rejected and skipped. */
export const longestRow = 1 << 20;

/** So many rows with a quote that never closes are rejected one by one; then the file as a whole is. */
const tornRowsTolerated = 100;

/** Why a row could not be taken apart. */
export type RowFault = 'quotes' | 'length';

/** The row that was read last: cells are `bytes[starts[i]..ends[i])`, already unquoted. Valid until the callback returns. */
export interface Row {
  bytes: Buffer;
  /** Number of cells; those beyond the reader's `width` are counted and not kept. */
  count: number;
  /** Line on which the row begins; the first is 1. */
  line: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Who hears what is read: rows, and lines of which no row could be made. */
export interface RowListener {
  row(row: Row): void;
  fault(line: number, fault: RowFault): void;
}

/** Too many quotes that never close: where one row ends and the next begins is anybody's guess. */
export class TornFile extends Error {}

type Scan = 'row' | 'more' | 'torn';

/** Instead of a position: the cell goes on in the next chunk; its quote never closes. */
const MORE = -1;
const TORN = -2;

/** How the rows of a file are written. */
export interface RowShape {
  readonly separator: number;
  /** Number of columns; cells beyond it are counted and not kept. */
  readonly width: number;
  /** Whether a cell of that column may hold line breaks. */
  readonly lines: (index: number) => boolean;
  /** Line on which the first row begins. */
  readonly firstLine?: number;
}

/**
 * Takes separated rows apart, chunk by chunk, without making strings. Memory: one chunk and one row.
 *
 * Quotes, doubled quotes, LF and CRLF as in RFC 4180; a quote inside an unquoted cell stands for itself. A line break
 * inside quotes is allowed in the columns for which `lines(index)` is true; elsewhere it means that the closing quote
 * was torn off, and only that line is lost.
 */
export class RowReader {
  private rest: Buffer = Buffer.alloc(0);
  private line: number;
  private skipping = false;
  private torn = 0;
  private next = 0;
  private broken = false;
  private readonly separator: number;
  private readonly width: number;
  private readonly doubled: Uint8Array;
  private readonly row: Row;

  constructor(
    private readonly shape: RowShape,
    private readonly listener: RowListener,
  ) {
    this.separator = shape.separator;
    this.width = shape.width;
    this.line = shape.firstLine ?? 1;
    this.doubled = new Uint8Array(shape.width);
    this.row = {
      bytes: this.rest,
      count: 0,
      line: 1,
      starts: new Int32Array(shape.width),
      ends: new Int32Array(shape.width),
    };
  }

  /** @throws TornFile */
  push(chunk: Buffer): void {
    const bytes = this.rest.length > 0 ? Buffer.concat([this.rest, chunk]) : chunk;
    this.rest = bytes.subarray(this.readRows(bytes, false));
  }

  /** Reads what is left once the last chunk is in. @throws TornFile */
  end(): void {
    const bytes = this.rest;
    this.rest = Buffer.alloc(0);
    this.readRows(bytes, true);
  }

  private readRows(bytes: Buffer, last: boolean): number {
    let at = this.skipping ? this.skipLine(bytes, 0) : 0;
    while (at < bytes.length && !this.skipping) {
      const scan = this.scan(bytes, at, last);
      if (scan === 'row') at = this.deliver(bytes, at);
      else if (scan === 'torn') at = this.lose('quotes', bytes, at);
      else if (bytes.length - at > longestRow) at = this.lose('length', bytes, at);
      else break;
    }
    return Math.min(at, bytes.length);
  }

  /** Finds the cells of the row at `at`; on `row`, `next` is where the following one begins. */
  private scan(bytes: Buffer, at: number, last: boolean): Scan {
    const { row, separator } = this;
    row.count = 0;
    this.broken = false;
    for (let p = at; ; p++) {
      p = this.cell(bytes, p, last);
      if (p < 0) return p === MORE ? 'more' : 'torn';
      if (bytes[p] !== separator) return this.endRow(bytes, p, last);
    }
  }

  private endRow(bytes: Buffer, p: number, last: boolean): Scan {
    // The last byte of a chunk may be the first half of a CRLF.
    if (!last && (p >= bytes.length || (bytes[p] === CR && p + 1 === bytes.length))) return 'more';
    this.next = bytes[p] === CR && bytes[p + 1] === LF ? p + 2 : p + 1;
    return 'row';
  }

  /** Keeps the cell at `p`. @returns the position of what follows it, or MORE or TORN. */
  private cell(bytes: Buffer, p: number, last: boolean): number {
    const { row, separator, width } = this;
    while (bytes[p] === SPACE) p++;
    const index = row.count++;
    if (bytes[p] === QUOTE) return this.quotedCell(bytes, p + 1, index, last);
    const start = p;
    let c = p < bytes.length ? (bytes[p] as number) : LF;
    while (c !== separator && c !== LF && c !== CR) c = ++p < bytes.length ? (bytes[p] as number) : LF;
    if (index < width) {
      row.starts[index] = start;
      row.ends[index] = p;
      this.doubled[index] = 0;
    }
    return p;
  }

  /** The same for a cell whose quote opened just before `from`. */
  private quotedCell(bytes: Buffer, from: number, index: number, last: boolean): number {
    const { quote, doubled } = closingQuote(bytes, from);
    if (breaksBefore(bytes, from, quote)) {
      if (!this.shape.lines(index)) return TORN;
      this.broken = true;
    }
    const ends = quote < 0 || quote + 1 >= bytes.length;
    if (ends && !last) return MORE;
    if (quote < 0 || (!ends && !this.mayFollow(bytes[quote + 1]))) return TORN;
    if (index < this.width) {
      this.row.starts[index] = from;
      this.row.ends[index] = quote;
      this.doubled[index] = doubled;
    }
    return quote + 1;
  }

  private mayFollow(byte: number | undefined): boolean {
    return byte === this.separator || byte === LF || byte === CR;
  }

  private deliver(bytes: Buffer, at: number): number {
    const { row } = this;
    const blank = row.count === 1 && row.starts[0] === row.ends[0];
    row.line = this.line;
    row.bytes = bytes;
    const end = this.next;
    this.line += this.broken ? countLines(bytes, at, end) : 1;
    if (!blank) {
      this.unquote();
      this.listener.row(row);
    }
    return end;
  }

  /** Makes one quote of each doubled one, in place. */
  private unquote(): void {
    const { bytes, starts, ends, count } = this.row;
    const kept = Math.min(count, this.width);
    for (let i = 0; i < kept; i++) {
      if (this.doubled[i] !== 1) continue;
      let to = starts[i] as number;
      for (let from = to; from < (ends[i] as number); from++, to++) {
        if (bytes[from] === QUOTE) from++;
        bytes[to] = bytes[from] as number;
      }
      ends[i] = to;
    }
  }

  private lose(fault: RowFault, bytes: Buffer, at: number): number {
    this.listener.fault(this.line, fault);
    if (++this.torn > tornRowsTolerated) throw new TornFile();
    return this.skipLine(bytes, at);
  }

  /** Goes on after the next line break, which may be chunks away. */
  private skipLine(bytes: Buffer, at: number): number {
    const lineEnd = bytes.indexOf(LF, at);
    this.skipping = lineEnd < 0;
    if (this.skipping) return bytes.length;
    this.line++;
    return lineEnd + 1;
  }
}

/** The quote that closes a cell whose content begins at `from` (-1: none so far), and 1 where others are doubled in it. */
function closingQuote(bytes: Buffer, from: number): { quote: number; doubled: number } {
  let doubled = 0;
  let quote = bytes.indexOf(QUOTE, from);
  while (quote >= 0 && bytes[quote + 1] === QUOTE) {
    doubled = 1;
    quote = bytes.indexOf(QUOTE, quote + 2);
  }
  return { quote, doubled };
}

function breaksBefore(bytes: Buffer, from: number, quote: number): boolean {
  const lineEnd = bytes.indexOf(LF, from);
  return lineEnd >= 0 && (quote < 0 || lineEnd < quote);
}

/** Taken before doubled quotes are made one, which moves bytes about. */
function countLines(bytes: Buffer, at: number, end: number): number {
  let lines = 1;
  for (let p = bytes.indexOf(LF, at); p >= 0 && p < end - 1; p = bytes.indexOf(LF, p + 1)) lines++;
  return lines;
}
