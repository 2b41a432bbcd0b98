import { useParams } from 'react-router';
import { useSession } from '../access/index.js';
import { Failed, Loading, Notice, PageHead } from '../kit/index.js';
import { NO_RELEASE, NOT_FOUND, NOT_FOUND_TITLE, UNKNOWN_VIEW } from '../wording/index.js';
import { TopicFigures } from './TopicFigures.js';
import { type Topic, topicsOf } from './topics.js';
import { type PublishedView, useView } from './use-view.js';
import { ViewControls } from './ViewControls.js';

/** `/explore/participation?period=2026-Q3&variant=mentee&by=level`: the address holds the whole view. */
export default function ExplorePage() {
  const { topic: key } = useParams();
  const { measures } = useSession();
  const topic = topicsOf(measures).find((one) => one.key === key);
  if (topic === undefined) return <PageHead title={NOT_FOUND_TITLE} lead={NOT_FOUND} />;
  return <TopicPage key={topic.key} topic={topic} />;
}

function TopicPage({ topic }: { readonly topic: Topic }) {
  const [main] = topic.measures;
  const view = useView(main);
  if (main === undefined || view === null) return <PageHead title={topic.title} lead={NO_RELEASE} />;
  const { cut, period, variant } = view;
  return (
    <>
      <PageHead title={topic.title} context={period.label} lead={topic.lead} />
      {cut === null ? null : <ViewControls measure={main} variant={variant} cut={cut} onChange={view.change} />}
      <Figures topic={topic} view={view} />
    </>
  );
}

function Figures({ topic, view }: { readonly topic: Topic; readonly view: PublishedView }) {
  const { cut, asked, period, variant, show } = view;
  if (asked.failed) return <Failed retry={asked.retry} />;
  if (cut === null) return <Loading height={640} />;
  return (
    <div className="stack-wide">
      {cut.unknown ? (
        <Notice tone="unsure">
          <p role="status">{UNKNOWN_VIEW}</p>
        </Notice>
      ) : null}
      <TopicFigures
        topic={topic}
        period={period}
        variant={variant}
        by={cut.by}
        show={show}
        onShow={(next) => view.change({ show: next })}
      />
    </div>
  );
}
