import { amongGroup, groupAtStart, groupInside, groupName, type NamedValue, POPULATION } from './groups.js';
import { capital, interval, range, written } from './numbers.js';
import { clauseFor, fillClause, knownClause, openClause, tellsSign, tellsTimes } from './speech.js';

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
  /** The value that is told. */
  readonly value: string;
  /** Its printed name. */
  readonly valueLabel: string;
  readonly format: string;
}

const ends = (finding: EstimateFinding, spoken: Spoken): string =>
  finding.lower === null || finding.upper === null
    ? ''
    : `, ${interval(written(finding.lower, spoken.format), written(finding.upper, spoken.format))}`;

const who = (group: readonly NamedValue[]): string => (group.length === 0 ? POPULATION : groupInside(group));

const UNITS: Readonly<Record<string, string>> = { minutes: ' minutes', points: ' points', hours: ' hours' };

/** A value with its unit, where the format does not carry one. */
const amount = (value: number, spoken: Spoken): string => `${written(value, spoken.format)}${UNITS[spoken.format] ?? ''}`;

const clauseOf = (finding: EstimateFinding, spoken: Spoken): string =>
  clauseFor(spoken.measure, spoken.variant, spoken.value, finding.group.length === 0);

/** `{who}` at the start of a sentence keeps its capital. */
const whoIn = (clause: string, finding: EstimateFinding): string =>
  clause.startsWith('{who}') ? groupName(finding.group) : who(finding.group);

const among = (clause: string, finding: EstimateFinding): string => (clause.includes('{who}') ? '' : amongGroup(finding.group));

/** The estimate of one group as a clause; a sign that the clause tells in words is not written again. */
function told(finding: EstimateFinding, spoken: Spoken): string {
  const clause = clauseOf(finding, spoken);
  const said = fillClause(clause, {
    v: amount(tellsSign(clause) ? Math.abs(finding.value) : finding.value, spoken),
    who: whoIn(clause, finding),
    label: spoken.valueLabel,
    negative: finding.value < 0,
  });
  return capital(`${among(clause, finding)}${said}`);
}

/** Whether the interval leaves open in which direction the estimate lies: then no direction is claimed. */
function isOpen(finding: EstimateFinding, clause: string): boolean {
  const middle = tellsSign(clause) ? 0 : tellsTimes(clause) ? 1 : null;
  if (middle === null || finding.lower === null) return false;
  return finding.lower <= middle && (finding.upper ?? Infinity) >= middle;
}

function openSentence(finding: EstimateFinding, spoken: Spoken): string {
  const clause = clauseOf(finding, spoken);
  const times = tellsTimes(clause) ? ' times as much' : '';
  const upper = finding.upper === null ? 'an upper end we cannot estimate' : `${amount(finding.upper, spoken)}${times}`;
  return (
    `${openTitle(finding, spoken, 'We cannot tell whether')}: ` +
    `the data fit anything from ${written(finding.lower ?? 0, spoken.format)} to ${upper}.`
  );
}

function openTitle(finding: EstimateFinding, spoken: Spoken, opening: string): string {
  const clause = clauseOf(finding, spoken);
  const group = among(clause, finding);
  const rest = openClause(clause, who(finding.group));
  return group === '' ? `${opening} ${rest}` : `${group}${opening.charAt(0).toLowerCase()}${opening.slice(1)} ${rest}`;
}

const MOST_WORDS = 15;

function shortOpenTitle(finding: EstimateFinding, spoken: Spoken): string {
  const title = openTitle(finding, spoken, 'We cannot tell yet whether');
  return title.split(' ').length <= MOST_WORDS ? title : openTitle(finding, spoken, 'Unclear yet whether');
}

/** Whether this version has words of its own for a value; others are named by their contract and stand in the table. */
export const hasClause = (spoken: Spoken, whole: boolean): boolean =>
  knownClause(spoken.measure, spoken.variant, spoken.value, whole) !== null;

/** The estimate of one group in full: with its interval, and without a direction where the interval leaves it open. */
export function estimateSentence(finding: EstimateFinding, spoken: Spoken): string {
  if (isOpen(finding, clauseOf(finding, spoken))) return openSentence(finding, spoken);
  return `${told(finding, spoken)}${ends(finding, spoken)}.`;
}

/** The title of a table of estimates: the organisation's value where it is known, at most fifteen words. */
export function estimateTitle(whole: EstimateFinding | null, spoken: Spoken): string {
  if (whole === null) return `${capital(spoken.valueLabel)} is shown for each group with its interval`;
  return isOpen(whole, clauseOf(whole, spoken)) ? shortOpenTitle(whole, spoken) : told(whole, spoken);
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
