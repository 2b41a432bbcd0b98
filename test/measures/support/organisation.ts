import {
  type Cohort,
  type Drawn,
  type Group,
  parsePeriod,
  type ReleasedValue,
  type StatisticTable,
} from '../../../api/src/kernel/index.js';
import { parseSettings, type Settings, STANDARD } from '../../../api/src/governance/index.js';
import { deriveTables, type MeasureContract, measureOf } from '../../../api/src/measures/index.js';
import { readCohort } from '../../../api/src/releases/read-cohort.js';
import { send } from '../../ingest/support/loading.js';
import { freshInstallation } from '../../support/database.js';

/** A made-up organisation: one CSV text for each file of the data dictionary, `people` for people.csv. */
export interface Organisation {
  readonly files: Readonly<Record<string, string>>;
  /** As `overstory settings set` takes them. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/**
 * Loads the texts into a database of their own, through the product's ingest. Lines may be indented.
 *
 * @returns what reads the cohort of a period.
 * @throws Error where ingest rejects a row: a hand-made organisation holds no mistakes that its test does not know of.
 */
export async function organisation({ files, settings: given = {} }: Organisation): Promise<(period: string) => Promise<Cohort>> {
  const installation = await freshInstallation();
  const settings: Settings = parseSettings(given);
  const texts = Object.entries(files).map(([name, text]) => [`${name}.csv`, withoutIndent(text)] as const);
  const load = await send(installation, Object.fromEntries(texts), { settings });
  const rejected = load.files.filter((file) => file.rejected > 0 || file.state === 'refused').map(({ file }) => file);
  if (rejected.length > 0) throw new Error(`ingest does not take all rows of ${rejected.join(', ')}`);
  return (period) => readCohort(installation.pool('curator'), parsePeriod(period), 1, settings);
}

const withoutIndent = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n') + '\n';

/** A table of a measure: which variant (the first where left out) and by which columns (none: the organisation). */
export interface Asked {
  readonly variant?: string;
  readonly by?: readonly string[];
}

export function contractOf(measure: string): MeasureContract {
  const contract = measureOf(measure);
  if (!contract) throw new Error(`there is no measure ${measure}`);
  return contract;
}

/** A measure's table before protection, teams by the top layer; null where the cohort cannot answer. */
export function exactTable(cohort: Cohort, measure: string, { variant, by = [] }: Asked = {}): StatisticTable | null {
  const contract = contractOf(measure);
  const asked = contract.variants.find(({ key }) => variant === undefined || key === variant);
  if (!asked) throw new Error(`${measure} has no variant ${variant}`);
  const planned = { breakdown: by, depths: by.includes('team') ? [1] : [] };
  return contract.tableOf(cohort, asked, planned, { minimumOpen: 30, minimumSpecialBase: 50 });
}

const nameOf = (group: Group, by: readonly string[]): string => by.map((key) => group[key]).join(' × ') || 'organisation';

/** The exact numbers of a measure's table, by group (`organisation` where it is not split) and name. */
export function exactly(cohort: Cohort, measure: string, asked: Asked = {}): Record<string, Record<string, number>> {
  const table = exactTable(cohort, measure, asked);
  if (!table) throw new Error(`${measure} has no such table here`);
  const cells = table.cells.map(({ group, statistics }) => {
    const numbers = Object.entries(statistics).map(([name, { exact }]) => [name, exact.value] as const);
    return [nameOf(group, asked.by ?? []), Object.fromEntries(numbers)] as const;
  });
  return Object.fromEntries(cells);
}

/** What a measure displays where nothing is noisy and nothing hidden: its formulas over the exact numbers, by group and value. */
export function figures(
  cohort: Cohort,
  measure: string,
  { variant, by = [] }: Asked = {},
): Record<string, Readonly<Record<string, ReleasedValue>>> {
  const contract = contractOf(measure);
  const wanted = by.length === 0 ? [[]] : [[], by];
  const tables = wanted.flatMap((breakdown) => exactTable(cohort, measure, { ...(variant && { variant }), by: breakdown }) ?? []);
  const derived = deriveTables(
    tables.map((table) => ({
      table: {
        ...table,
        cells: table.cells.map(({ group, statistics }) => ({ group, status: 'shown', drawn: noiseless(statistics) })),
      },
      unit: contract.unit,
      subject: contract.subject,
      bases: [],
      scales: {},
      derived: contract.derivedOf(table, cohort, table.variant),
      necessary: contract.necessary,
    })),
    { dimensions: cohort.dimensions, policy: STANDARD.disclosure },
  );
  const cells = derived.at(-1)?.cells ?? [];
  return Object.fromEntries(cells.map((cell) => [nameOf(cell.group, by), cell.status === 'shown' ? cell.values : {}]));
}

function noiseless(statistics: StatisticTable['cells'][number]['statistics']): Record<string, Drawn> {
  return Object.fromEntries(Object.entries(statistics).map(([name, { exact }]) => [name, { value: exact.value, noise: 0 }]));
}
