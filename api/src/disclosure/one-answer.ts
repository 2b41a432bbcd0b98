/** The share of the table that may be taken: fuller, and the walks grow long. */
const FULLEST = 0.7;

/** Remembers the exact answer under every keyed hash, in flat arrays: a release asks millions of questions. */
export class OneAnswer {
  private keys = new Uint32Array(3 * 1024);
  private answers = new Float64Array(1024);
  private taken = new Uint8Array(1024);
  private size = 0;

  /** Whether the answer is the first under this hash, or the same as the first. */
  agrees(a: number, b: number, c: number, answer: number): boolean {
    if (this.size > FULLEST * this.taken.length) this.grow();
    const at = this.place(a >>> 0, b >>> 0, c >>> 0);
    if (this.taken[at] === 1) return this.answers[at] === answer;
    this.put(at, answer);
    return true;
  }

  /** Where the hash stands, or the free place where it now may stand. */
  private place(a: number, b: number, c: number): number {
    const { keys, taken } = this;
    const mask = taken.length - 1;
    let at = a & mask;
    while (taken[at] === 1 && !(keys[3 * at] === a && keys[3 * at + 1] === b && keys[3 * at + 2] === c)) at = (at + 1) & mask;
    keys[3 * at] = a;
    keys[3 * at + 1] = b;
    keys[3 * at + 2] = c;
    return at;
  }

  private put(at: number, answer: number): void {
    this.taken[at] = 1;
    this.answers[at] = answer;
    this.size += 1;
  }

  private grow(): void {
    const { keys, answers, taken } = this;
    this.keys = new Uint32Array(2 * keys.length);
    this.answers = new Float64Array(2 * answers.length);
    this.taken = new Uint8Array(2 * taken.length);
    this.size = 0;
    for (let at = 0; at < taken.length; at += 1)
      if (taken[at] === 1) this.put(this.place(keys[3 * at]!, keys[3 * at + 1]!, keys[3 * at + 2]!), answers[at]!);
  }
}
