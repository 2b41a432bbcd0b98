/**
 * SQL that lays cases on the coarse grid of a curve, under the names that `blocks/curves` reads: `events30`,
 * `competing30`, `censored30` of the interval that ends at 30, and `beyond` for those followed past the last point.
 */
export interface Grid {
  /** In rising order; also what the points are called. */
  readonly points: readonly number[];
  /** SQL: how far the case was followed, in the unit of the points. */
  readonly time: string;
  /** SQL conditions of how it ended; neither is a case that was followed no longer. */
  readonly event: string;
  readonly competing?: string;
  /** SQL: what the case weighs. */
  readonly weight: string;
}

export function onGrid({ points, time, event, competing, weight }: Grid): string {
  const ended = { events: event, ...(competing && { competing }) };
  const censored = `not (${Object.values(ended).join(' or ')})`;
  const sum = (name: string, condition: string): string => `coalesce(sum(${weight}) filter (where ${condition}), 0) as "${name}"`;
  const within = (at: number): string => `${time} <= ${points[at]}${at > 0 ? ` and ${time} > ${points[at - 1]}` : ''}`;
  const kinds = Object.entries({ ...ended, censored });
  const columns = kinds.flatMap(([kind, how]) => points.map((point, at) => sum(`${kind}${point}`, `${how} and ${within(at)}`)));
  return [...columns, sum('beyond', `${time} > ${points.at(-1)}`)].join(', ');
}
