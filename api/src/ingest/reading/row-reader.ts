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

/**
 * Takes separated rows apart, chunk by chunk, without making strings. Memory: one chunk and one row.
 *
 * Quotes, doubled quotes, LF and CRLF as in RFC 4180; a quote inside an unquoted cell stands for itself. A line break
 * inside quotes is allowed in the columns for which `lines(index)` is true; elsewhere it means that the closing quote
 * was torn off, and only that line is lost.
 */
export class RowReader {
  private rest: Buffer = Buffer.alloc(0);
  private line = 1;
  private skipping = false;
  private torn = 0;
  private next = 0;
  private broken = false;
  private readonly doubled: Uint8Array;
  private readonly row: Row;

  constructor(
    private readonly separator: number,
    private readonly width: number,
    private readonly lines: (index: number) => boolean,
    private readonly listener: RowListener,
    firstLine = 1,
  ) {
    this.line = firstLine;
    this.doubled = new Uint8Array(width);
    this.row = { bytes: this.rest, count: 0, line: 1, starts: new Int32Array(width), ends: new Int32Array(width) };
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
      else if (scan === 'torn') at = this.loseTornLine(bytes, at);
      else if (bytes.length - at > longestRow) at = this.loseLongRow(bytes, at);
      else break;
    }
    return Math.min(at, bytes.length);
  }

  /** Finds the cells of the row at `at`; on `row`, `next` is where the following one begins. */
  private scan(bytes: Buffer, at: number, last: boolean): Scan {
    const { row, separator, width } = this;
    const length = bytes.length;
    row.count = 0;
    this.broken = false;
    for (let p = at; ; p++) {
      while (p < length && bytes[p] === SPACE) p++;
      const index = row.count++;
      if (p < length && bytes[p] === QUOTE) {
        const close = this.closingQuote(bytes, p + 1, index, last);
        if (close < 0) return close === -1 ? 'more' : 'torn';
        p = close + 1;
      } else {
        const start = p;
        let c = p < length ? bytes[p]! : LF;
        while (c !== separator && c !== LF && c !== CR) c = ++p < length ? bytes[p]! : LF;
        if (index < width) {
          row.starts[index] = start;
          row.ends[index] = p;
          this.doubled[index] = 0;
        }
      }
      if (p >= length) return this.atEnd(p, last);
      const c = bytes[p];
      if (c === separator) continue;
      if (c === CR && p + 1 >= length && !last) return 'more';
      this.next = c === CR && bytes[p + 1] === LF ? p + 2 : p + 1;
      return 'row';
    }
  }

  private atEnd(p: number, last: boolean): Scan {
    this.next = p;
    return last ? 'row' : 'more';
  }

  /** Position of the quote that closes a cell begun at `from`; -1: more bytes are needed; -2: it never closes. */
  private closingQuote(bytes: Buffer, from: number, index: number, last: boolean): number {
    const mayBreak = this.lines(index);
    let doubled = 0;
    let q = bytes.indexOf(QUOTE, from);
    while (q >= 0 && bytes[q + 1] === QUOTE) {
      doubled = 1;
      q = bytes.indexOf(QUOTE, q + 2);
    }
    if (breaksBefore(bytes, from, q)) {
      if (!mayBreak) return -2;
      this.broken = true;
    }
    if (q < 0) return last ? -2 : -1;
    if (q + 1 >= bytes.length && !last) return -1;
    const after = bytes[q + 1];
    if (q + 1 < bytes.length && after !== this.separator && after !== LF && after !== CR) return -2;
    if (index < this.width) {
      this.row.starts[index] = from;
      this.row.ends[index] = q;
      this.doubled[index] = doubled;
    }
    return q;
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
    const { row } = this;
    const kept = Math.min(row.count, this.width);
    for (let i = 0; i < kept; i++) {
      if (this.doubled[i] !== 1) continue;
      let to = row.starts[i]!;
      for (let from = to; from < row.ends[i]!; from++, to++) {
        if (row.bytes[from] === QUOTE) from++;
        row.bytes[to] = row.bytes[from]!;
      }
      row.ends[i] = to;
    }
  }

  private loseTornLine(bytes: Buffer, at: number): number {
    this.listener.fault(this.line, 'quotes');
    if (++this.torn > tornRowsTolerated) throw new TornFile();
    return this.skipLine(bytes, at);
  }

  private loseLongRow(bytes: Buffer, at: number): number {
    this.listener.fault(this.line, 'length');
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
