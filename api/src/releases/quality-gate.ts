import { locale, saying, t } from '#language';
import type pg from 'pg';
import type { QualityFloors, QualityGate, ReleasedTable, ReleasedValue, WithheldMeasure } from '../kernel/index.js';
import { type MeasureContract, MEASURES } from '../measures/index.js';
import { populationOf } from '../microdata/index.js';
import { asRead } from './assemble.js';

/** The measure by which the data themselves are judged. It is told whatever it says. */
const QUALITY = 'data_quality';

/** Files that change when something happens in the organisation, not with every period. */
const STANDING = ['people', 'tracks'];

/** By file, the day of the newest load in force that brought it, as known at a load. */
export type Freshness = ReadonlyMap<string, string>;

/** Reads when files were loaded: dates that everybody may know. */
export async function readFreshness(pool: pg.Pool, loadNo: number): Promise<Freshness> {
  const { rows } = await pool.query<{ file: string; day: string }>(
    `select f.file, to_char(max(l.known_at) at time zone 'UTC', 'YYYY-MM-DD') as day
     from jobs.load_file f join jobs.load l using (load_id)
     where l.load_no <= $1 and l.withdraws is null and f.state <> 'refused'
       and not exists (select from jobs.load w where w.withdraws = l.load_id and w.load_no <= $1)
     group by f.file order by f.file`,
    [loadNo],
  );
  return new Map(rows.map(({ file, day }) => [file, day]));
}

export interface Assessed {
  readonly floors: QualityFloors;
  readonly freshness: Freshness;
  /** The last day of the period. */
  readonly endsOn: string;
}

/**
 * Holds every measure against the floors, from what `data_quality` shows and from dates of loads: what is hidden there, or
 * so little off that chance and noise could have done it, withholds nothing.
 */
export function assessQuality(tables: readonly ReleasedTable[], { floors, freshness, endsOn }: Assessed): QualityGate {
  const greatest = { column: upperLimits(tables, 'data_column'), file: upperLimits(tables, 'data_file') };
  const isShort = (share: number | undefined, floor: number): boolean => share !== undefined && share < floor;
  const withheld = MEASURES.filter(({ key }) => key !== QUALITY).flatMap((contract): WithheldMeasure[] => {
    const files = filesOf(contract);
    const columns = contract.restsOn ?? [];
    const below = (because: WithheldMeasure['because']) => (of: string) => ({ measure: contract.key, because, of });
    return [
      ...columns.filter((column) => isShort(greatest.column.get(column), floors.coverage)).map(below('coverage')),
      ...files.filter((file) => isShort(greatest.file.get(file), 1 - floors.pending)).map(below('pending')),
      ...staleOf(files, { floors, freshness, endsOn }).map(below('freshness')),
    ];
  });
  const loaded = [...freshness].filter(([file]) => file !== '').map(([file, newestLoad]) => ({ file, newestLoad }));
  return { floors, files: loaded, withheld };
}

/** The files of a measure: those of what it counts, and of the columns on which it rests. */
function filesOf({ populations, restsOn = [] }: MeasureContract): string[] {
  const counted = populations.flatMap((population) => populationOf(population).files);
  return [...new Set([...counted, ...restsOn.map((column) => column.split('.')[0] ?? '')])].sort();
}

/** The newest of a measure's files, where even that is too old. */
function staleOf(files: readonly string[], { floors, freshness, endsOn }: Assessed): string[] {
  const dated = files
    .filter((file) => !STANDING.includes(file))
    .flatMap((file): (readonly [file: string, day: string])[] => {
      const day = freshness.get(file);
      return day === undefined ? [] : [[file, day]];
    });
  const newest = dated.reduce<readonly [string, string] | null>(
    (found, one) => (found && found[1] >= one[1] ? found : one),
    null,
  );
  return newest && daysBetween(newest[1], endsOn) > floors.newestLoadDays ? [newest[0]] : [];
}

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** By column or file the most that its complete share can be, where the file shows it. */
function upperLimits(tables: readonly ReleasedTable[], by: string): Map<string, number> {
  const table = tables.find(({ measure, breakdown }) => measure === QUALITY && breakdown.join() === by);
  return new Map(
    (table?.cells ?? []).flatMap((cell) => {
      const upper: ReleasedValue | undefined = cell.status === 'shown' ? cell.values['shareUpper'] : undefined;
      return typeof upper === 'number' ? [[cell.group[by] ?? '', upper] as const] : [];
    }),
  );
}

/** Takes every number of a withheld measure away, and with it every verdict that would have rested on it. */
export function withhold(tables: readonly ReleasedTable[], { withheld }: QualityGate): ReleasedTable[] {
  const below = new Set(withheld.map(({ measure }) => measure));
  return tables.map((table) => {
    if (!below.has(table.measure)) return table;
    const cells = table.cells.map((cell) =>
      cell.status === 'shown' || cell.status === 'notEstimable'
        ? ({ group: cell.group, status: 'notEstimable', reason: 'quality' } as const)
        : cell,
    );
    return asRead({ ...table, cells });
  });
}

const percent = (share: number): string =>
  `${(Math.round(share * 1000) / 10).toLocaleString(locale(), { useGrouping: false })} %`;

const WITHHELD = {
  coverage: saying('{measure} is withheld: too few rows say {of}.'),
  pending: saying('{measure} is withheld: too many rows of {of} wait.'),
  freshness: saying('{measure} is withheld: {of} was last loaded too long ago.'),
} as const;

/** The gate in sentences: the floors, and what was withheld for which reason. */
export function describeQuality({ floors, withheld }: QualityGate): string[] {
  const { coverage, pending, newestLoadDays } = floors;
  const asked = t(
    'Asked of the data: {coverage} of each column filled, at most {pending} of a file\u2019s rows waiting, the newest load at most {days} days old at the end of the period.',
    { coverage: percent(coverage), pending: percent(pending), days: newestLoadDays },
  );
  const labels = new Map(MEASURES.map(({ key, label }) => [key, label]));
  const told = withheld.map(({ measure, because, of }) =>
    t(WITHHELD[because], { measure: t(labels.get(measure) ?? measure), of }),
  );
  return [asked, ...(told.length > 0 ? told : [t('No measure is below.')])];
}
