import { type Track, type TrackFigure } from '../gateway/index.js';
import { AbsenceMark, type Column, DataTable, VerdictBadge } from '../kit/index.js';
import { quarter, range, readVerdict, written } from '../wording/index.js';
import styles from './tracks.module.css';

const PARTS = [
  ['outcome', 'Other outcomes', 'They do not decide. Those that the charter names are marked.'],
  [
    'promotion',
    'Promotions, compared ever more fairly',
    'The first number is struck through: who lives long enough to be mentored, or is expected to rise, is promoted more anyway.',
  ],
  ['equity', 'Equity among its mentees', 'Beside everyone else.'],
  ['experience', 'How participants see it', 'Coded answers; no sentence of anybody is ever shown.'],
  ['cost', 'What it costs', 'Minutes of mentors in the quarter, and of mentees in a month.'],
] as const;

/** What is published about a track beside the outcome that decides. */
export function FigureTables({ track: { figures, figuresOf, summary } }: { readonly track: Track }) {
  if (figuresOf === null) return null;
  return (
    <>
      {PARTS.map(([part, title, about]) => {
        const rows = figures.filter((figure) => figure.part === part);
        return rows.length === 0 ? null : (
          <section key={part} aria-labelledby={`part-${part}`} className="stack">
            <h2 id={`part-${part}`}>{title}</h2>
            <p className="quiet">
              {about} {quarter(figuresOf)}, {summary.name}.
            </p>
            <DataTable
              caption={`${title}, ${summary.name}`}
              captionHidden
              columns={columnsOf(part)}
              rows={rows}
              rowKey={({ key }) => key}
              compact
            />
          </section>
        );
      })}
    </>
  );
}

function columnsOf(part: string): readonly Column<TrackFigure>[] {
  const columns: readonly Column<TrackFigure>[] = [
    { key: 'label', label: 'Figure', render: labelOf },
    { key: 'value', label: 'Value', numeric: true, render: (figure) => <Written figure={figure} /> },
    { key: 'interval', label: '95 % interval', numeric: true, render: intervalOf },
  ];
  if (part === 'equity') return [...columns, { key: 'verdict', label: 'Verdict', render: verdictIn }];
  return part === 'outcome'
    ? [...columns, { key: 'chosen', label: 'In the charter', render: ({ chosen }) => (chosen ? 'Yes, does not decide' : 'No') }]
    : columns;
}

const labelOf = ({ label, organisation }: TrackFigure): string => (organisation ? `${label} (whole organisation)` : label);

const isCrude = ({ key }: TrackFigure): boolean => key.endsWith('.crudeRatio');

function Written({ figure }: { readonly figure: TrackFigure }) {
  if (figure.value === null) return <AbsenceMark status={figure.status} />;
  const text = written(figure.value, figure.format);
  return isCrude(figure) ? <s className={styles['struck']}>{text}</s> : text;
}

function intervalOf({ lower, upper, format }: TrackFigure): string {
  return lower === null || upper === null ? '–' : range(written(lower, format), written(upper, format));
}

function verdictIn({ verdict }: TrackFigure) {
  const known = verdict === null ? null : readVerdict(verdict);
  return known === null ? '–' : <VerdictBadge verdict={known} />;
}
