import type { Dimension, ReleasedTable } from '../kernel/index.js';
import { describeQuality, type JudgedRelease } from '../releases/index.js';
import { AUDITED_MEASURES } from './equity-family.js';
import type { Finding } from './findings.js';
import { DATA_QUALITY, type Judged } from './judged.js';

/** What an audit says about its data before anything is judged. */
export interface DataFacts {
  /** Comparisons, and how many of them are hidden or have no estimate. */
  readonly comparisons: number;
  readonly hidden: number;
  readonly withoutEstimate: number;
  /** How many have said each personal characteristic, of 1. */
  readonly characteristics: readonly SaidShare[];
  /** The day of the oldest among the newest loads; null where the release does not say. */
  readonly oldestLoad: string | null;
  /** What was asked of the data before publication, and what was held back, in sentences. */
  readonly quality: readonly string[];
  /** What changed since the quarter before, in sentences. */
  readonly changed: readonly string[];
}

export interface SaidShare {
  readonly label: string;
  readonly share: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** The facts of the first step, about the findings that an audit is about. */
export function dataFactsOf({ release }: Judged, findings: readonly Finding[], before: JudgedRelease | null): DataFacts {
  const { quality } = release.certificate;
  const count = (one: Finding['class']): number => findings.filter((finding) => finding.class === one).length;
  return {
    comparisons: findings.length,
    hidden: count('hidden'),
    withoutEstimate: count('no-estimate'),
    characteristics: saidShares(release),
    oldestLoad: quality?.files.map(({ newestLoad }) => newestLoad).sort()[0] ?? null,
    quality: quality ? describeQuality(quality) : [],
    changed: before === null ? [] : changedSince(before, release),
  };
}

function saidShares({ tables, dimensions }: JudgedRelease): SaidShare[] {
  const table = tables.find(
    ({ measure, variant, breakdown }) =>
      measure === DATA_QUALITY && variant === 'characteristics' && breakdown.join() === 'characteristic',
  );
  return (table?.cells ?? []).flatMap((cell) => {
    const { characteristic = '' } = cell.group;
    const label = dimensions.find(({ key }) => key === characteristic)?.label ?? characteristic;
    return cell.status === 'shown' ? shareIn(label, cell.values) : [];
  });
}

type Values = Extract<ReleasedTable['cells'][number], { status: 'shown' }>['values'];

function shareIn(label: string, { share, shareLower, shareUpper }: Values): SaidShare[] {
  const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);
  return typeof share === 'number' ? [{ label, share, lower: number(shareLower), upper: number(shareUpper) }] : [];
}

/** Methods of the audited measures, and groups that came or went. */
function changedSince(before: JudgedRelease, now: JudgedRelease): string[] {
  const [then, since] = [methods(before), methods(now)];
  const changedMethods = AUDITED_MEASURES.filter((measure) => then.get(measure) !== since.get(measure)).map(
    (measure) => `The method of ${measure} is ${since.get(measure) ?? 'none'}; it was ${then.get(measure) ?? 'none'}.`,
  );
  return [...changedMethods, ...now.dimensions.flatMap((dimension) => changedValues(dimension, before))];
}

const methods = ({ methodVersion }: JudgedRelease): Map<string, string> =>
  new Map(methodVersion.split(' ').map((one) => [one.split('/')[0] ?? '', one]));

function changedValues(dimension: Dimension, before: JudgedRelease): string[] {
  if (dimension.sensitivity === 'secret') return [];
  const then = before.dimensions.find(({ key }) => key === dimension.key);
  if (!then) return [`${dimension.label} is new as a column.`];
  const names = ({ values }: Dimension): string[] => values.map(({ key }) => key);
  const [were, are] = [names(then), names(dimension)];
  const [came, went] = [are.filter((key) => !were.includes(key)), were.filter((key) => !are.includes(key))];
  return [
    ...(came.length > 0 ? [`New in ${dimension.label}: ${came.join(', ')}.`] : []),
    ...(went.length > 0 ? [`No longer in ${dimension.label}: ${went.join(', ')}.`] : []),
  ];
}
