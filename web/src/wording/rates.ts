import { groupAtStart, groupName, type NamedValue, POPULATION } from './groups.js';
import { capital, interval, range, written } from './numbers.js';

/** An estimate with its interval, as released. */
export interface EstimateFinding {
  readonly group: readonly NamedValue[];
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** The words of a measure's contract that a sentence needs. */
export interface Spoken {
  readonly measure: string;
  readonly variant: string;
  readonly variantLabel: string;
  /** The printed name of the primary value. */
  readonly valueLabel: string;
  readonly format: string;
}

const ends = (finding: EstimateFinding, spoken: Spoken): string =>
  finding.lower === null || finding.upper === null
    ? ''
    : `, ${interval(written(finding.lower, spoken.format), written(finding.upper, spoken.format))}`;

const role = (variant: string): string => (variant.startsWith('mentor') ? 'mentors' : 'mentees');

const who = (group: readonly NamedValue[]): string => (group.length === 0 ? POPULATION : groupName(group));

/** A value with its unit, where the format does not carry one. */
function amount(value: number, spoken: Spoken): string {
  const text = written(value, spoken.format);
  return spoken.format !== 'minutes' ? text : `${text} minutes`;
}

/** The estimate of one group as a sentence without its final stop. */
export function estimateClause(finding: EstimateFinding, spoken: Spoken): string {
  const value = amount(finding.value, spoken);
  if (spoken.measure === 'participation')
    return `About ${value} of ${who(finding.group)} take part as ${role(spoken.variant)}${ends(finding, spoken)}`;
  if (spoken.measure === 'dose')
    return `${capital(role(spoken.variant))} ${among(finding.group)}meet for about ${minutes(finding, spoken)} a month${ends(finding, spoken)}`;
  return `${capital(spoken.valueLabel)} of ${who(finding.group)} is about ${value}${ends(finding, spoken)}`;
}

const among = (group: readonly NamedValue[]): string => (group.length === 0 ? '' : `among ${groupName(group)} `);

const minutes = (finding: EstimateFinding, spoken: Spoken): string => `${written(finding.value, spoken.format)} minutes`;

export const estimateSentence = (finding: EstimateFinding, spoken: Spoken): string => `${estimateClause(finding, spoken)}.`;

/** The title of a table of estimates: the organisation's value where it is known, at most fifteen words. */
export function estimateTitle(whole: EstimateFinding | null, spoken: Spoken): string {
  if (whole === null) return `${capital(spoken.valueLabel)}: these groups are shown with their intervals`;
  return estimateClause({ ...whole, lower: null, upper: null }, spoken);
}

/** How far the groups shown lie apart, without naming a first or a last one. */
export function spreadSentence(findings: readonly EstimateFinding[], spoken: Spoken): string {
  const values = findings.map((finding) => finding.value);
  if (values.length < 2) return '';
  const [least, most] = [Math.min(...values), Math.max(...values)].map((v) => written(v, spoken.format));
  return `The groups shown run from ${range(least ?? '', most ?? '')}; read each with its interval, small groups move by chance.`;
}

/** Everyone is counted, and still there is an interval. */
export const CENSUS_NOTE = 'Everyone is counted, but small groups still move up and down by chance. The interval shows how much.';

/** The accessible sentence for one group's mark in a chart. */
export const markSentence = (finding: EstimateFinding, spoken: Spoken): string =>
  `${groupAtStart(finding.group)}: ${amount(finding.value, spoken)}${ends(finding, spoken)}`;

/** Two successive quarters of one estimate. Overlapping intervals are read as chance. */
export function estimateChange(now: EstimateFinding, before: EstimateFinding, spoken: Spoken, beforeLabel: string): string {
  const past = `In ${beforeLabel} it was ${amount(before.value, spoken)}${ends(before, spoken)}`;
  if (now.lower === null || now.upper === null || before.lower === null || before.upper === null) return `${past}.`;
  const apart = now.upper < before.lower || before.upper < now.lower;
  return apart
    ? `${past}: more than chance would usually explain.`
    : `${past}: this is within the variation we expect by chance.`;
}
