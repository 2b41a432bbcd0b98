import type { ReleasedBase, ReleasedScale, Sensitivity, StatisticTable } from '../kernel/index.js';

/** What each drawn statistic of a table is, as the file says it; all cells of a table have the same. */
export function scalesOf({ cells }: StatisticTable): Record<string, ReleasedScale> {
  const statistics = Object.entries(cells[0]?.statistics ?? {});
  return Object.fromEntries(statistics.map(([name, { sensitivity }]) => [name, scaleOf(sensitivity)]));
}

function scaleOf(sensitivity: Sensitivity): ReleasedScale {
  if (sensitivity.kind !== 'fit') return sensitivity;
  const { bound } = sensitivity;
  return typeof bound === 'number' ? { kind: 'fit', most: bound } : { kind: 'fit', ...bound };
}

/** What rule 3 tests, as the file says it: an open base by the name under which the table shows it, where it does. */
export function basesOf({ bases, cells }: StatisticTable): ReleasedBase[] {
  const open = Object.entries(cells[0]?.statistics ?? {}).filter(([, { sensitivity }]) => sensitivity.kind === 'open');
  return bases.flatMap((base): ReleasedBase[] => {
    if (base.kind === 'open') return open.map(([name]) => ({ of: [name] }));
    return [{ of: base.of, ...(base.least !== undefined && { least: base.least }) }];
  });
}
