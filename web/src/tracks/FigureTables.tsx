import { type Track, type TrackFigure } from '../gateway/index.js';
import { AbsenceMark, type Column, DataTable, VerdictBadge } from '../kit/index.js';
import { quarter, range, readVerdict, written } from '../wording/index.js';
import styles from './tracks.module.css';
import { t } from '../language/index.js';

const PARTS = [
  ['outcome', t('Other outcomes'), t('They do not decide. Those that the charter names are marked.')],
  [
    'promotion',
    t('Promotions, compared ever more fairly'),
    t(
      'The first number is struck through: who lives long enough to be mentored, or is expected to rise, is promoted more anyway.',
    ),
  ],
  ['equity', t('Equity among its mentees'), t('Beside everyone else.')],
  ['experience', t('How participants see it'), t('Coded answers; no sentence of anybody is ever shown.')],
  ['cost', t('What it costs'), t('Minutes of mentors in the quarter, and of mentees in a month.')],
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
    { key: 'label', label: t('Figure'), render: labelOf },
    { key: 'value', label: t('Value'), numeric: true, render: (figure) => <Written figure={figure} /> },
    { key: 'interval', label: t('95 % interval'), numeric: true, render: intervalOf },
  ];
  if (part === 'equity') return [...columns, { key: 'verdict', label: t('Verdict'), render: verdictIn }];
  return part === 'outcome'
    ? [
        ...columns,
        { key: 'chosen', label: t('In the charter'), render: ({ chosen }) => (chosen ? t('Yes, does not decide') : t('No')) },
      ]
    : columns;
}

const labelOf = ({ label, organisation }: TrackFigure): string =>
  organisation ? t('{label} (whole organisation)', { label }) : label;

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
