/** Fractional parts of the square and cube roots of the first primes, FIPS 180-4 §4.2.2 and §5.3.3. */
const PRIMES = firstPrimes(64);
const ROUND = Uint32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)));
const START = Uint32Array.from(PRIMES.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));

/**
 * SHA-256 of a text that is handed over in parts, each with whole characters, so that a large file never stands in one text.
 * Written here because the pure rooms import nothing.
 */
export class Sha256 {
  private readonly state = START.slice();
  private readonly schedule = new Uint32Array(64);
  private readonly block = new Uint8Array(64);
  private readonly view = new DataView(this.block.buffer);
  private length = 0;

  add(text: string): void {
    for (const byte of utf8(text)) this.addByte(byte);
  }

  /** `sha256:` and the digest in hex. It ends the text. */
  digest(): string {
    const bits = BigInt(this.length) * 8n;
    this.addByte(0x80);
    while (this.length % 64 !== 56) this.addByte(0);
    for (let shift = 56n; shift >= 0n; shift -= 8n) this.addByte(Number((bits >> shift) & 0xffn));
    return `sha256:${Array.from(this.state, (word) => word.toString(16).padStart(8, '0')).join('')}`;
  }

  private addByte(byte: number): void {
    this.block[this.length % 64] = byte;
    this.length += 1;
    if (this.length % 64 === 0) compress(this.state, this.view, this.schedule);
  }
}

function compress(state: Uint32Array, block: DataView, w: Uint32Array): void {
  for (let i = 0; i < 16; i += 1) w[i] = block.getUint32(4 * i);
  for (let i = 16; i < 64; i += 1) w[i] = w[i - 16]! + small(w[i - 15]!, 7, 18, 3) + w[i - 7]! + small(w[i - 2]!, 17, 19, 10);
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let i = 0; i < 64; i += 1) {
    const one = (h + large(e, 6, 11, 25) + ((e & f) ^ (~e & g)) + ROUND[i]! + w[i]!) | 0;
    const two = (large(a, 2, 13, 22) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => (state[i] = state[i]! + word));
}

const turn = (x: number, by: number): number => (x >>> by) | (x << (32 - by));
const small = (x: number, a: number, b: number, shift: number): number => turn(x, a) ^ turn(x, b) ^ (x >>> shift);
const large = (x: number, a: number, b: number, c: number): number => turn(x, a) ^ turn(x, b) ^ turn(x, c);

/** UTF-8; half of a surrogate pair becomes U+FFFD as every encoder writes it. */
function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (let i = 0; i < text.length; i += 1) {
    const point = text.codePointAt(i)!;
    if (point > 0xffff) i += 1;
    length = encode(point >= 0xd800 && point <= 0xdfff ? 0xfffd : point, bytes, length);
  }
  return bytes.subarray(0, length);
}

function encode(point: number, bytes: Uint8Array, at: number): number {
  if (point < 0x80) {
    bytes[at] = point;
    return at + 1;
  }
  const continuation = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
  bytes[at] = ((0xf00 >> (continuation + 1)) & 0xff) | (point >> (6 * continuation));
  for (let i = 1; i <= continuation; i += 1) bytes[at + i] = 0x80 | ((point >> (6 * (continuation - i))) & 0x3f);
  return at + continuation + 1;
}

function fraction(root: number): number {
  return Math.floor((root - Math.floor(root)) * 2 ** 32);
}

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n += 1) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return primes;
}
