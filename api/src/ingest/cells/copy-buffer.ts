const TAB = 0x09;
const LF = 0x0a;
const BACKSLASH = 0x5c;
const N = 0x4e;
const ZERO = 0x30;

/** Rows in the text format of COPY, gathered until they are worth sending. A row that turns out broken is taken back. */
export class CopyBuffer {
  private bytes: Buffer;
  private length = 0;
  private rowStart = 0;
  private cells = 0;

  constructor(private readonly size = 1 << 18) {
    this.bytes = Buffer.allocUnsafe(size);
  }

  /** Room for one row that was read from so many bytes: escaping doubles a byte, a short identifier becomes a key. */
  beginRow(readBytes: number, columns: number): void {
    const needed = this.length + 2 * readBytes + 48 * (columns + 4);
    if (needed > this.bytes.length) this.grow(needed);
    this.rowStart = this.length;
    this.cells = 0;
  }

  endRow(): void {
    this.bytes[this.length++] = LF;
  }

  takeBack(): void {
    this.length = this.rowStart;
  }

  /** Starts the next cell. Whoever writes it writes its bytes with the methods below. */
  cell(): void {
    if (this.cells++ > 0) this.bytes[this.length++] = TAB;
  }

  absent(): void {
    this.bytes[this.length++] = BACKSLASH;
    this.bytes[this.length++] = N;
  }

  whole(value: number): void {
    let divisor = 1;
    while (value / divisor >= 10) divisor *= 10;
    for (; divisor >= 1; divisor /= 10) this.bytes[this.length++] = ZERO + (Math.floor(value / divisor) % 10);
  }

  /** ASCII that needs no escape. */
  ascii(text: string): void {
    // For the few bytes of a key a loop is faster than a call into the runtime.
    for (let i = 0; i < text.length; i++) this.bytes[this.length++] = text.charCodeAt(i);
  }

  byte(value: number): void {
    this.bytes[this.length++] = value;
  }

  /** Bytes that need no escape. */
  raw(from: Buffer, start: number, end: number): void {
    for (let i = start; i < end; i++) this.bytes[this.length++] = from[i] as number;
  }

  /** Any text without control characters. */
  text(value: string): void {
    const escaped = value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t');
    const needed = this.length + 3 * escaped.length + 4096;
    if (needed > this.bytes.length) this.grow(needed);
    this.length += this.bytes.write(escaped, this.length, 'utf8');
  }

  /** A whole row that is already in the format of COPY. */
  line(text: string): void {
    this.beginRow(2 * text.length, 1);
    this.length += this.bytes.write(text, this.length, 'utf8');
    this.endRow();
  }

  /** How much has been written; `since` reads from there on. */
  get mark(): number {
    return this.length;
  }

  since(mark: number): string {
    return this.bytes.toString('utf8', mark, this.length);
  }

  bytesSoFar(): Buffer {
    return this.bytes.subarray(0, this.length);
  }

  /** Forgets everything, and keeps the memory. */
  clear(): void {
    this.length = 0;
    this.rowStart = 0;
    this.cells = 0;
  }

  /** Whether enough has gathered to be sent. */
  get full(): boolean {
    return this.length > this.size / 2;
  }

  get empty(): boolean {
    return this.length === 0;
  }

  /** Everything gathered; the buffer starts anew. */
  take(): Buffer {
    const taken = this.bytes.subarray(0, this.length);
    this.bytes = Buffer.allocUnsafe(this.size);
    this.length = 0;
    this.rowStart = 0;
    return taken;
  }

  private grow(needed: number): void {
    const larger = Buffer.allocUnsafe(Math.max(needed, 2 * this.bytes.length));
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }
}
