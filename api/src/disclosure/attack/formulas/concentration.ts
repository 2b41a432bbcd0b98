import type { Derivation } from '../../../kernel/index.js';
import { inequality, theil, type TheilResult } from '../../../statistics/index.js';
import type { Estimate } from '../../../kernel/index.js';
import type { ShownCell, ShownPlace } from '../places.js';
import { drawsOf } from './draws.js';
import { layerOf } from './everyone-else.js';
import { sameStart, type Follow, type Follows, type Scene } from './scene.js';

/** The people of each bin; one below 0 counts as empty. */
const peopleOf = (cell: ShownCell, { of }: Derivation): number[] | undefined =>
  drawsOf(cell, of)?.map(({ value }) => Math.max(0, value));

function binsOf({ of, parameters = {} }: Derivation): number[] | undefined {
  const values = of.map((_, i) => parameters[`value${i + 1}`]);
  return values.includes(undefined) ? undefined : (values as number[]);
}

const unequal =
  (figure: 'gini' | 'topDecileShare'): Follow =>
  ({ cell }, derivation) => {
    const [values, weights] = [binsOf(derivation), peopleOf(cell, derivation)];
    if (!values || !weights) return undefined;
    const found = inequality({ values, weights });
    return found.kind === 'notEstimable' ? { reason: found.reason } : found.value[figure];
  };

/** Theil's T over cells, each a group. */
function theilOver(cells: readonly ShownCell[], derivation: Derivation): Estimate<TheilResult> | undefined {
  const [bins, people] = [binsOf(derivation), cells.map((cell) => peopleOf(cell, derivation))];
  if (!bins || people.includes(undefined)) return undefined;
  return theil({
    values: people.flatMap(() => bins),
    groups: people.flatMap((_, group) => bins.map(() => group)),
    weights: people.flatMap((counts) => counts!),
  });
}

/** The shown cells that lie beside a cell, itself among them: those of its layer, which are disjoint. */
function layerCells({ table, cell }: ShownPlace, { file }: Scene): ShownCell[] {
  const own = layerOf(cell, table, file.columns);
  return table.cells.filter(
    (other): other is ShownCell => other.status === 'shown' && layerOf(other, table, file.columns) === own,
  );
}

const ofTheil =
  (figure: keyof TheilResult): Follow =>
  (place, derivation, scene) => {
    const found =
      figure === 'theil'
        ? theilOver([place.cell], derivation)
        : scene.once(
            place.table,
            `${layerOf(place.cell, place.table, scene.file.columns)} ${sameStart('theil', derivation)}`,
            () => theilOver(layerCells(place, scene), derivation),
          );
    return found && (found.kind === 'notEstimable' ? { reason: found.reason } : found.value[figure]);
  };

export const CONCENTRATION: Follows<'gini' | 'topShare' | 'theil' | 'theilBetween' | 'theilWithin'> = {
  gini: unequal('gini'),
  topShare: unequal('topDecileShare'),
  theil: ofTheil('theil'),
  theilBetween: ofTheil('between'),
  theilWithin: ofTheil('within'),
};
