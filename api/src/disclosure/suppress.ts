import { familiesOf, type Families } from './families.js';
import type { Groups } from './groups.js';

const ORGANISATION = 0;

/** Groups with their open people by node, read only where `published` is 1: where a cell stands in a table. */
export interface Scene {
  readonly groups: Groups;
  readonly people: Float64Array;
  readonly published: Uint8Array;
}

/**
 * Rule 4: suppresses until no parent's suppressed parts hold fewer than `fewest` people, and nothing finer than a
 * suppressed group is shown.
 *
 * @param hidden by node, 1 where rule 3 suppresses; completed in place. Depends on the groups alone, not on their order.
 */
export function suppress(scene: Scene, hidden: Uint8Array, fewest: number): void {
  hideFiner(scene.groups, hidden);
  const rounds = new Rounds(scene, hidden, fewest);
  for (let doubtful = rounds.allFamilies(); doubtful.length > 0;) doubtful = rounds.next(doubtful);
}

/** A node comes after everything coarser, so one pass is enough. */
function hideFiner(groups: Groups, hidden: Uint8Array): void {
  for (let node = 0; node < groups.size; node += 1)
    for (let slot = groups.first[node]!; slot < groups.first[node + 1]!; slot += 1)
      if (hidden[groups.coarser[slot]!] === 1) hidden[node] = 1;
}

class Rounds {
  private readonly groups: Groups;
  private readonly people: Float64Array;
  private readonly families: Families;
  private readonly finer: { first: Int32Array; nodes: Int32Array };
  /** People in shown and in suppressed parts, by family. */
  private readonly shown: Float64Array;
  private readonly suppressed: Float64Array;

  constructor(
    { groups, people, published }: Scene,
    private readonly hidden: Uint8Array,
    private readonly fewest: number,
  ) {
    this.groups = groups;
    this.people = people;
    this.families = familiesOf(groups, published);
    this.finer = groups.finer();
    this.shown = new Float64Array(this.families.parents.length);
    this.suppressed = new Float64Array(this.families.parents.length);
    const { familyOf, nodeOf } = this.families;
    for (let slot = 0; slot < familyOf.length; slot += 1) {
      if (familyOf[slot]! < 0) continue;
      const side = hidden[nodeOf[slot]!] === 1 ? this.suppressed : this.shown;
      side[familyOf[slot]!]! += people[nodeOf[slot]!]!;
    }
  }

  allFamilies(): number[] {
    return [...this.families.parents.keys()];
  }

  /** One round over the families that may have changed; gives back those that it changed. */
  next(doubtful: readonly number[]): number[] {
    const chosen = doubtful.filter((family) => this.violates(family)).map((family) => this.smallestShown(family));
    return this.hide(chosen.filter((node) => node !== ORGANISATION));
  }

  /** A parent's parts are also hidden where no table lists them: what the shown parts leave of it is read by subtraction. */
  private violates(family: number): boolean {
    const parent = this.families.parents[family]!;
    if (this.hidden[parent] === 1) return false;
    return this.tooFew(this.suppressed[family]!) || this.tooFew(this.people[parent]! - this.shown[family]!);
  }

  private tooFew(people: number): boolean {
    return people > 0 && people < this.fewest;
  }

  /** The shown part with the fewest people, ties in canonical order; the parent where no part is shown. */
  private smallestShown(family: number): number {
    const { firstPart, nextPart, nodeOf, parents } = this.families;
    let smallest = -1;
    for (let slot = firstPart[family]!; slot >= 0; slot = nextPart[slot]!) {
      const node = nodeOf[slot]!;
      if (this.hidden[node] === 1 || this.people[node] === 0) continue;
      if (smallest < 0 || this.before(slot, smallest)) smallest = slot;
    }
    return smallest < 0 ? parents[family]! : nodeOf[smallest]!;
  }

  private before(a: number, b: number): boolean {
    const [one, other] = [this.families.nodeOf[a]!, this.families.nodeOf[b]!];
    const more = this.people[one]! - this.people[other]!;
    return more < 0 || (more === 0 && this.rankOf(one, a) < this.rankOf(other, b));
  }

  private rankOf(node: number, slot: number): number {
    return this.groups.rank(node, slot - this.groups.first[node]!);
  }

  private hide(chosen: readonly number[]): number[] {
    const { familyOf } = this.families;
    const changed = new Set<number>();
    const waiting = [...chosen];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      if (this.hidden[node] === 1) continue;
      this.hidden[node] = 1;
      for (let slot = this.groups.first[node]!; slot < this.groups.first[node + 1]!; slot += 1) {
        const family = familyOf[slot]!;
        if (family < 0) continue;
        this.shown[family]! -= this.people[node]!;
        this.suppressed[family]! += this.people[node]!;
        changed.add(family);
      }
      for (let i = this.finer.first[node]!; i < this.finer.first[node + 1]!; i += 1) waiting.push(this.finer.nodes[i]!);
    }
    return [...changed];
  }
}
