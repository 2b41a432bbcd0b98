import {
  type AnsweredTables,
  type Asked,
  BREAKDOWNS,
  type Breakdown,
  type Measure,
  type Period,
  useAsk,
  useTables,
} from '../gateway/index.js';
import { type Headline, headlineRequests, headlinesOf } from './headlines.js';

/** The headlines of a quarter beside the one before: first which comparisons were published, then all tables at once. */
export function useHeadlines(measures: readonly Measure[], now: Period, before: Period | undefined): Asked<readonly Headline[]> {
  const cuts = useComparisons(measures, now);
  const tables = useTables(cuts.answer === null ? [] : headlineRequests(measures, cuts.answer, now, before));
  return {
    answer: tables.answer === null ? null : toldOf(tables.answer, measures, now),
    loading: cuts.loading || tables.loading,
    failed: cuts.failed || tables.failed,
    retry: cuts.failed ? cuts.retry : tables.retry,
  };
}

/** The tables of the last quarter stay until those of the next are there. */
function toldOf(answer: AnsweredTables, measures: readonly Measure[], now: Period): readonly Headline[] | null {
  const shown = answer.requests[0];
  return shown === undefined ? null : headlinesOf(answer, measures, { ...now, key: shown.period });
}

/** How comparisons were split in the quarter; nothing where no measure compares. */
function useComparisons(measures: readonly Measure[], now: Period): Asked<readonly Breakdown[]> {
  const measure = measures.find((one) => one.figure === 'forest');
  const question = { period: now.key, measure: measure?.key, variant: measure?.variants[0]?.key };
  const asked = useAsk<{ breakdowns: readonly Breakdown[] }>(BREAKDOWNS, question, measure === undefined);
  return { ...asked, answer: measure === undefined ? [] : (asked.answer?.breakdowns ?? null) };
}
