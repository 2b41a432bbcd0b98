/** The quarter so many after another: `2026-Q3` and 2 make `2027-Q1`. */
export function following(period: string, ahead: number): string {
  const [, year = '0', quarter = '1'] = /^(\d{4})-Q([1-4])$/.exec(period) ?? [];
  const at = Number(year) * 4 + Number(quarter) - 1 + ahead;
  return `${Math.floor(at / 4)}-Q${(at % 4) + 1}`;
}
