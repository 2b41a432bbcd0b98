import { memo } from 'react';
import { useSession } from '../access/index.js';
import {
  type AnsweredTables,
  type Cell,
  type Measure,
  type Period,
  type TableRequest,
  type TableResult,
  useTables,
} from '../gateway/index.js';
import { Failed, Loading, Notice } from '../kit/index.js';
import { t } from '../language/index.js';
import { groupLabel, nearestHint, TOO_NARROW } from '../wording/index.js';
import { MeasureFigure } from './MeasureFigure.js';
import { TrendFigure } from './TrendFigure.js';

type Show = 'chart' | 'table' | null;

interface FiguresOverProps {
  readonly measures: readonly Measure[];
  readonly period: Period;
  readonly variant: string;
  readonly by: readonly string[];
  readonly show: Show;
  readonly onShow: (show: Show) => void;
}

/** The figures of measures over one cut: their tables come together, with the organisation's own cells. */
export function FiguresOver({ measures: wanted, period, variant, by, show, onShow }: FiguresOverProps) {
  const { periods } = useSession();
  // The whole organisation has nobody to be compared with.
  const measures = by.length === 0 && wanted.length > 1 ? wanted.filter((measure) => measure.figure !== 'forest') : wanted;
  const requests = measures.flatMap((measure) => requestsOf(measure, period.key, variant, by));
  const { answer, loading, failed, retry } = useTables(requests);
  if (failed) return <Failed retry={retry} />;
  if (answer === null) return <Loading height={640} />;
  return (
    <div className="stack-wide" aria-busy={loading}>
      {figuresOf(answer).map(({ request, result, whole }) => (
        <Answered
          key={`${request.measure.key}/${request.variant}`}
          measure={request.measure}
          period={periods.find((one) => one.key === request.period) ?? period}
          result={result}
          whole={wholeOf(whole)}
          show={show}
          onShow={onShow}
          trend={measures.length === 1 || request.measure.figure !== 'forest'}
        />
      ))}
    </div>
  );
}

/** Every second answer is the organisation's own, asked for together with the cut before it. */
const figuresOf = ({ requests, results }: AnsweredTables) =>
  requests.flatMap((request, i) => (i % 2 === 0 ? [{ request, result: results[i], whole: results[i + 1] }] : []));

/** A measure answers for those variants it has; the first stands in for one it does not know. */
function requestsOf(measure: Measure, period: string, wish: string, by: readonly string[]): TableRequest[] {
  const variant = measure.variants.find((one) => one.key === wish)?.key ?? measure.variants[0]?.key ?? wish;
  return [
    { measure, period, variant, by },
    { measure, period, variant, by: [] },
  ];
}

const wholeOf = (result: TableResult | undefined): Cell | null => (result?.kind === 'table' ? (result.cells[0] ?? null) : null);

interface AnsweredProps {
  readonly measure: Measure;
  readonly period: Period;
  readonly result: TableResult | undefined;
  readonly whole: Cell | null;
  readonly show: Show;
  readonly onShow: (show: Show) => void;
  /** Whether the measure is told over the quarters too. */
  readonly trend: boolean;
}

/** Drawn anew when its answer is another one, and not while the next one is on its way: figures are the most of a page's work. */
const Answered = memo(function Answered({ measure, period, result, whole, show, onShow, trend }: AnsweredProps) {
  if (result?.kind === 'table')
    return (
      <>
        {result.nearestShown === null ? null : (
          <Notice>
            <p>{nearestHint(result.nearestShown.length === 0 ? null : groupLabel(result.nearestShown))}</p>
          </Notice>
        )}
        <MeasureFigure measure={measure} table={result} period={period} whole={whole} show={show} onShow={onShow} />
        {trend ? <TrendFigure measure={measure} table={result} /> : null}
      </>
    );
  if (result?.kind === 'tooNarrow')
    return (
      <Notice title={`${measure.label}: ${t(TOO_NARROW)}`}>
        {result.alternatives.length === 0 ? null : (
          <p>{t('Try: {views}', { views: result.alternatives.map((one) => one.label).join(' · ') })}</p>
        )}
      </Notice>
    );
  return (
    <Notice title={measure.label}>
      <p>{result?.message === undefined || result.message === '' ? t('Nothing is published for this view.') : result.message}</p>
    </Notice>
  );
});
