import { type Cohort, type Dimension, type DimensionValue, NOT_SAID } from '../kernel/index.js';
import type { MeasureContract } from '../measures/index.js';
import type { Settings } from '../governance/index.js';
import type { Track } from '../tracks/index.js';
import { naturalOrder } from './natural-order.js';

export const TENURE: readonly DimensionValue[] = [
  { key: '0-1', label: 'Less than 1 year' },
  { key: '1-2', label: '1 to 2 years' },
  { key: '2-4', label: '2 to 4 years' },
  { key: '4+', label: '4 years or more' },
  { key: NOT_SAID, label: 'Not said' },
];

/** What is said by eligible people in the open columns. */
export interface OpenValues {
  readonly team: readonly DimensionValue[];
  readonly level: ReadonlySet<string>;
  readonly location: ReadonlySet<string>;
  readonly tenure: ReadonlySet<string>;
}

/**
 * The columns by which a release may be split, in the order of the file.
 *
 * An open column takes part when it tells at least two groups apart. A declared characteristic always does, with the rows
 * of the settings, whether or not anybody holds them.
 */
export function dimensionsOf(open: OpenValues, settings: Settings, secret: readonly Dimension[]): Dimension[] {
  const columns: Dimension[] = [
    { key: 'team', label: 'Team', kind: 'tree', sensitivity: 'open', values: open.team },
    {
      key: 'level',
      label: 'Level',
      kind: 'ordered',
      sensitivity: 'open',
      values: plain(orderLevels(open.level, settings.levels)),
    },
    { key: 'location', label: 'Location', kind: 'nominal', sensitivity: 'open', values: plain(orderLevels(open.location, [])) },
    {
      key: 'tenure',
      label: 'Tenure',
      kind: 'ordered',
      sensitivity: 'open',
      values: TENURE.filter(({ key }) => open.tenure.has(key)),
    },
  ];
  const special = settings.demographics.map(({ column, label, values }): Dimension => ({
    key: column,
    label,
    kind: 'nominal',
    sensitivity: 'special',
    values: values.map((value) => ({ key: value.key, label: value.label })),
  }));
  const byKey = (a: Dimension, b: Dimension): number => (a.key < b.key ? -1 : 1);
  return [...columns.filter(tellsApart), ...special.sort(byKey), ...secret.filter(tellsApart).sort(byKey)];
}

/** The column of the tracks that ran in the period. */
export const trackDimension = (tracks: readonly Track[]): Dimension[] => [
  {
    key: 'track',
    label: 'Track',
    kind: 'nominal',
    sensitivity: 'secret',
    values: tracks.map(({ id, name }) => ({ key: id, label: name })),
  },
];

/** The columns of their own by which measures split the organisation; labels that stand in the data where none are named. */
export function splitDimensions(
  measures: readonly Pick<MeasureContract, 'splits' | 'populations'>[],
  tallies: Cohort['tallies'],
): Dimension[] {
  const found = new Map<string, Dimension>();
  for (const { splits = [], populations } of measures)
    for (const { key, label, values } of splits) {
      const said = populations.flatMap((population) => (tallies[population] ?? []).map(({ secret }) => secret[key] ?? ''));
      const own = values ?? plain([...new Set(said.filter((value) => value !== ''))].sort());
      const known = found.get(key)?.values ?? [];
      const merged = [...new Map([...known, ...own].map((value) => [value.key, value])).values()];
      found.set(key, { key, label, kind: 'nominal', sensitivity: 'secret', values: merged });
    }
  return [...found.values()];
}

const tellsApart = ({ values }: Dimension): boolean => values.length >= 2;

/** The named ones in their order, then the others in natural order, then those not said. */
function orderLevels(present: ReadonlySet<string>, named: readonly string[]): string[] {
  const others = [...present].filter((value) => !named.includes(value) && value !== NOT_SAID).sort(naturalOrder);
  return [...named.filter((value) => present.has(value)), ...others, ...(present.has(NOT_SAID) ? [NOT_SAID] : [])];
}

const plain = (values: readonly string[]): DimensionValue[] =>
  values.map((key) => ({ key, label: key === NOT_SAID ? 'Not said' : key }));
