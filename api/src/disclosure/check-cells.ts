import type { CellStatistics, StatisticTable } from '../kernel/index.js';
import type { Column } from './columns.js';
import { DisclosureRefusal } from './refusal.js';

const KEYS = /^[0-9a-f]{16}$/;

/**
 * Refuses a table on which protection could not rest: a special column that is not treated as one, an open fact beside it,
 * a secret column that does not enter the noise, a statistic that only some cells have.
 */
export function checkCells(table: StatisticTable, columns: readonly Column[]): void {
  if (table.special !== columns.some(({ special }) => special))
    throw new DisclosureRefusal('openWithSpecial', 'a table is marked special exactly when a special column takes part');
  const names = Object.keys(table.cells[0]?.statistics ?? {});
  for (const cell of table.cells) {
    checkOpenPeople(cell);
    checkConditions(cell, columns);
    checkNames(cell, names);
    if (table.special && names.some((name) => cell.statistics[name]!.sensitivity.kind === 'open'))
      throw new DisclosureRefusal('openWithSpecial', 'no open fact stands beside a special column');
  }
  checkTeams(table);
}

/** What a table about teams is called where subjects are named. */
const TEAMS = 'teams';
const FEWEST_TEAMS = 10;

/**
 * Statistics about teams are no evidence on people, so nothing else may pass for them: their tables say so, hold nothing
 * about people beside them and no exact number, and are tested on at least ten teams.
 */
function checkTeams({ cells, bases, special }: StatisticTable): void {
  const statistics = cells.flatMap((cell) => Object.values(cell.statistics));
  if (!statistics.some(({ columnsOf, subject }) => columnsOf === 'team' || subject === TEAMS)) return;
  const alone = statistics.every(
    ({ columnsOf, subject, sensitivity }) => columnsOf === 'team' && subject === TEAMS && sensitivity.kind !== 'open',
  );
  const enough = bases.length > 0 && bases.every((base) => base.kind === 'secret' && (base.least ?? 0) >= FEWEST_TEAMS);
  if (!alone || !enough || special)
    throw new DisclosureRefusal('teams', 'a table about teams holds nothing about people and is tested on at least ten teams');
}

function checkOpenPeople({ open }: CellStatistics): void {
  if (!Number.isInteger(open.count) || open.count < 0 || !KEYS.test(open.xor))
    throw new DisclosureRefusal('openPeople', 'open people are a whole number and 16 hexadecimal digits');
}

function checkConditions({ group, secret }: CellStatistics, columns: readonly Column[]): void {
  for (const { key, open } of columns)
    if (open ? key in secret : secret[key] !== group[key])
      throw new DisclosureRefusal('secretConditions', `the column ${key} is not where it belongs in the secret conditions`);
}

function checkNames({ statistics }: CellStatistics, names: readonly string[]): void {
  if (Object.keys(statistics).length !== names.length || !names.every((name) => statistics[name]))
    throw new DisclosureRefusal('statisticMissing', 'all cells of a table have the same statistics');
}
