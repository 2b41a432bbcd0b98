/** The largest integer whose `degree`-th power is not above `value`, by Newton's method. */
function integerRoot(value: bigint, degree: bigint): bigint {
  let root = value;
  for (;;) {
    const next = ((degree - 1n) * root + value / root ** (degree - 1n)) / degree;
    if (next >= root) return root;
    root = next;
  }
}

/** The first 32 bits after the point of the roots of the first primes: FIPS 180-4, 4.2.2 and 5.3.3. */
function rootBits(howMany: number, degree: bigint): Int32Array {
  const primes: bigint[] = [];
  for (let n = 2n; primes.length < howMany; n += 1n) if (primes.every((prime) => n % prime !== 0n)) primes.push(n);
  return Int32Array.from(primes, (prime) => Number(BigInt.asIntN(32, integerRoot(prime << (32n * degree), degree))));
}

const START = rootBits(8, 2n);
const ROUND = rootBits(64, 3n);
const schedule = new Int32Array(64);

const rotate = (x: number, by: number): number => (x >>> by) | (x << (32 - by));

/** One step of SHA-256 over a block of sixteen words: FIPS 180-4, 6.2.2. */
function compress(state: Int32Array, block: Int32Array): void {
  const w = schedule;
  w.set(block);
  for (let t = 16; t < 64; t += 1) {
    const x = w[t - 15]!;
    const y = w[t - 2]!;
    const small0 = rotate(x, 7) ^ rotate(x, 18) ^ (x >>> 3);
    const small1 = rotate(y, 17) ^ rotate(y, 19) ^ (y >>> 10);
    w[t] = (w[t - 16]! + small0 + w[t - 7]! + small1) | 0;
  }
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  let e = state[4]!;
  let f = state[5]!;
  let g = state[6]!;
  let h = state[7]!;
  for (let t = 0; t < 64; t += 1) {
    const big1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const first = (h + big1 + ((e & f) ^ (~e & g)) + ROUND[t]! + w[t]!) | 0;
    const big0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const second = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  state[0]! += a;
  state[1]! += b;
  state[2]! += c;
  state[3]! += d;
  state[4]! += e;
  state[5]! += f;
  state[6]! += g;
  state[7]! += h;
}

/**
 * SHA-256 of a growing message, which can be copied half way: what many messages begin with is hashed once.
 *
 * Written here because the core imports nothing; its spec holds it against the platform's.
 */
export class Sha256 {
  private readonly state = Int32Array.from(START);
  private readonly block = new Int32Array(16);
  private length = 0;

  /** Makes this hash the one that has absorbed what `other` has. */
  become(other: Sha256): void {
    this.state.set(other.state);
    this.block.set(other.block);
    this.length = other.length;
  }

  byte(value: number): void {
    const at = this.length & 63;
    this.block[at >> 2]! |= value << (24 - ((at & 3) << 3));
    this.length += 1;
    if (at === 63) this.flush();
  }

  /** Each code unit in one to three bytes as UTF-8 would write it alone, so that no two texts read the same. */
  text(text: string): void {
    for (let i = 0; i < text.length; i += 1) {
      const unit = text.charCodeAt(i);
      if (unit < 0x80) this.byte(unit);
      else {
        if (unit < 0x800) this.byte(0xc0 | (unit >> 6));
        else {
          this.byte(0xe0 | (unit >> 12));
          this.byte(0x80 | ((unit >> 6) & 63));
        }
        this.byte(0x80 | (unit & 63));
      }
    }
  }

  /** Eight words at the beginning of a block, where the outer hash of an HMAC has them. */
  eightWords(words: Int32Array): void {
    this.block.set(words);
    this.length += 32;
  }

  /** Ends the message. The eight words are this object's own and change with its next use. */
  digest(): Int32Array {
    const bits = this.length * 8;
    this.byte(0x80);
    if ((this.length & 63) > 56) this.flush();
    this.block[14] = Math.floor(bits / 0x1_0000_0000);
    this.block[15] = bits | 0;
    this.flush();
    return this.state;
  }

  private flush(): void {
    compress(this.state, this.block);
    this.block.fill(0);
  }
}
