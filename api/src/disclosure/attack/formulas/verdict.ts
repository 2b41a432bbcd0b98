/** Which adjusted p is too large for a verdict of lower or higher. */
const FALSE_FINDINGS = 0.05;

/** The verdict key of an interval of a ratio against the range that is treated as similar. */
export function verdictOf(
  lower: number,
  upper: number,
  adjustedP: number,
  similar: { readonly low: number; readonly high: number },
): string {
  const inside = lower >= similar.low && upper <= similar.high;
  if (lower <= 1 && upper >= 1) return inside ? 'similar' : 'cannot_tell';
  if (adjustedP > FALSE_FINDINGS) return 'cannot_tell';
  const side = upper < 1 ? 'lower' : 'higher';
  if (upper < similar.low || lower > similar.high) return `clearly_${side}`;
  return inside ? `slightly_${side}` : `${side}_unsure`;
}
