import { Link, Navigate, useLocation, useParams, useSearchParams } from 'react-router';
import { useSession } from '../access/index.js';
import type { Measure } from '../gateway/index.js';
import { Crumbs, PageHead, readView, withPeriod } from '../kit/index.js';
import { t } from '../language/index.js';
import { lowered, NOT_FOUND, NOT_FOUND_TITLE } from '../wording/index.js';
import { FigurePage } from './FigurePage.js';
import styles from './measures.module.css';
import { measurePath, measureTitle, type Topic, topicOf, topicsOf } from './topics.js';
import { TopicSummaries } from './TopicSummaries.js';

/** `/explore/participation?period=2026-Q3&variant=mentee&by=level`: the address holds the whole view. */
export default function ExplorePage() {
  const { topic: key } = useParams();
  const { pathname } = useLocation();
  const { measures } = useSession();
  const topics = topicsOf(measures);
  const [first] = topics.filter((topic) => pathname.startsWith(`/${topic.area}`));
  if (key === undefined && first !== undefined) return <Navigate to={`/${first.area}/${first.key}`} replace />;
  const topic = topics.find((one) => one.key === key);
  if (topic !== undefined) return <TopicPage key={topic.key} topic={topic} />;
  const measure = measures.find((one) => one.key === key);
  const home = measure === undefined ? undefined : topicOf(topics, measure.key);
  if (measure === undefined || home === undefined) return <PageHead title={t(NOT_FOUND_TITLE)} lead={t(NOT_FOUND)} />;
  return <MeasurePage key={measure.key} measure={measure} topic={home} />;
}

/** A question with all that answers it: figures that belong on one page, then one sentence for every measure. */
function TopicPage({ topic }: { readonly topic: Topic }) {
  const [main] = topic.drawn;
  if (main !== undefined) return <DrawnTopic topic={topic} main={main} />;
  return (
    <>
      <PageHead title={topic.title} lead={topic.lead} />
      <section aria-labelledby="findings" className="stack">
        <h2 id="findings">{t('What this quarter says')}</h2>
        <TopicSummaries measures={topic.measures} />
      </section>
    </>
  );
}

function DrawnTopic({ topic, main }: { readonly topic: Topic; readonly main: Measure }) {
  const rest = topic.measures.filter((one) => !topic.drawn.includes(one));
  return (
    <div className="stack-wide">
      <div>
        <FigurePage title={topic.title} lead={topic.lead} main={main} measures={topic.drawn} />
      </div>
      {rest.length === 0 ? null : (
        <section aria-labelledby="more" className="stack">
          <h2 id="more">{t('More on this')}</h2>
          <TopicSummaries measures={rest} />
        </section>
      )}
    </div>
  );
}

/** One measure with its controls, and the way to those beside it. */
function MeasurePage({ measure, topic }: { readonly measure: Measure; readonly topic: Topic }) {
  const { measures } = useSession();
  const [search] = useSearchParams();
  const { period } = readView(search);
  const others = topic.measures.filter((one) => one.key !== measure.key);
  return (
    <>
      <Crumbs>
        <Link to={withPeriod(`/${topic.area}/${topic.key}`, period)}>{topic.label}</Link>
        {measure.label}
      </Crumbs>
      <FigurePage title={measureTitle(measure)} lead={measure.question} main={measure} measures={[measure]} />
      {others.length === 0 ? null : (
        <nav aria-label={t('More about {topic}', { topic: lowered(topic.label) })} className={`${styles['siblings']} no-print`}>
          <h2>{t('More about {topic}', { topic: lowered(topic.label) })}</h2>
          <ul>
            {others.map((one) => (
              <li key={one.key}>
                <Link to={withPeriod(measurePath(measures, one.key), period)}>{one.label}</Link>{' '}
                <span className="quiet">{one.question}</span>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  );
}
