import { t } from '#language';
import { Refusal } from '../platform/index.js';
import { DATA_PURPOSES, FILE_CLASSES, GROUPING_COLUMNS } from './data-policy.js';
import type { PolicyContent } from './policies.js';
import { packOf } from './policy-packs.js';
import { POLICY_SCHEMA } from './policy-schema.js';
import type { Schema } from './settings-schema.js';

/** A number of a policy that a form may change. */
export interface PolicyKnob {
  /** Its place in the document, for example `disclosure.thresholds.dimension`. */
  readonly key: string;
  readonly label: string;
  readonly least: number;
  readonly most: number;
  readonly isWhole: boolean;
}

/** What a form may change; everything else takes a file (`overstory policy propose`). */
const PLACES: readonly string[] = [
  'disclosure.thresholds.dimension',
  'disclosure.thresholds.special',
  'disclosure.noiseLevel',
  'disclosure.exposure.release',
  'disclosure.exposure.history',
  'disclosure.otherTables.minimumOpen',
  'disclosure.otherTables.minimumSpecialBase',
  'disclosure.similar.low',
  'disclosure.similar.high',
  ...Object.keys(schemaAt('data.retention').properties ?? {}).map((key) => `data.retention.${key}`),
];

/** Where the schema's words lean on those of their neighbours. */
const LABELS: Readonly<Record<string, string>> = {
  'disclosure.exposure.history': 'What all releases of two years may tell about a person, at most',
  'disclosure.similar.low': 'Smallest ratio of rates that is called similar',
  'disclosure.similar.high': 'Largest ratio of rates that is called similar',
};

/** The numbers of the form, as the schema of a policy describes and bounds them. */
export const POLICY_KNOBS: readonly PolicyKnob[] = PLACES.map((key) => {
  const { description = key, minimum = 0, maximum = 0, type } = schemaAt(key);
  return { key, label: LABELS[key] ?? description, least: minimum, most: maximum, isWhole: type === 'integer' };
});

/** The numbers of the form in the reader's language. */
export const knobsInWords = (): PolicyKnob[] => POLICY_KNOBS.map((knob) => ({ ...knob, label: labelOf(knob) }));

function labelOf({ key, label }: PolicyKnob): string {
  const kept = Object.entries(FILE_CLASSES).find(([fileClass]) => key === `data.retention.${fileClass}`)?.[1];
  return kept ? t('{label}: months after {from}', { label: t(kept.label), from: t(kept.from) }) : t(label);
}

/** What the data may be used for, and the columns that may be kept out of every breakdown. */
export const POLICY_CHOICES = { purposes: DATA_PURPOSES, columns: GROUPING_COLUMNS } as const;

function schemaAt(place: string): Schema {
  return place.split('.').reduce<Schema>((schema, part) => schema.properties?.[part] ?? { type: 'object' }, POLICY_SCHEMA);
}

/** What a form says: a pack, and what is different. */
export interface OwnPolicy {
  readonly from: string;
  readonly name: string;
  readonly values: readonly { readonly key: string; readonly value: number }[];
  /** Absent: those of the pack. */
  readonly purposes?: readonly string[] | undefined;
  readonly neverAGroup?: readonly string[] | undefined;
}

/**
 * The document of a form, as `proposePolicy` takes it. What follows from a change is changed along: no step of noise below the
 * level, no breakdown by a column that never forms a group.
 *
 * @throws Refusal `policy-invalid` (2) for a field that the form does not have.
 */
export function documentOfForm({ from, name, values, purposes, neverAGroup = [] }: OwnPolicy): Record<string, unknown> {
  const pack = packOf(from)?.content;
  const document: Record<string, unknown> = { name, from };
  if (!pack) return document;
  for (const { key, value } of values) put(document, placeOf(key), value);
  const level = values.find(({ key }) => key === 'disclosure.noiseLevel')?.value;
  if (level !== undefined && level > pack.disclosure.noiseLevel) followNoise(document, pack.disclosure, level);
  if (purposes) put(document, ['data', 'purposes'], purposes);
  if (neverAGroup.length === 0) return document;
  put(document, ['data', 'neverAGroup'], neverAGroup);
  put(document, ['plan', 'classes'], withoutColumns(pack.plan.classes, neverAGroup));
  return document;
}

/** Only what the form offers has a place: a key is never followed blindly. */
function placeOf(key: string): readonly string[] {
  if (PLACES.includes(key)) return key.split('.');
  throw new Refusal('policy-invalid', 'The form has no such field. Reload the page and try again.', 2);
}

function put(into: Record<string, unknown>, [part = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) into[part] = value;
  else put((into[part] ??= {}) as Record<string, unknown>, rest, value);
}

function followNoise(document: Record<string, unknown>, pack: PolicyContent['disclosure'], level: number): void {
  const { noiseSteps, lowerNoise } = pack;
  put(document, ['disclosure', 'noiseSteps'], [level, ...noiseSteps.filter((step) => step > level)]);
  put(document, ['disclosure', 'lowerNoise'], { from: lowerNoise.from, noiseLevel: level });
}

type Classes = PolicyContent['plan']['classes'];

function withoutColumns(classes: Classes, columns: readonly string[]): Classes {
  const kept = Object.entries(classes).map(([key, breakdowns]) => [
    key,
    breakdowns.filter(({ by }) => !by.some((column) => columns.includes(column))),
  ]);
  return Object.fromEntries(kept) as Classes;
}

/** The numbers of a policy, by the key of their knob. */
export function valuesOf(content: PolicyContent): { readonly key: string; readonly value: number }[] {
  return PLACES.map((key) => ({
    key,
    value: key.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], content) as number,
  }));
}
