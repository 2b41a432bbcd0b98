import { saying, t } from '../language/index.js';
import type { PolicyChanges, PolicyKnob, PolicyPack } from '../gateway/index.js';

/** What somebody changed of a pack, while the form is open. */
export interface OwnChanges {
  readonly name: string;
  readonly values: Readonly<Record<string, number>>;
  readonly purposes: readonly string[];
  readonly neverAGroup: readonly string[];
}

/** A pack as it is. */
export const unchanged = ({ purposes }: PolicyPack): OwnChanges => ({ name: 'ours', values: {}, purposes, neverAGroup: [] });

/** What is different from the pack, as the server takes it; null where nothing is. */
export function changesOf(pack: PolicyPack, { name, values, purposes, neverAGroup }: OwnChanges): PolicyChanges | null {
  const of = new Map(pack.values.map(({ key, value }) => [key, value]));
  const different = Object.entries(values).flatMap(([key, value]) => (of.get(key) === value ? [] : [{ key, value }]));
  const same = different.length === 0 && neverAGroup.length === 0 && purposes.join() === pack.purposes.join();
  return same ? null : { name, values: different, purposes, neverAGroup };
}

/** The list with one entry more or less, in the order of the form. */
export const toggled = (all: readonly string[], chosen: readonly string[], key: string): readonly string[] =>
  all.filter((one) => (one === key ? !chosen.includes(one) : chosen.includes(one)));

const PARTS: readonly (readonly [string, (key: string) => boolean])[] = [
  [saying('How people are protected'), (key) => key.startsWith('disclosure.') && !key.startsWith('disclosure.similar.')],
  [saying('Which ratios count as similar'), (key) => key.startsWith('disclosure.similar.')],
  [saying('How long data are kept'), (key) => key.startsWith('data.retention.')],
];

/** The numbers of the form, part by part. */
export const partsOf = (
  knobs: readonly PolicyKnob[],
): readonly { readonly title: string; readonly knobs: readonly PolicyKnob[] }[] =>
  PARTS.map(([title, belongs]) => ({ title: t(title), knobs: knobs.filter(({ key }) => belongs(key)) }));
