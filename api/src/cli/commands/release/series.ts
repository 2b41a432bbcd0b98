import { Command } from 'commander';
import type { Group, ReleasedValue } from '../../../kernel/index.js';
import { Refusal } from '../../../platform/index.js';
import type { SeriesPoint } from '../../../releases/index.js';
import { answer, tableLines } from '../../answer.js';
import { withEntities } from '../../with-installation.js';

interface SeriesFlags {
  readonly variant: string;
  readonly group?: readonly string[];
  readonly value?: string;
  readonly json?: boolean;
}

/** `overstory release series`: one group over all published periods. */
export function seriesCommand(): Command {
  return new Command('series')
    .description('the values of one group over the published periods, with breaks of method [b] and changes beyond chance')
    .argument('<measure>', 'like participation')
    .option('--variant <variant>', 'whom it is about', 'mentee')
    .option('--group <column=value...>', 'like team=eng/platform; the whole organisation if not given')
    .option('--value <key>', 'the value to list; the measure’s first one with an interval if not given')
    .option('--json', 'print one JSON object')
    .action(run);
}

async function run(measure: string, { variant, group: named = [], value, json }: SeriesFlags): Promise<void> {
  const { readSeries, RELEASE_ENTITIES } = await import('../../../releases/index.js');
  const { measureOf } = await import('../../../measures/index.js');
  const contract = measureOf(measure);
  if (!contract) throw new Refusal('measure-unknown', `There is no measure ${measure}.`, 2);
  const group = groupFrom(named);
  const points = await withEntities('reader', RELEASE_ENTITIES, (tx) => readSeries(tx, { measure, variant, group }));
  const key = value ?? contract.necessary;
  answer(
    json,
    { measure, variant, group, points },
    tableLines(
      ['period', key, 'since before', ''],
      points.map((point) => row(point, key)),
    ),
  );
}

function groupFrom(named: readonly string[]): Group {
  const pairs = named.map((text) => /^([^=]+)=(.+)$/.exec(text)?.slice(1));
  if (pairs.every((pair) => pair !== undefined)) return Object.fromEntries(pairs as [string, string][]);
  throw new Refusal('group-invalid', 'A group is named by column=value, like team=eng/platform.', 2);
}

const SAID = { higher: 'higher, more than chance', lower: 'lower, more than chance', withinChance: 'within chance' } as const;

function row({ period, status, values, breaks, changes, restates }: SeriesPoint, key: string): string[] {
  const change = changes[key];
  const since = change ? `${SAID[change.verdict]} (since ${change.since})` : '';
  const shown = status === 'shown' ? written(values[key]) : status;
  return [
    period,
    shown,
    breaks.length > 0 ? '[b] not comparable with before' : since,
    restates ? `restates ${restates.releaseId}` : '',
  ];
}

function written(value: ReleasedValue | undefined): string {
  if (typeof value === 'number') return String(Number(value.toPrecision(4)));
  return typeof value === 'string' ? value : (value?.reason ?? '');
}
