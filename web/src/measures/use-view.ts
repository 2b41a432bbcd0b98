import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useSession } from '../access/index.js';
import { type Asked, BREAKDOWNS, type Breakdown, type Measure, type Period, useAsk } from '../gateway/index.js';
import { isPublished, nearestBreakdown, readView, type View, WHOLE, writeView } from '../kit/index.js';

/** What the address asks for, joined with what was published. */
export interface PublishedView {
  readonly period: Period;
  readonly variant: string;
  readonly show: 'chart' | 'table' | null;
  /** Null until it is known what was published. */
  readonly cut: { readonly by: readonly string[]; readonly breakdowns: readonly Breakdown[]; readonly unknown: boolean } | null;
  readonly asked: Asked<unknown>;
  readonly change: (next: Partial<View>) => void;
}

/** Reads the view of a measure from the address; what was never published gives way to the nearest that was. */
export function useView(measure: Measure | undefined): PublishedView | null {
  const { periods } = useSession();
  const [search, setSearch] = useSearchParams();
  const wish = useMemo(() => readView(search), [search]);
  const period = named(periods, wish.period);
  const variant = named(measure?.variants ?? [], wish.variant);
  const asked = usePublishedCuts(period, measure, variant);
  const known = useLastKnown(asked.answer, measure?.key);
  const keys = period && variant ? ([period.key, variant.key] as const) : null;
  const cut = known && keys && cutOf(wish, known.breakdowns, keys, beginsWhole(measure));
  const change = useSteady((next: Partial<View>) => {
    const [periodKey = null, variantKey = null] = keys ?? [];
    const shown = { period: periodKey, variant: variantKey, by: addressOf(cut), show: wish.show };
    setSearch(writeView({ ...(newerWish(search) ?? shown), ...next }));
  });
  if (!period || !variant) return null;
  return { period, variant: variant.key, show: wish.show, cut, asked, change };
}

/** A handler that stays the same from one drawing to the next, so that what it is handed to need not be drawn again. */
function useSteady<Argument>(handler: (argument: Argument) => void): (argument: Argument) => void {
  const newest = useRef(handler);
  useLayoutEffect(() => {
    newest.current = handler;
  });
  return useCallback((argument) => newest.current(argument), []);
}

/** The table that splits by nothing has a name of its own in the address. */
const addressOf = (cut: PublishedView['cut']): readonly string[] => (cut?.by.length === 0 ? [WHOLE] : (cut?.by ?? []));

/** Until the cuts of another quarter or role arrive, those of the last one stand: nearly always they are the same. */
function useLastKnown<Answer>(answer: Answer | null, measure: string | undefined): Answer | null {
  const [last, setLast] = useState({ answer, measure });
  if (answer !== null && (answer !== last.answer || measure !== last.measure)) setLast({ answer, measure });
  return answer ?? (last.measure === measure ? last.answer : null);
}

/** Two quick choices: the second must not undo the first, which is in the address but not yet on the page. */
function newerWish(drawn: URLSearchParams): View | null {
  const now = new URLSearchParams(window.location.search);
  return now.toString() === drawn.toString() ? null : readView(now);
}

function usePublishedCuts(period?: Period, measure?: Measure, variant?: { readonly key: string }) {
  const question = { period: period?.key, measure: measure?.key, variant: variant?.key };
  return useAsk<{ breakdowns: readonly Breakdown[] }>(BREAKDOWNS, question, !period || !variant);
}

const named = <Item extends { readonly key: string }>(items: readonly Item[], key: string | null): Item | undefined =>
  items.find((item) => item.key === key) ?? items[0];

const isStrange = (wish: string | null, found: string): boolean => wish !== null && wish !== found;

/** Measures whose values are read beside each other begin with the whole organisation. */
const beginsWhole = (measure: Measure | undefined): boolean =>
  ['parts', 'curve', 'model', 'numbers'].includes(measure?.figure ?? '');

function cutOf(wish: View, breakdowns: readonly Breakdown[], [period, variant]: readonly [string, string], whole: boolean) {
  const published = breakdowns.map((one) => one.by);
  const asksWhole = wish.by[0] === WHOLE || (whole && wish.by.length === 0);
  if (asksWhole && published.some((by) => by.length === 0))
    return { by: [], breakdowns, unknown: isStrange(wish.period, period) || isStrange(wish.variant, variant) };
  const unknown = wish.by.length > 0 && !isPublished(wish.by, published);
  const strange = isStrange(wish.period, period) || isStrange(wish.variant, variant);
  return { by: nearestBreakdown(wish.by, published), breakdowns, unknown: unknown || strange };
}
