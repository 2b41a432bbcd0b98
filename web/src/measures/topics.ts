import type { Measure } from '../gateway/index.js';

/** A page of Explore: one question, answered by one or more measures over the same cut. */
export interface Topic {
  readonly key: string;
  readonly title: string;
  readonly lead: string;
  readonly measures: readonly Measure[];
}

/** Questions that two measures answer together; every other measure is a page of its own. */
const TOGETHER: Readonly<Record<string, readonly string[]>> = { participation: ['parity', 'participation'] };
const TITLES: Readonly<Record<string, string>> = { participation: 'Who takes part?', dose: 'Who receives how much?' };

const FIGURES = ['rate', 'forest', 'mean'];

/** How many come before how differently, how differently before how much; inside that the catalogue's order. */
export const inOrder = (measures: readonly Measure[]): Measure[] => [...measures].sort((a, b) => place(a) - place(b));

function place(measure: Measure): number {
  const at = FIGURES.indexOf(measure.figure);
  return at < 0 ? FIGURES.length : at;
}

/** The pages of Explore, made from the catalogue: a new measure is a new page without a change here. */
export function topicsOf(measures: readonly Measure[]): Topic[] {
  const joined = new Set(Object.values(TOGETHER).flat());
  const pages = measures.filter((measure) => TOGETHER[measure.key] !== undefined || !joined.has(measure.key));
  return inOrder(pages).map((measure) => topicOf(measure, measures));
}

function topicOf(measure: Measure, measures: readonly Measure[]): Topic {
  const keys = TOGETHER[measure.key] ?? [measure.key];
  const members = keys.flatMap((key) => measures.filter((one) => one.key === key));
  return {
    key: measure.key,
    title: TITLES[measure.key] ?? measure.label,
    lead: members[0]?.question ?? measure.question,
    measures: members,
  };
}
