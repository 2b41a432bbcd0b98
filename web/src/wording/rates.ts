import { saying, t } from '../language/index.js';
import { amongGroup, groupAtStart, groupInside, groupName, type NamedValue, ofGroup, population } from './groups.js';
import { capital, interval, range, written } from './numbers.js';
import { MORE_THAN_CHANCE, WITHIN_CHANCE } from './parity.js';
import { type Clause, clauseFor, fillClause, knownClause, namesGroup, openClause, tellsSign, tellsTimes } from './speech.js';

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

const intervalOf = (finding: EstimateFinding, spoken: Spoken): string =>
  finding.lower === null || finding.upper === null
    ? ''
    : interval(written(finding.lower, spoken.format), written(finding.upper, spoken.format));

const UNITS: Readonly<Record<string, string>> = {
  minutes: saying('{amount} minutes'),
  points: saying('{amount} points'),
  hours: saying('{amount} hours'),
};

/** A value with its unit, where the format does not carry one. */
function amount(value: number, { format }: Spoken): string {
  const unit = UNITS[format];
  return unit === undefined ? written(value, format) : t(unit, { amount: written(value, format) });
}

const clauseOf = (finding: EstimateFinding, spoken: Spoken): Clause =>
  clauseFor(spoken.measure, spoken.variant, spoken.value, finding.group.length === 0);

const who = (group: readonly NamedValue[]): string => (group.length === 0 ? population() : groupInside(group));

/** A group that the clause does not name stands before it. */
const withGroup = (clause: Clause, finding: EstimateFinding, said: string): string =>
  namesGroup(clause) === null ? amongGroup(finding.group, said) : said;

/** The estimate of one group as a clause; a sign that the clause tells in words is not written again. */
function told(finding: EstimateFinding, spoken: Spoken): string {
  const clause = clauseOf(finding, spoken);
  const said = fillClause(clause, {
    v: amount(tellsSign(clause) ? Math.abs(finding.value) : finding.value, spoken),
    // At the start of a sentence a group keeps its capital.
    who: namesGroup(clause) === 'first' ? groupName(finding.group) : who(finding.group),
    ofWho: ofGroup(finding.group),
    label: spoken.valueLabel,
    negative: finding.value < 0,
  });
  return capital(withGroup(clause, finding, said));
}

/** Whether the interval leaves open in which direction the estimate lies: then no direction is claimed. */
function isOpen(finding: EstimateFinding, clause: Clause): boolean {
  const middle = tellsSign(clause) ? 0 : tellsTimes(clause) ? 1 : null;
  if (middle === null || finding.lower === null) return false;
  return finding.lower <= middle && (finding.upper ?? Infinity) >= middle;
}

const CANNOT_TELL = { start: saying('We cannot tell whether {rest}'), inside: saying('we cannot tell whether {rest}') };
const CANNOT_TELL_YET = {
  start: saying('We cannot tell yet whether {rest}'),
  inside: saying('we cannot tell yet whether {rest}'),
};
const UNCLEAR = { start: saying('Unclear yet whether {rest}'), inside: saying('unclear yet whether {rest}') };

function openTitle(finding: EstimateFinding, spoken: Spoken, opening: typeof CANNOT_TELL): string {
  const clause = clauseOf(finding, spoken);
  const rest = openClause(clause, { who: who(finding.group), ofWho: ofGroup(finding.group) });
  const alone = finding.group.length === 0 || namesGroup(clause) !== null;
  return alone ? t(opening.start, { rest }) : amongGroup(finding.group, t(opening.inside, { rest }));
}

function openSentence(finding: EstimateFinding, spoken: Spoken): string {
  const lower = written(finding.lower ?? 0, spoken.format);
  const opening = openTitle(finding, spoken, CANNOT_TELL);
  if (finding.upper === null)
    return t('{opening}: the data fit anything from {lower} to an upper end we cannot estimate.', { opening, lower });
  const upper = amount(finding.upper, spoken);
  return tellsTimes(clauseOf(finding, spoken))
    ? t('{opening}: the data fit anything from {lower} to {upper} times as much.', { opening, lower, upper })
    : t('{opening}: the data fit anything from {lower} to {upper}.', { opening, lower, upper });
}

const MOST_WORDS = 15;

function shortOpenTitle(finding: EstimateFinding, spoken: Spoken): string {
  const title = openTitle(finding, spoken, CANNOT_TELL_YET);
  return title.split(' ').length <= MOST_WORDS ? title : openTitle(finding, spoken, UNCLEAR);
}

/** Whether this version has words of its own for a value; others are named by their contract and stand in the table. */
export const hasClause = (spoken: Spoken, whole: boolean): boolean =>
  knownClause(spoken.measure, spoken.variant, spoken.value, whole) !== null;

/** The estimate of one group in full: with its interval, and without a direction where the interval leaves it open. */
export function estimateSentence(finding: EstimateFinding, spoken: Spoken): string {
  if (isOpen(finding, clauseOf(finding, spoken))) return openSentence(finding, spoken);
  return `${withInterval(told(finding, spoken), finding, spoken)}.`;
}

/** A clause with the interval behind it, where there is one. */
function withInterval(said: string, finding: EstimateFinding, spoken: Spoken): string {
  const between = intervalOf(finding, spoken);
  return between === '' ? said : t('{said}, {interval}', { said, interval: between });
}

/** The title of a table of estimates: the organisation's value where it is known, at most fifteen words. */
export function estimateTitle(whole: EstimateFinding | null, spoken: Spoken): string {
  if (whole === null) return t('{value}: each group with its interval', { value: capital(spoken.valueLabel) });
  return isOpen(whole, clauseOf(whole, spoken)) ? shortOpenTitle(whole, spoken) : told(whole, spoken);
}

/** How far the groups shown lie apart, without naming a first or a last one. */
export function spreadSentence(findings: readonly EstimateFinding[], spoken: Spoken): string {
  const values = findings.map((finding) => finding.value);
  if (values.length < 2) return '';
  const [least, most] = [Math.min(...values), Math.max(...values)].map((v) => written(v, spoken.format));
  return t('The groups shown run from {range}; read each with its interval, small groups move by chance.', {
    range: range(least ?? '', most ?? ''),
  });
}

/** Everyone is counted, and still there is an interval. */
export const CENSUS_NOTE = saying(
  'Everyone is counted, but small groups still move up and down by chance. The interval shows how much.',
);

/** The accessible sentence for one group's mark in a chart. */
export const markSentence = (finding: EstimateFinding, spoken: Spoken): string =>
  withInterval(`${groupAtStart(finding.group)}: ${amount(finding.value, spoken)}`, finding, spoken);

/** Two successive quarters of one estimate. Overlapping intervals are read as chance. */
export function estimateChange(now: EstimateFinding, before: EstimateFinding, spoken: Spoken, beforeLabel: string): string {
  const past = { period: beforeLabel, value: amount(before.value, spoken), interval: intervalOf(before, spoken) };
  if (past.interval === '') return t('In {period} it was {value}.', past);
  if (now.lower === null || now.upper === null || before.lower === null || before.upper === null)
    return t('In {period} it was {value}, {interval}.', past);
  const apart = now.upper < before.lower || before.upper < now.lower;
  return t(apart ? MORE_THAN_CHANCE : WITHIN_CHANCE, past);
}
