/** Times closer than this share of their mean size are one time; rounding in the last digits makes no new moment. */
const SAME = Math.sqrt(Number.EPSILON);

/** The distinct times in rising order; of times that differ by rounding alone the first stands for all. */
export function distinctTimes(times: ArrayLike<number>): Float64Array {
  const sorted = Float64Array.from(times).sort();
  const tolerance = SAME * meanSize(sorted);
  let kept = 0;
  let last = Number.NEGATIVE_INFINITY;
  for (const time of sorted) {
    if (time - last > tolerance) sorted[kept++] = time;
    last = time;
  }
  return sorted.subarray(0, kept);
}

/** Mean size of the different values in a sorted list. */
function meanSize(sorted: Float64Array): number {
  let sum = 0;
  let different = 0;
  for (let i = 0; i < sorted.length; i++) {
    if (sorted[i] === sorted[i - 1]) continue;
    sum += Math.abs(sorted[i]!);
    different += 1;
  }
  return different === 0 ? 0 : sum / different;
}

/** The place of the last distinct time that is not after this one; −1 before the first. */
export function placeOf(distinct: Float64Array, time: number): number {
  let low = 0;
  let high = distinct.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((distinct[middle] as number) <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
