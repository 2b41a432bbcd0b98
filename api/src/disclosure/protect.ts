import type {
  CellStatistics,
  DisclosurePolicy,
  Drawn,
  ProtectedCell,
  ProtectedTable,
  StatisticRelease,
} from '../kernel/index.js';
import { decide, type DecidedTable, type Draw } from './decide.js';
import { drawing, type Secret } from './draw.js';

/**
 * Decides which cells of a release are shown, and draws them (rules 0 to 4 of `docs/disclosure.md`).
 *
 * @param policy its `noiseLevel` is the one of this release; see `chooseNoiseLevel`.
 * @returns the tables and cells in the order of the input; which are shown, and as what, does not depend on that order.
 * @throws DisclosureRefusal where the input breaks an assumption on which protection rests.
 */
export function protect(release: StatisticRelease, policy: DisclosurePolicy, secret: Secret): readonly ProtectedTable[] {
  return [...protectedInTurn(release, policy, secret)];
}

/** The same, each table drawn when it is asked for: what becomes of one may be done before the next is made. */
export function* protectedInTurn(
  release: StatisticRelease,
  policy: DisclosurePolicy,
  secret: Secret,
): Generator<ProtectedTable, undefined> {
  const draw = drawing(secret, policy.noiseLevel);
  for (const table of decide(release, policy, draw)) yield show(table, draw);
}

function show({ table, nodes, hidden }: DecidedTable, draw: Draw): ProtectedTable {
  const { measure, variant, breakdown, special } = table;
  const cells = table.cells.map((cell, i): ProtectedCell => {
    if (hidden[nodes[i]!] === 1) return { group: cell.group, status: 'suppressed' };
    if (cell.open.count === 0) return { group: cell.group, status: 'structuralZero' };
    return { group: cell.group, status: 'shown', drawn: drawAll(cell, draw) };
  });
  return { measure, variant, breakdown, special, cells };
}

function drawAll(cell: CellStatistics, draw: Draw): Record<string, Drawn> {
  const drawn: Record<string, Drawn> = {};
  for (const name of Object.keys(cell.statistics)) drawn[name] = draw(cell, name);
  return drawn;
}
