import { inSentence, t } from '#language';
import { cellsOf, mentorHoursIn, PLACES } from '../../decisions/index.js';
import type { ReleasedCell, ReleasedTable, ReleasedValue } from '../../kernel/index.js';
import { type MeasureContract, measureOf } from '../../measures/index.js';
import type { CharterContent } from '../../tracks/index.js';
import { sayAgain } from '../../translation/index.js';
import type { TrackFigure } from '../types/track.types.js';

type Part = 'outcome' | 'promotion' | 'equity' | 'experience' | 'cost';

interface FigurePlace {
  readonly part: Part;
  readonly measure: string;
  readonly variant: string;
  readonly value: string;
  /** Of a comparison with everyone else. */
  readonly verdict?: string;
  /** No figure of one track exists: the whole organisation stands for it. */
  readonly organisation?: true;
}

/** What stands beside the outcome that decides, in this order. The four numbers of promotions are read from crude to fair. */
const FIGURES: readonly FigurePlace[] = [
  { part: 'outcome', measure: 'skill_comparison', variant: 'compared', value: 'difference' },
  { part: 'outcome', measure: 'skill_change', variant: 'checked', value: 'change' },
  { part: 'outcome', measure: 'progression', variant: 'starters', value: 'by12' },
  { part: 'outcome', measure: 'novel_situations', variant: 'beginners', value: 'by12' },
  { part: 'outcome', measure: 'guidance', variant: 'guided', value: 'slope' },
  { part: 'outcome', measure: 'endings', variant: 'relationships', value: 'good' },
  { part: 'outcome', measure: 'delivery', variant: 'teams_with_mentees', value: 'difference', organisation: true },
  { part: 'promotion', measure: 'promotion_comparison', variant: 'landmark', value: 'crudeRatio' },
  { part: 'promotion', measure: 'promotion_comparison', variant: 'landmark', value: 'oddsRatio' },
  { part: 'promotion', measure: 'promotion_comparison', variant: 'over_time', value: 'hazardRatio' },
  { part: 'promotion', measure: 'promotion_comparison', variant: 'over_time', value: 'eValue' },
  { part: 'promotion', measure: 'promotion_comparison', variant: 'landmark', value: 'weightedDifference' },
  { part: 'equity', measure: 'wait', variant: 'requests', value: 'rateRatio', verdict: 'verdict' },
  { part: 'equity', measure: 'funnel', variant: 'requests', value: 'completedRateRatio', verdict: 'completedVerdict' },
  { part: 'equity', measure: 'dose', variant: 'mentee', value: 'meanRatio', verdict: 'verdict' },
  { part: 'equity', measure: 'reach_new_hires', variant: 'new_hires', value: 'rateRatio', verdict: 'verdict' },
  { part: 'equity', measure: 'matching_given_fit', variant: 'requests', value: 'oddsRatio' },
  { part: 'equity', measure: 'endings', variant: 'relationships', value: 'rateRatio', verdict: 'verdict' },
  { part: 'equity', measure: 'time_zone_gap', variant: 'pairs', value: 'rateRatio', verdict: 'verdict' },
  { part: 'equity', measure: 'load', variant: 'mentor_mentees', value: 'meanRatio', verdict: 'verdict' },
  { part: 'experience', measure: 'pulse', variant: 'respondents', value: 'share' },
  { part: 'experience', measure: 'joint_reviews', variant: 'pairs', value: 'goalsMet' },
  { part: 'experience', measure: 'joint_reviews', variant: 'pairs', value: 'viewsApart' },
  { part: 'experience', measure: 'escalations', variant: 'running', value: 'share' },
  { part: 'experience', measure: 'exit_recommend', variant: 'leavers_mentored', value: 'difference', organisation: true },
  { part: 'cost', measure: 'load', variant: 'mentor_minutes', value: 'mean' },
  { part: 'cost', measure: 'load', variant: 'mentor_mentees', value: 'mean' },
  { part: 'cost', measure: 'dose', variant: 'mentee', value: 'mean' },
  { part: 'cost', measure: 'capacity', variant: 'teams_at_work', value: 'used', organisation: true },
];

/** The tables of one release that speak of tracks, and of the whole organisation. */
export interface FigureTables {
  readonly byTrack: readonly ReleasedTable[];
  readonly organisation: readonly ReleasedTable[];
  /** Of the release of the look that decides; null before the first look. */
  readonly atLook: readonly ReleasedTable[] | null;
}

/**
 * The figures of a track beside the outcome that decides, which is never among them: it is shown at looks alone. Where
 * promotions decide, their numbers are those of the look.
 */
export function figuresOf(track: string, charter: CharterContent | null, tables: FigureTables): TrackFigure[] {
  const cells = cellsOf(tables.byTrack, track);
  const atLook = charter?.outcome === 'promotion_comparison' ? cellsOf(tables.atLook ?? [], track) : cells;
  const figures = FIGURES.filter((place) => !decides(place, charter)).map((place) => {
    const own = (place.part === 'promotion' ? atLook : cells).get(`${place.measure}/${place.variant}`);
    const cell = place.organisation ? organisationCell(tables.organisation, place) : own;
    return figureOf(place, cell, charter?.secondary.some((key) => key === place.measure) ?? false);
  });
  return [...figures, hoursFigure(tables.byTrack, track)];
}

/** What all mentors of the track gave together: a product of two released figures. */
function hoursFigure(tables: readonly ReleasedTable[], track: string): TrackFigure {
  const hours = mentorHoursIn(tables, track);
  const cell = cellsOf(tables, track).get('load/mentor_minutes');
  const named = {
    key: 'load.mentor_minutes.hours',
    part: 'cost',
    label: t('Hours of its mentors, all together'),
    format: 'hours',
  };
  const shown: Shown = hours
    ? { ...hours, status: 'shown', reason: null, verdict: null }
    : { ...ABSENT, status: cell && cell.status !== 'shown' ? cell.status : cell ? 'notEstimable' : 'notCollected' };
  return { ...named, organisation: false, chosen: false, ...shown };
}

function decides({ part, measure, variant }: FigurePlace, charter: CharterContent | null): boolean {
  const place = charter && PLACES[charter.outcome];
  return part !== 'promotion' && place?.measure === measure && place.variant === variant;
}

const organisationCell = (tables: readonly ReleasedTable[], { measure, variant }: FigurePlace): ReleasedCell | undefined =>
  tables.find((table) => table.measure === measure && table.variant === variant)?.cells[0];

function figureOf(place: FigurePlace, cell: ReleasedCell | undefined, chosen: boolean): TrackFigure {
  const { part, measure, variant, value, organisation = false } = place;
  const contract = measureOf(measure);
  const described = contract?.values.find(({ key }) => key === value);
  const named = {
    key: `${measure}.${variant}.${value}`,
    part,
    label: `${nameOf(contract, variant) ?? measure}: ${inSentence(sayAgain(described?.label ?? value))}`,
    format: described?.format ?? 'ratio',
    organisation,
    chosen,
  };
  return { ...named, ...shownOf(place, cell) };
}

/** A measure that is told of more than one population is named with its own. */
function nameOf(contract: MeasureContract | undefined, variant: string): string | undefined {
  if (!contract || contract.variants.length === 1) return contract && t(contract.label);
  return `${t(contract.label)}, ${t(contract.variants.find(({ key }) => key === variant)?.label ?? variant)}`;
}

type Shown = Pick<TrackFigure, 'status' | 'reason' | 'value' | 'lower' | 'upper' | 'verdict'>;

const ABSENT: Omit<Shown, 'status'> = { reason: null, value: null, lower: null, upper: null, verdict: null };

function shownOf({ value, verdict = '' }: FigurePlace, cell: ReleasedCell | undefined): Shown {
  if (!cell) return { ...ABSENT, status: 'notCollected' };
  if (cell.status !== 'shown')
    return { ...ABSENT, status: cell.status, reason: cell.status === 'notEstimable' ? cell.reason : null };
  const point = cell.values[value];
  if (typeof point !== 'number') return { ...ABSENT, status: 'notEstimable', reason: reasonIn(point) };
  const [lower, upper] = [`${value}Lower`, `${value}Upper`].map((key) => numberIn(cell.values[key]));
  const said = cell.values[verdict];
  return {
    status: 'shown',
    reason: null,
    value: point,
    lower: lower ?? null,
    upper: upper ?? null,
    verdict: typeof said === 'string' ? said : null,
  };
}

const numberIn = (value: ReleasedValue | undefined): number | null => (typeof value === 'number' ? value : null);
const reasonIn = (value: ReleasedValue | undefined): string | null => (typeof value === 'object' ? value.reason : null);
