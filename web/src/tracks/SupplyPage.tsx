import { useState } from 'react';
import { type NowAndThen, SUPPLY_WHAT_IF, type SupplyWhatIf, type TrackInterval, useAsk } from '../gateway/index.js';
import { Choice, type Column, DataTable, Failed, Loading, Notice, PageHead } from '../kit/index.js';
import { count, HIDDEN_SHORT, inWords, measured, percent, quarter, range } from '../wording/index.js';
import styles from './tracks.module.css';
import { t } from '../language/index.js';

interface Answer {
  readonly supplyWhatIf: SupplyWhatIf | null;
}

interface Change {
  readonly level: string;
  readonly cap: number;
  readonly peers: number;
  readonly each: number;
}

/** What a cap on a level and a few mentors more would change about load and waiting. */
export default function SupplyPage() {
  const [change, setChange] = useState<Change>({ level: '', cap: 2, peers: 5, each: 1 });
  const { answer, failed, retry } = useAsk<Answer>(SUPPLY_WHAT_IF, { ...change });
  const whatIf = answer?.supplyWhatIf ?? null;
  const shown = (whatIf?.levels ?? []).filter((one) => one.shown);
  const first = shown.at(-1)?.key ?? '';
  // A level whose load is shown is asked about until somebody chooses.
  if (change.level === '' && first !== '') setChange({ ...change, level: first });
  return (
    <>
      <PageHead
        title={t('What if we add mentors')}
        context={t('Tracks')}
        lead={t(
          'Expected load and waiting if mentors of a level take fewer mentees and others join. From published figures alone.',
        )}
      />
      <div className="stack-wide">
        <Changes change={change} levels={shown} onChange={setChange} />
        {failed ? <Failed retry={retry} /> : answer === null ? <Loading height={320} /> : null}
        {whatIf === null ? null : <Outlook whatIf={whatIf} change={change} />}
        {answer !== null && whatIf === null ? <p className="quiet">{t('Nothing has been published yet.')}</p> : null}
      </div>
    </>
  );
}

interface ChangesProps {
  readonly change: Change;
  readonly levels: SupplyWhatIf['levels'];
  readonly onChange: (change: Change) => void;
}

const Changes = ({ change, levels, onChange }: ChangesProps) => (
  <div className={styles['pair']}>
    <Choice
      label={t('Cap mentors of level')}
      value={change.level}
      options={levels.map((one) => ({ value: one.key, label: one.label }))}
      onChange={(level) => onChange({ ...change, level })}
    />
    <Numbers
      label={t('At most so many mentees')}
      value={change.cap}
      among={MENTEES}
      onChange={(cap) => onChange({ ...change, cap })}
    />
    <Numbers
      label={t('Mentors more, of other levels')}
      value={change.peers}
      among={PEERS}
      onChange={(peers) => onChange({ ...change, peers })}
    />
    <Numbers
      label={t('Mentees that each of them takes')}
      value={change.each}
      among={MENTEES}
      onChange={(each) => onChange({ ...change, each })}
    />
  </div>
);

const MENTEES = [1, 2, 3, 4, 5];
const PEERS = [0, 1, 2, 3, 5, 8, 10, 15, 20, 30, 50];

interface NumbersProps {
  readonly label: string;
  readonly value: number;
  readonly among: readonly number[];
  readonly onChange: (value: number) => void;
}

const Numbers = ({ label, value, among, onChange }: NumbersProps) => (
  <Choice
    label={label}
    value={String(value)}
    options={among.map((one) => ({ value: String(one), label: String(one) }))}
    onChange={(text) => onChange(Number(text))}
  />
);

interface OutlookProps {
  readonly whatIf: SupplyWhatIf;
  readonly change: Change;
}

interface Row extends NowAndThen {
  readonly what: string;
  readonly write: (value: number) => string;
  /** Said around one value, or around both limits. */
  readonly around?: (said: string) => string;
}

function Outlook({ whatIf: { period, levels, outlook }, change: { level, cap, peers, each } }: OutlookProps) {
  const label = levels.find(({ key }) => key === level)?.label ?? level;
  if (outlook === null)
    return (
      <Notice title={t('The load of mentors is not shown')}>
        <p>
          {t(HIDDEN_SHORT)} {t('Another level may be shown.')}
        </p>
      </Notice>
    );
  const rows: Row[] = [
    { what: t('Mentees of a mentor of level {label}', { label }), write: measured, ...outlook.level },
    { what: t('Mentees of every other mentor, if others take those above the cap'), write: measured, ...outlook.others },
    {
      what: t('People who can be mentored at once'),
      write: count,
      around: (value) => t('about {value}', { value }),
      ...outlook.places,
    },
    ...outlook.served.map(({ days, ...both }) => ({ what: t('Served within {days} days', { days }), write: percent, ...both })),
  ];
  const told = outlook.served.find(({ days }) => days === 90);
  return (
    <section aria-labelledby="outlook" className="stack">
      <h2 id="outlook">{t('What to expect')}</h2>
      <p role="status">
        {t('At most {cap} mentees for mentors of level {label}, and {peers} mentors more with {each} each:', {
          label,
          cap: inWords(cap),
          peers: inWords(peers),
          each: inWords(each),
        })}{' '}
        {told ? servedSentence(told) : t('the wait is not shown, so that nothing can be said about it.')}
      </p>
      <DataTable
        caption={t('Now ({quarter}) and then, each with its limits', { quarter: quarter(period) })}
        columns={COLUMNS}
        rows={rows}
        rowKey={({ what }) => what}
      />
      <h3>{t('What this rests on')}</h3>
      <ul>
        <li>{t('Places are those in use today. Whoever asks is matched in proportion to them; who asks does not change.')}</li>
        <li>
          {t(
            'How mentees are spread over mentors is not published, so the number above the cap is a range: from what the mean exceeds it by to the most that any spread with these limits allows.',
          )}
        </li>
        <li>
          {t('The limits are the least and the most that all published limits allow together. They are wide rather than narrow.')}
        </li>
        <li>{t('Whether so many people want to mentor, and have the time, no figure tells.')}</li>
      </ul>
    </section>
  );
}

/** Where both directions lie within the limits, nobody can tell. */
function servedSentence({ now, then }: NowAndThen): string {
  const share = t('{share} would be served within 90 days ({limits}) in place of {now}.', {
    share: percent(then.value),
    limits: limits(then, percent),
    now: percent(now.value),
  });
  if (then.lower > now.upper || then.upper < now.lower) return share;
  return `${share} ${t('The limits overlap: from these figures nobody can tell whether people would wait longer or shorter.')}`;
}

const limits = ({ lower, upper }: TrackInterval, write: (value: number) => string): string => range(write(lower), write(upper));

const asIs = (said: string): string => said;

const COLUMNS: readonly Column<Row>[] = [
  { key: 'what', label: t('Figure'), render: ({ what }) => what },
  { key: 'now', label: t('Now'), numeric: true, render: ({ now, write, around = asIs }) => around(write(now.value)) },
  {
    key: 'now-limits',
    label: t('Limits now'),
    numeric: true,
    render: ({ now, write, around = asIs }) => around(limits(now, write)),
  },
  { key: 'then', label: t('Then'), numeric: true, render: ({ then, write, around = asIs }) => around(write(then.value)) },
  {
    key: 'then-limits',
    label: t('Limits then'),
    numeric: true,
    render: ({ then, write, around = asIs }) => around(limits(then, write)),
  },
];
