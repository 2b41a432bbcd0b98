import { type Derivation, type Estimate, estimated } from '../../kernel/index.js';
import { inequality, theil, type TheilResult } from '../../statistics/index.js';
import type { Scene, ShownCell } from './scene.js';
import { named } from './values.js';

/** The public value that stands for each bin. */
const valuesOf = ({ of, parameters = {} }: Derivation): number[] => of.map((_, i) => parameters[`value${i + 1}`] ?? NaN);

const weightsOf = ({ drawn }: ShownCell, of: readonly string[]): number[] => of.map((name) => named(drawn, name).value);

/** Gini and the share of the top tenth, from drawn bins; a bin drawn below 0 counts as empty. */
export const concentrationOf = (cell: ShownCell, derivation: Derivation): ReturnType<typeof inequality> =>
  inequality({ values: valuesOf(derivation), weights: weightsOf(cell, derivation.of) });

/** Theil's index within one group. */
export function theilOf(cell: ShownCell, derivation: Derivation): Estimate<number> {
  const found = splitOver([cell], derivation);
  return found.kind === 'notEstimable' ? found : estimated(found.value.theil);
}

/** Theil's index over the shown groups of the cell's own layer, split into within and between. */
export const theilOver = (cell: ShownCell, derivation: Derivation, scene: Scene): Estimate<TheilResult> =>
  splitOver([cell, ...scene.others(cell)], derivation);

function splitOver(cells: readonly ShownCell[], derivation: Derivation): Estimate<TheilResult> {
  const values = valuesOf(derivation);
  return theil({
    values: cells.flatMap(() => values),
    groups: cells.flatMap((_, group) => values.map(() => group)),
    weights: cells.flatMap((cell) => weightsOf(cell, derivation.of)),
  });
}
