import { random } from './organisation.js';

// Looked up once: tests run in a context of their own, where every look at a global is slow.
const { exp, floor, log } = Math;

/** A published number as somebody sees it who knows the roster: whose secrets it sums up, its value, its noise. */
export interface Draw {
  readonly people: readonly number[];
  readonly value: number;
  readonly noise: number;
}

export interface Effort {
  readonly annealing: number;
  readonly burn: number;
  readonly sweeps: number;
}

/**
 * What a reader can claim who knows roster, method and prior: for everyone the probability of the secret given all draws.
 *
 * Gibbs sampling over yes/no secrets: everyone is drawn again given all others, then pairs are offered to change places,
 * which leaves large sums as they are. It starts hot and cools down, so that no start is remembered.
 */
export function claims(draws: readonly Draw[], prior: readonly number[], effort: Effort, seed: number): number[] {
  const chain = new Chain(draws, prior, random(seed));
  for (let step = 0; step < effort.annealing; step += 1) chain.sweep(1 + 15 * (1 - step / effort.annealing));
  for (let step = 0; step < effort.burn; step += 1) chain.sweep(1);
  const sums = prior.map(() => 0);
  for (let step = 0; step < effort.sweeps; step += 1) chain.sweep(1, sums);
  return sums.map((sum) => sum / effort.sweeps);
}

class Chain {
  private readonly state: Uint8Array;
  private readonly rest: Float64Array;
  private readonly weight: Float64Array;
  private readonly cells: readonly (readonly number[])[];

  constructor(
    draws: readonly Draw[],
    private readonly prior: readonly number[],
    private readonly uniform: () => number,
  ) {
    this.state = Uint8Array.from(prior, (p) => (uniform() < p ? 1 : 0));
    this.weight = Float64Array.from(draws, ({ noise }) => 1 / noise ** 2);
    this.rest = Float64Array.from(draws, ({ people, value }) => people.reduce((left, i) => left - this.state[i]!, value));
    const cells = prior.map((): number[] => []);
    draws.forEach(({ people }, cell) => people.forEach((i) => cells[i]!.push(cell)));
    this.cells = cells;
  }

  /** Everyone once, then as many exchanges. `sums` collects the conditional probabilities, which vary less than the states. */
  sweep(temperature: number, sums?: number[]): void {
    const { state, uniform } = this;
    for (let i = 0; i < state.length; i += 1) {
      const chance = this.chance(i, temperature);
      if (sums) sums[i]! += chance;
      this.put(i, uniform() < chance ? 1 : 0);
    }
    for (let i = 0; i < state.length; i += 1) {
      const j = floor(uniform() * state.length);
      if (state[i] === state[j]) continue;
      this.exchange(state[i] === 1 ? i : j, state[i] === 1 ? j : i, temperature);
    }
  }

  /** The probability of a yes given everybody else. */
  private chance(i: number, temperature: number): number {
    let odds = log(this.prior[i]!) - log(1 - this.prior[i]!);
    for (const cell of this.cells[i]!) {
      const without = this.rest[cell]! + this.state[i]!;
      odds += (this.weight[cell]! * (2 * without - 1)) / 2 / temperature;
    }
    return 1 / (1 + exp(-odds));
  }

  /** Sets one secret; gives back by how much all draws fit worse. */
  private put(i: number, value: number): number {
    const change = this.state[i]! - value;
    if (change === 0) return 0;
    let worse = 0;
    this.state[i] = value;
    for (const cell of this.cells[i]!) {
      const rest = this.rest[cell]!;
      worse += (this.weight[cell]! * (2 * change * rest + 1)) / 2;
      this.rest[cell] = rest + change;
    }
    return worse;
  }

  /** Metropolis: who has a yes gives it to who has a no. */
  private exchange(from: number, to: number, temperature: number): void {
    const worse = this.put(from, 0) + this.put(to, 1);
    const odds = (i: number): number => log(this.prior[i]!) - log(1 - this.prior[i]!);
    if (log(this.uniform()) < odds(to) - odds(from) - worse / temperature) return;
    this.put(from, 1);
    this.put(to, 0);
  }
}
