/** Text order in which 2 stands before 10. By code units, so that every machine agrees. */
export function naturalOrder(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const order = compareParts(left[at] ?? '', right[at] ?? '');
    if (order !== 0) return order;
  }
  return left.length - right.length || (a < b ? -1 : Number(a > b));
}

const partsOf = (text: string): string[] => text.match(/\d+|\D+/g) ?? [];

function compareParts(a: string, b: string): number {
  const [number, other] = [/^\d/.test(a) ? BigInt(a) : null, /^\d/.test(b) ? BigInt(b) : null];
  if (number !== null && other !== null) return number < other ? -1 : Number(number > other);
  return a < b ? -1 : Number(a > b);
}
