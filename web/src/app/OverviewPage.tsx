import { Link, useSearchParams } from 'react-router';
import { may, useMay, useSession } from '../access/index.js';
import type { Measure, Period } from '../gateway/index.js';
import { Failed, Loading, Notice, PageHead, readView, rich } from '../kit/index.js';
import { HeadlineList, useHeadlines } from '../measures/index.js';
import { calendarDate, NO_RELEASE } from '../wording/index.js';
import { NeedsDecision } from './NeedsDecision.js';
import { useWaiting } from './use-waiting.js';
import { t } from '../language/index.js';

/** Sentences, not tiles: what the newest quarter says, what waits for the reader, how fresh it is. */
export default function OverviewPage() {
  const { viewer, periods, installation } = useSession();
  const waiting = useWaiting();
  const [search] = useSearchParams();
  const wish = readView(search).period;
  const at = Math.max(
    0,
    periods.findIndex((one) => one.key === wish),
  );
  const [now, before] = [periods[at], periods[at + 1]];
  return (
    <>
      <PageHead
        title={t('Overview')}
        context={now?.label ?? null}
        lead={now === undefined ? undefined : `${installation.organisation}, ${now.label}`}
      />
      <div className="stack-wide">
        {viewer?.mustChangePassword === true && !installation.sample ? (
          <Notice tone="unsure">
            <p>
              {rich('Your password is still the one that was made for you. <a>Choose your own</a>', {
                a: (inside) => <Link to="/account">{inside}</Link>,
              })}
            </p>
          </Notice>
        ) : null}
        {/* What waits stands above the sentences: asked for together, shown together, so that nothing moves under the reader. */}
        {waiting === null ? <Loading height={720} /> : <NeedsDecision waiting={waiting} />}
        <div className={waiting === null ? undefined : 'stack-wide'} hidden={waiting === null}>
          <WhatIsRead now={now} before={before} />
        </div>
      </div>
    </>
  );
}

interface WhatIsReadProps {
  readonly now: Period | undefined;
  readonly before: Period | undefined;
}

/** The sentences of the quarter and how fresh they are, or why there are none. */
function WhatIsRead({ now, before }: WhatIsReadProps) {
  const { viewer, measures } = useSession();
  const reads = useMay('read', 'cells');
  return (
    <>
      {reads && now !== undefined ? <Headlines measures={measures} now={now} before={before} /> : null}
      {reads && now === undefined ? (
        <Notice title={t('Nothing to read yet')}>
          <p>{t(NO_RELEASE)}</p>
        </Notice>
      ) : null}
      {may(viewer, 'read', 'catalogue') ? null : (
        <Notice title={t('This account reads no data')}>
          <p>{t('It looks after accounts and their roles. What everybody may read stands in the trust centre.')}</p>
        </Notice>
      )}
      {now === undefined ? null : <Freshness now={now} />}
    </>
  );
}

interface HeadlinesProps {
  readonly measures: readonly Measure[];
  readonly now: Period;
  readonly before: Period | undefined;
}

function Headlines({ measures, now, before }: HeadlinesProps) {
  const { answer, loading, failed, retry } = useHeadlines(measures, now, before);
  if (failed) return <Failed retry={retry} />;
  if (answer === null) return <Loading height={720} />;
  return (
    <section aria-labelledby="findings" className="stack" aria-busy={loading}>
      <h2 id="findings">{t('What this quarter says')}</h2>
      <HeadlineList headlines={answer} follow={t('See the groups')} />
    </section>
  );
}

function Freshness({ now }: { readonly now: Period }) {
  const { installation } = useSession();
  const { preparing } = installation;
  return (
    <section aria-labelledby="fresh" className="stack-tight">
      <h2 id="fresh">{t('How fresh this is')}</h2>
      <p>
        {rich(
          'As of {date}, release {release}. A release never changes; a correction is a new one. <a>Read its certificate</a>',
          {
            date: calendarDate(now.endsOn),
            release: now.releaseId,
            a: (inside) => <Link to={`/trust/certificates/${now.releaseId}`}>{inside}</Link>,
          },
        )}
      </p>
      {preparing === null ? null : (
        <p role="status">
          {t('Earlier quarters of the sample are being built: {done} of {total} are ready.', {
            done: preparing.done,
            total: preparing.total,
          })}
        </p>
      )}
    </section>
  );
}
