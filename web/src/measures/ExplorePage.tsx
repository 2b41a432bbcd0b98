import { useMemo } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useSession } from '../access/index.js';
import type { Breakdown, Measure, Period } from '../gateway/index.js';
import { BREAKDOWNS, useAsk } from '../gateway/index.js';
import { Failed, isPublished, Loading, nearestBreakdown, Notice, PageHead, readView, type View, writeView } from '../kit/index.js';
import { NO_RELEASE, NOT_FOUND, NOT_FOUND_TITLE, UNKNOWN_VIEW } from '../wording/index.js';
import { TopicFigures } from './TopicFigures.js';
import { type Topic, topicsOf } from './topics.js';
import { ViewControls } from './ViewControls.js';

/** `/explore/participation?period=2026-Q3&variant=mentee&by=level`: the address holds the whole view. */
export default function ExplorePage() {
  const { topic: key } = useParams();
  const { measures, periods } = useSession();
  const topic = topicsOf(measures).find((one) => one.key === key);
  if (topic === undefined) return <PageHead title={NOT_FOUND_TITLE} lead={NOT_FOUND} />;
  return periods.length === 0 ? (
    <PageHead title={topic.title} lead={NO_RELEASE} />
  ) : (
    <TopicPage key={topic.key} topic={topic} periods={periods} />
  );
}

interface TopicPageProps {
  readonly topic: Topic;
  readonly periods: readonly Period[];
}

function TopicPage({ topic, periods }: TopicPageProps) {
  const [search, setSearch] = useSearchParams();
  const wish = useMemo(() => readView(search), [search]);
  const period = periods.find((one) => one.key === wish.period) ?? periods[0];
  const main = topic.measures[0];
  const variant = main?.variants.find((one) => one.key === wish.variant) ?? main?.variants[0];
  const asked = useAsk<{ breakdowns: readonly Breakdown[] }>(
    BREAKDOWNS,
    { period: period?.key ?? '', measure: main?.key ?? '', variant: variant?.key ?? '' },
    main === undefined,
  );
  if (main === undefined || variant === undefined || period === undefined) return null;
  const breakdowns = asked.answer?.breakdowns ?? null;
  const by = breakdowns === null ? null : nearestBreakdown(wish.by, breakdowns.map((one) => one.by));
  const change = (next: Partial<View>): void =>
    setSearch(writeView({ period: period.key, variant: variant.key, by: by ?? [], show: wish.show, ...next }));
  return (
    <>
      <PageHead title={topic.title} context={period.label} lead={topic.lead} />
      {breakdowns === null ? null : (
        <ViewControls measure={main} variant={variant.key} by={by ?? []} breakdowns={breakdowns} onChange={change} />
      )}
      <div className="stack-wide">
        {breakdowns !== null && isUnknown(wish, topic.measures, periods, breakdowns) ? (
          <Notice tone="unsure">
            <p role="status">{UNKNOWN_VIEW}</p>
          </Notice>
        ) : null}
        {asked.failed ? <Failed retry={asked.retry} /> : null}
        {by === null ? (
          asked.failed ? null : <Loading height={640} />
        ) : (
          <TopicFigures topic={topic} period={period} variant={variant.key} by={by} show={wish.show} />
        )}
      </div>
    </>
  );
}

/** Whether the address asks for something that was never published under this name. */
function isUnknown(wish: View, measures: readonly Measure[], periods: readonly Period[], breakdowns: readonly Breakdown[]): boolean {
  const noPeriod = wish.period !== null && periods.every((one) => one.key !== wish.period);
  const noVariant = wish.variant !== null && measures[0]?.variants.every((one) => one.key !== wish.variant) === true;
  return noPeriod || noVariant || (wish.by.length > 0 && !isPublished(wish.by, breakdowns.map((one) => one.by)));
}
