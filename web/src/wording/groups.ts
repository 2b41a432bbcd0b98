import { capital } from './numbers.js';

/** One place of a group in one dimension, with its printed names. */
export interface NamedValue {
  readonly dimension: string;
  readonly dimensionLabel: string;
  readonly value: string;
  readonly label: string;
}

/** What the organisation's people are called. One word, one place. */
export const POPULATION = 'engineers';

const isCharacteristic = (dimension: string): boolean => dimension.startsWith('demo_');
const isNotSaid = (value: string): boolean => value === '(not said)';
const isHere = (value: string): boolean => value.endsWith('(here)');

/** `2` of the dimension Level is `Level 2`; `Level 2` and `Senior` speak for themselves. */
function valueName(part: NamedValue): string {
  return /^[\d.+<>-]+$/.test(part.label) ? `${part.dimensionLabel} ${part.label}` : part.label;
}

/** `0-1` as `0 to 1 years`, `4+` as `4 or more years`. */
function tenure(label: string): string {
  const years = /years?/.test(label) ? label.replace(/^[A-Z]/, (letter) => letter.toLowerCase()) : `${label} years`;
  return years.replace(/(\d)\s*[-\u2013]\s*(\d)/, '$1 to $2').replace(/(\d)\+/, '$1 or more');
}

const here = (part: NamedValue): string => part.label.replace(/\s*\(here\)$/, '') || part.dimensionLabel;

/** Dimensions of people and their tracks; every other one splits a measure by a column of its own: a theme, a skill. */
const PEOPLES = new Set(['team', 'level', 'location', 'tenure', 'track']);
const isPeoples = (dimension: string): boolean => PEOPLES.has(dimension) || isCharacteristic(dimension);

/** `theme “Growth”`: a column of a measure's own with its value. */
const splitName = (part: NamedValue): string => `${lowerFirst(part.dimensionLabel)} \u201c${part.label}\u201d`;
const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function suffix(part: NamedValue): string {
  if (!isPeoples(part.dimension)) return `with ${splitName(part)}`;
  if (isNotSaid(part.value)) return `whose ${part.dimensionLabel.toLowerCase()} is not said`;
  if (part.dimension === 'tenure') return `with ${tenure(part.label)} in the company`;
  if (part.dimension === 'track') return `in the track ${part.label}`;
  if (isHere(part.value)) return `placed directly in ${here(part)}`;
  return `in ${part.label}`;
}

const isPrefix = (part: NamedValue): boolean => part.dimension === 'level' && !isNotSaid(part.value);

/** Whether a printed name can stand for people by itself: `Women` can, `Yes` and `Prefer not to say` cannot. */
const namesPeople = (label: string): boolean =>
  /(men|women|people|engineers|staff|parents|carers|s)$/i.test(label) && !/^(yes|no|other)\b/i.test(label);

function characteristic(part: NamedValue, people: string): { people: string; suffix: string | null } {
  if (isNotSaid(part.value)) return { people, suffix: suffix(part) };
  if (namesPeople(part.label) && people === POPULATION) return { people: part.label, suffix: null };
  return { people, suffix: `with ${part.dimensionLabel.toLowerCase()} “${part.label}”` };
}

/** The people of a group in words: `Level 2 engineers in Platform`. The empty group is all of them. */
export function groupName(group: readonly NamedValue[]): string {
  if (group.length === 0) return `all ${POPULATION}`;
  if (group.every((part) => !isPeoples(part.dimension))) return group.map(splitName).join(' and ');
  const prefixes = group.filter(isPrefix).map(valueName);
  const suffixes: string[] = [];
  let people = [...prefixes, POPULATION].join(' ');
  for (const part of group.filter((p) => !isPrefix(p))) {
    const said = isCharacteristic(part.dimension) ? characteristic(part, people) : { people, suffix: suffix(part) };
    people = said.people;
    if (said.suffix !== null) suffixes.push(said.suffix);
  }
  return [people, ...suffixes].join(' ');
}

/** What a sentence begins with that tells of one group: `Among engineers in Platform`, `In the track Depth`, `For theme “Growth”`. */
export function amongGroup(group: readonly NamedValue[]): string {
  if (group.length === 0) return '';
  if (group.every((part) => !isPeoples(part.dimension))) return `For ${groupName(group)}, `;
  const [only] = group;
  if (group.length === 1 && only?.dimension === 'track') return `In the track ${only.label}, `;
  return `Among ${groupInside(group)}, `;
}

/** For the start of a sentence. */
export const groupAtStart = (group: readonly NamedValue[]): string => capital(groupName(group));

/** For the middle of a sentence: only common words lose their capital. */
export function groupInside(group: readonly NamedValue[]): string {
  return groupName(group).replace(/^(Level|Women|Men|Engineers|People|Non-binary)\b/, (word) => word.toLowerCase());
}

/** The short name for a chart's axis or a table's row. */
export function groupLabel(group: readonly NamedValue[]): string {
  if (group.length === 0) return 'Whole organisation';
  return group.map(valueLabel).join(' \u00b7 ');
}

/** The short name of one place. */
export function valueLabel(part: NamedValue): string {
  if (isNotSaid(part.value)) return `${part.dimensionLabel} not said`;
  if (isHere(part.value)) return `${here(part)} (directly)`;
  if (part.dimension === 'tenure') return capital(tenure(part.label));
  return valueName(part);
}
