/** What a view of a measure shows. All of it stands in the address; nothing else does. */
export interface View {
  readonly period: string | null;
  readonly variant: string | null;
  /** Dimension keys: the rows and, with two, the columns. */
  readonly by: readonly string[];
  readonly show: 'chart' | 'table' | null;
}

/** Stands in the address for the table that splits by nothing, as it does in the names of files. */
export const WHOLE = 'organisation';

/** Keys of dimensions, variants and periods; anything else in the address is not a name that we gave. */
const KEY = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/;
const known = (text: string | null): string | null => (text !== null && KEY.test(text) ? text : null);

/** Reads an address. What is not a key is left out; the page then says that it does not know the view. */
export function readView(search: URLSearchParams): View {
  const by = [known(search.get('by')), known(search.get('split'))].filter((key) => key !== null);
  const show = search.get('view');
  return {
    period: known(search.get('period')),
    variant: known(search.get('variant')),
    by: [...new Set(by)],
    show: show === 'table' || show === 'chart' ? show : null,
  };
}

/** Writes an address, its parameters always in the same order. */
export function writeView(view: Partial<View>): string {
  const search = new URLSearchParams();
  if (view.period) search.set('period', view.period);
  if (view.variant) search.set('variant', view.variant);
  const [by, split] = view.by ?? [];
  if (by) search.set('by', by);
  if (by && split) search.set('split', split);
  if (view.show) search.set('view', view.show);
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

/** A path with the period kept, the one thing that goes along from page to page. */
export const withPeriod = (path: string, period: string | null): string => `${path}${writeView({ period })}`;

const sameKeys = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((key, i) => key === b[i]);

/** The published breakdown that is nearest to the wish: itself, the same columns turned round, its first column, or the first there is. */
export function nearestBreakdown(wish: readonly string[], published: readonly (readonly string[])[]): readonly string[] {
  const turned = [...wish].reverse();
  const candidates = [wish, turned, wish.slice(0, 1), wish.slice(1, 2)];
  const found = candidates.find((keys) => keys.length > 0 && published.some((other) => sameKeys(keys, other)));
  return found ?? published.find((keys) => keys.length > 0) ?? [];
}

/** Whether the wish itself is published, in either order of its columns. */
export const isPublished = (wish: readonly string[], published: readonly (readonly string[])[]): boolean =>
  published.some((keys) => sameKeys(keys, wish) || sameKeys([...keys].reverse(), wish));
