import type { Derivation, Formula, ReleasedTable } from '../../../kernel/index.js';
import type { Indexed, Section, ShownPlace } from '../places.js';
import type { Answer } from './answer.js';
import { EveryoneElse } from './everyone-else.js';
import type { Families } from './families.js';

/** Where the values of one table are recomputed. */
export class Scene {
  private readonly done = new WeakMap<object, Map<string, unknown>>();

  constructor(
    readonly table: ReleasedTable,
    readonly section: Section,
    readonly file: Indexed,
    readonly families: Families,
  ) {}

  everyoneElse(of: readonly string[]): EveryoneElse {
    return this.once(this.table, `everyone else ${of.join('\n')}`, () => {
      return new EveryoneElse(this.table, of, this.section, this.file.columns);
    });
  }

  /** Several values come from one estimate; it is made once. */
  once<Result>(owner: object, what: string, make: () => Result): Result {
    const known = this.done.get(owner) ?? new Map<string, unknown>();
    this.done.set(owner, known);
    if (!known.has(what)) known.set(what, make());
    return known.get(what) as Result;
  }
}

/** One formula: the value of a cell from drawn statistics, and from values where it starts from those. */
export type Follow = (place: ShownPlace, derivation: Derivation, scene: Scene) => Answer;
export type Follows<Part extends Formula> = Readonly<Record<Part, Follow>>;

/** What makes two formulas start from the same. */
export const sameStart = (what: string, { of, parameters }: Derivation): string => JSON.stringify([what, of, parameters]);
