/** A seeded stream of numbers (sfc32): the same seed gives the same organisation. */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  constructor(seed: string) {
    const [a, b, c] = hash(seed);
    this.a = a;
    this.b = b;
    this.c = c;
    for (let i = 0; i < 16; i += 1) this.uniform();
  }

  /** Uniform in [0, 1). */
  uniform(): number {
    const sum = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  }

  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.uniform() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.uniform() < probability;
  }

  /** Normal, by Box and Muller. */
  normal(mean: number, deviation: number): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.uniform()));
    return mean + deviation * radius * Math.cos(2 * Math.PI * this.uniform());
  }

  exponential(mean: number): number {
    return -mean * Math.log(1 - this.uniform());
  }

  pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.uniform() * items.length)] as T;
  }

  /** One of the items, by weight. */
  weighted<T>(items: readonly (readonly [T, number])[]): T {
    let left = this.uniform() * items.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [item, weight] of items) {
      left -= weight;
      if (left < 0) return item;
    }
    return (items[items.length - 1] as readonly [T, number])[0];
  }
}

/** Three 32-bit words from a text (FNV-1a, three offsets). */
function hash(text: string): [number, number, number] {
  const words = [0x811c9dc5, 0x01000193, 0x9e3779b9];
  for (const character of text)
    for (let i = 0; i < 3; i += 1)
      words[i] = Math.imul((words[i] as number) ^ (character.codePointAt(0) as number), 0x01000193 + 2 * i);
  return words as [number, number, number];
}
