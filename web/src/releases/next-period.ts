/** The quarters a steward may want to build: those that lie before today, the newest first. */
export function buildable(published: readonly string[], today: string, most = 8): string[] {
  const newest = published.toSorted().at(-1);
  const start = later(newest ?? null, quarterBefore(today));
  return Array.from({ length: most }, (_, back) => shift(start, -back));
}

/** The last quarter that has ended on the given date. */
export function quarterBefore(date: string): string {
  const year = Number(date.slice(0, 4));
  const quarter = Math.floor((Number(date.slice(5, 7)) - 1) / 3) + 1;
  return shift(`${year}-Q${quarter}`, -1);
}

export function shift(period: string, steps: number): string {
  const index = Number(period.slice(0, 4)) * 4 + Number(period.slice(6)) - 1 + steps;
  return `${Math.floor(index / 4)}-Q${(index % 4) + 1}`;
}

const later = (a: string | null, b: string): string => (a !== null && a > b ? a : b);
