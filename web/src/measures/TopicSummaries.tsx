import { memo } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useSession } from '../access/index.js';
import { type AnsweredTables, type Measure, type Period, useTables } from '../gateway/index.js';
import { Failed, Loading, readView } from '../kit/index.js';
import { t } from '../language/index.js';
import { NO_RELEASE } from '../wording/index.js';
import { HeadlineList } from './HeadlineList.js';
import { type Headline, summariesOf, summaryRequests } from './headlines.js';
import styles from './headlines.module.css';

/** One sentence for every measure of a topic, of the whole organisation, each leading to its figures. */
export function TopicSummaries({ measures }: { readonly measures: readonly Measure[] }) {
  const { periods } = useSession();
  const [search] = useSearchParams();
  const wish = readView(search).period;
  const period = periods.find((one) => one.key === wish) ?? periods[0];
  return period === undefined ? <p>{t(NO_RELEASE)}</p> : <Sentences measures={measures} period={period} />;
}

function Sentences({ measures, period }: { readonly measures: readonly Measure[]; readonly period: Period }) {
  const { measures: all } = useSession();
  const { answer, loading, failed, retry } = useTables(summaryRequests(measures, period));
  if (failed) return <Failed retry={retry} />;
  if (answer === null) return <Loading height={640} />;
  return (
    <div className="stack-wide" aria-busy={loading}>
      <Told answer={answer} measures={all} />
    </div>
  );
}

interface ToldProps {
  readonly answer: AnsweredTables;
  readonly measures: readonly Measure[];
}

/** Drawn once for each answer, not whenever the page around it changes. */
const Told = memo(function Told({ answer, measures }: ToldProps) {
  const summaries = summariesOf(answer, measures);
  const silent = summaries.filter((one) => !one.told);
  return (
    <>
      <HeadlineList headlines={summaries.filter((one) => one.told)} follow={t('See the figures')} />
      {silent.length === 0 ? null : <Silent summaries={silent} />}
    </>
  );
});

/** What the organisation as a whole has no number for this quarter; its groups may have. */
function Silent({ summaries }: { readonly summaries: readonly Headline[] }) {
  return (
    <section aria-labelledby="silent" className="stack">
      <h2 id="silent">{t('Without a number this quarter')}</h2>
      <ul className={styles['silent']}>
        {summaries.map((one) => (
          <li key={one.key}>
            <Link to={one.to}>{one.label}</Link> <span className="quiet">{one.sentence}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
