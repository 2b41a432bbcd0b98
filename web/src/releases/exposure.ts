/** How far one person's yes or no could be read, from 0 (nothing) to 1 (certainty). */
export interface Readable {
  readonly greatest: number | null;
  readonly mean: number | null;
}

export interface ExposureRow {
  readonly subject: string;
  readonly release: Readable;
  readonly history: Readable;
}

/** What the tables of one measure would tell alone. */
export interface MeasureRow extends Readable {
  readonly measure: string;
  readonly subject: string;
}

export interface Exposure {
  readonly release: number | null;
  readonly history: number | null;
  /** What readers reach who know others' records; printed, without a limit. */
  readonly insider: number | null;
  readonly manager: number | null;
  readonly rows: readonly ExposureRow[];
  /** The dearest first; empty in certificates from before they were told apart. */
  readonly measures: readonly MeasureRow[];
}

type Json = Readonly<Record<string, unknown>>;

const object = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {});
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const readable = (value: unknown): Readable => ({
  greatest: number(object(value)['greatest']),
  mean: number(object(value)['mean']),
});

/** `demo_gender=f` is a secret of its own, a holder of that value. */
const subjectInWords = (key: string): string =>
  key
    .replace(/^demo_/, '')
    .replace('=', ': ')
    .replaceAll('_', ' ');

/** Reads the certificate's figures; null where exposure was not measured. */
export function readExposure(json: string): Exposure | null {
  const figures = object(parsed(json));
  const subjects = Object.entries(object(figures['subjects']));
  if (subjects.length === 0) return null;
  const greatest = object(figures['greatest']);
  const others = object(figures['others']);
  return {
    release: number(greatest['release']),
    history: number(greatest['history']),
    insider: number(others['insider']),
    manager: number(others['manager']),
    rows: subjects.map(([key, value]) => ({
      subject: subjectInWords(key),
      release: readable(object(value)['release']),
      history: readable(object(value)['history']),
    })),
    measures: Object.entries(object(figures['measures']))
      .map(([key, value]) => ({ measure: key.replaceAll('_', ' '), subject: subjectOf(value), ...readable(value) }))
      .sort((a, b) => (b.greatest ?? 0) - (a.greatest ?? 0) || (a.measure < b.measure ? -1 : 1)),
  };
}

const subjectOf = (value: unknown): string => {
  const { subject } = object(value);
  return typeof subject === 'string' ? subjectInWords(subject) : '';
};

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
