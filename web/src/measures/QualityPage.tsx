import { Link } from 'react-router';
import { useMay, useSession } from '../access/index.js';
import { type Release, RELEASES_QUERY, useAsk } from '../gateway/index.js';
import { PageHead } from '../kit/index.js';
import { t } from '../language/index.js';
import { calendarDate, NO_RELEASE, quarter } from '../wording/index.js';
import { FigurePage } from './FigurePage.js';

const TITLE = t('Data quality');
const LEAD = t('Can the numbers be trusted? How far columns are filled, rows resolved and characteristics known.');

/** What the releases say of their own data: for readers of results the figures, for the steward what the certificate withheld. */
export default function QualityPage() {
  const { measures } = useSession();
  const reads = useMay('read', 'cells');
  const measure = measures.find((one) => one.key === 'data_quality');
  return (
    <div className="stack-wide">
      <div>
        {reads && measure !== undefined ? (
          <FigurePage title={TITLE} lead={LEAD} main={measure} measures={[measure]} />
        ) : (
          <PageHead title={TITLE} lead={LEAD} />
        )}
      </div>
      {useMay('read', 'releases') ? <Withheld /> : null}
    </div>
  );
}

/** What the gate of the newest release says: measures that it withheld, and why. */
function Withheld() {
  const { answer } = useAsk<{ releases: readonly Release[] }>(RELEASES_QUERY);
  const release = answer?.releases.find((one) => one.status === 'published' && one.current);
  return (
    <section aria-labelledby="gate" className="stack">
      <h2 id="gate">{t('What the quality gate withheld')}</h2>
      {answer !== null && release === undefined ? <p>{t(NO_RELEASE)}</p> : null}
      {release === undefined ? null : (
        <>
          <p>
            {t('Of {quarter}, as of {day}: no cell of a withheld measure is shown.', {
              quarter: quarter(release.period),
              day: calendarDate(release.asOf),
            })}{' '}
            <Link to={`/trust/certificates/${release.id}`}>{t('Read its certificate')}</Link>
          </p>
          <Lines lines={release.certificate?.quality ?? []} />
        </>
      )}
    </section>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return <p>{t('Nothing was withheld for its quality.')}</p>;
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
