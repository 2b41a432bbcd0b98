import { may } from '../access/index.js';
import type { Measure, Viewer } from '../gateway/index.js';
import { t } from '../language/index.js';
import { measurePath, topicsOf } from '../measures/index.js';
import type { Place } from './find-places.js';
import { navigationOf } from './navigation.js';

/** Every page of a reader's menu, and the page of every measure that they may read. */
export function placesOf(viewer: Viewer | null, measures: readonly Measure[]): Place[] {
  const pages = navigationOf(viewer, measures).flatMap(({ label, entries }) =>
    entries.map((entry) => ({ ...entry, section: label ?? t('Start') })),
  );
  if (!may(viewer, 'read', 'cells')) return pages;
  const figures = topicsOf(measures).flatMap((topic) =>
    topic.measures.map((one) => ({
      to: measurePath(measures, one.key),
      label: `${one.label}: ${one.question}`,
      section: topic.label,
    })),
  );
  return [...pages, ...figures];
}
