import { language, t } from '../language/index.js';
import { capital, listed, lowered } from './numbers.js';

/** One place of a group in one dimension, with its printed names. */
export interface NamedValue {
  readonly dimension: string;
  readonly dimensionLabel: string;
  readonly value: string;
  readonly label: string;
}

/** What the organisation's people are called. One word, one place. */
export const population = (): string => t('engineers');

const isCharacteristic = (dimension: string): boolean => dimension.startsWith('demo_');
const isNotSaid = (value: string): boolean => value === '(not said)';
const isHere = (value: string): boolean => value.endsWith('(here)');

/** A column by which results are split, as readers call it; characteristics bear the name that the organisation gave them. */
export const columnName = (dimension: string, label: string): string => (isCharacteristic(dimension) ? label : t(label));

/** Dimensions whose values the organisation named itself. */
const NAMED_BY_THEM = new Set(['team', 'level', 'location', 'track']);

/** A value of a column: names stay as they are, words of our own are said in the reader's language. */
export const valueInWords = (dimension: string, label: string): string =>
  NAMED_BY_THEM.has(dimension) || isCharacteristic(dimension) ? label : t(label);

/** `2` of the dimension Level is `Level 2`; `Level 2` and `Senior` speak for themselves. */
function valueName(part: NamedValue): string {
  return /^[\d.+<>-]+$/.test(part.label) ? `${part.dimensionLabel} ${part.label}` : part.label;
}

/** `0-1` as `0 to 1 years`, `4+` as `4 or more years`. */
function tenure(label: string): string {
  const named = /years?|Jahre?/.test(label);
  const years = (named ? label.replace(/^[A-Z]/, (letter) => letter.toLowerCase()) : label)
    .replace(/(\d)\s*[-\u2013]\s*(\d)/, (_, from: string, to: string) => t('{from} to {to}', { from, to }))
    .replace(/(\d)\+/, (_, from: string) => t('{from} or more', { from }));
  return named ? years : t('{years} years', { years });
}

const here = (part: NamedValue): string => part.label.replace(/\s*\(here\)$/, '') || part.dimensionLabel;

/** Dimensions of people and their tracks; every other one splits a measure by a column of its own: a theme, a skill. */
const PEOPLES = new Set(['team', 'level', 'location', 'tenure', 'track']);
const isPeoples = (dimension: string): boolean => PEOPLES.has(dimension) || isCharacteristic(dimension);

/** `theme “Growth”`: a column of a measure's own with its value; a value that is called like its column stands alone. */
const splitName = (part: NamedValue): string =>
  part.label === part.dimensionLabel
    ? lowerFirst(part.label)
    : t('{column} “{value}”', { column: lowerFirst(part.dimensionLabel), value: part.label });
const lowerFirst = (text: string): string => lowered(text.charAt(0)) + text.slice(1);

/** People who share a place, for one dimension after the other: `engineers`, `engineers in Platform`. */
function placed(people: string, part: NamedValue): string {
  if (!isPeoples(part.dimension)) return t('{people} with {split}', { people, split: splitName(part) });
  if (isNotSaid(part.value)) return t('{people} whose {column} is not said', { people, column: lowered(part.dimensionLabel) });
  if (part.dimension === 'tenure') return t('{people} with {years} in the company', { people, years: tenure(part.label) });
  if (part.dimension === 'track') return t('{people} in the track {track}', { people, track: part.label });
  if (isHere(part.value)) return t('{people} placed directly in {place}', { people, place: here(part) });
  return t('{people} in {place}', { people, place: part.label });
}

const isPrefix = (part: NamedValue): boolean => part.dimension === 'level' && !isNotSaid(part.value);

const NAMES_OF_PEOPLE = {
  en: /(men|women|people|engineers|staff|parents|carers|s)$/i,
  de: /(frauen|männer|menschen|personen|eltern|leute|innen)$/i,
};

/** Whether a printed name can stand for people by itself: `Women` can, `Yes` and `Prefer not to say` cannot. */
const namesPeople = (label: string): boolean =>
  NAMES_OF_PEOPLE[language() === 'de' ? 'de' : 'en'].test(label) && !/^(yes|no|other|ja|nein)\b/i.test(label);

const isName = (part: NamedValue): boolean =>
  isCharacteristic(part.dimension) && !isNotSaid(part.value) && namesPeople(part.label);

const withCharacteristic = (people: string, part: NamedValue): string =>
  t('{people} with {column} “{value}”', { people, column: lowered(part.dimensionLabel), value: part.label });

/** A group as the subject of a sentence, or as the whole that a share is of. */
type Use = 'subject' | 'of';

function begun(level: string, named: string | undefined, use: Use): string {
  if (named !== undefined) return use === 'of' ? t('of {people}', { people: named }) : named;
  if (level === '') return use === 'of' ? t('of engineers') : t('engineers');
  return use === 'of' ? t('of {level} engineers', { level }) : t('{level} engineers', { level });
}

function peopleOf(group: readonly NamedValue[], use: Use): string {
  const rest = group.filter((part) => !isPrefix(part));
  const level = group.filter(isPrefix).map(valueName).join(' ');
  const [first] = level === '' ? rest.filter(isName) : [];
  let people = begun(level, first?.label, use);
  for (const part of rest) {
    if (part === first) continue;
    people = isCharacteristic(part.dimension) && !isNotSaid(part.value) ? withCharacteristic(people, part) : placed(people, part);
  }
  return people;
}

/** The people of a group in words: `Level 2 engineers in Platform`. The empty group is all of them. */
export function groupName(group: readonly NamedValue[]): string {
  if (group.length === 0) return t('all engineers');
  return isOfSplits(group) ? listed(group.map(splitName)) : peopleOf(group, 'subject');
}

/** The same as the whole of a share: `of Level 2 engineers`, inside a sentence. */
export function ofGroup(group: readonly NamedValue[]): string {
  if (group.length === 0) return t('of engineers');
  if (isOfSplits(group)) return t('of {people}', { people: groupInside(group) });
  return language() === 'de' ? peopleOf(group, 'of') : t('of {people}', { people: groupInside(group) });
}

const isOfSplits = (group: readonly NamedValue[]): boolean => group.every((part) => !isPeoples(part.dimension));

/** What is told of one group alone: `Among engineers in Platform, …`, `In the track Depth, …`, `For theme “Growth”, …`. */
export function amongGroup(group: readonly NamedValue[], told: string): string {
  if (group.length === 0) return told;
  const said = language() === 'de' ? capital(told) : told;
  if (isOfSplits(group)) return t('For {group}, {said}', { group: groupName(group), said });
  const [only] = group;
  if (group.length === 1 && only?.dimension === 'track') return t('In the track {track}, {said}', { track: only.label, said });
  return t('Among {group}, {said}', { group: groupInside(group), said });
}

/** For the start of a sentence. */
export const groupAtStart = (group: readonly NamedValue[]): string => capital(groupName(group));

/** For the middle of a sentence: only common words lose their capital. */
export function groupInside(group: readonly NamedValue[]): string {
  return groupName(group).replace(/^(Level|Women|Men|Engineers|People|Non-binary)\b/, lowered);
}

/** The short name for a chart's axis or a table's row. */
export function groupLabel(group: readonly NamedValue[]): string {
  if (group.length === 0) return t('Whole organisation');
  return group.map(valueLabel).join(' \u00b7 ');
}

/** The short name of one place. */
export function valueLabel(part: NamedValue): string {
  if (isNotSaid(part.value)) return t('{column} not said', { column: part.dimensionLabel });
  if (isHere(part.value)) return t('{place} (directly)', { place: here(part) });
  if (part.dimension === 'tenure') return capital(tenure(part.label));
  return valueName(part);
}
