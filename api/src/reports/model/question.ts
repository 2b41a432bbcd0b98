import { saying, t } from '#language';
import {
  ABOUT_NOTE,
  CENSUS_NOTE,
  calendarDate,
  capital,
  comparing,
  comparisonsNote,
  count,
  differs,
  estimateSentence,
  estimateTitle,
  excludesParity,
  hasClause,
  HIDDEN_SHORT,
  inReadingOrder,
  type ParityFinding,
  paritySentence,
  parityTitle,
  quietSentence,
  restSentence,
  similarNote,
  type Spoken,
} from '#wording';
import type { Dimension, Group, ReleasedCell, ReleasedTable, ReleaseHeader, ReleasePolicy } from '../../kernel/index.js';
import type { PublishedQuarter } from '../../releases/index.js';
import { chapterOf } from './chapters.js';
import { figureOf } from './figure.js';
import { estimateOf, isComparison, parityFindings, primaryOf } from './findings.js';
import { heatsOf } from './heat.js';
import type { OpenQuestion, Question } from './model.js';
import { type Column, isTelling } from './parts.js';
import { printedTable } from './printed-table.js';
import { trendOf } from './trend.js';
import type { MeasureWords } from './words.js';
import { bareOf, clauseOf, whyNot } from './written.js';

/** A measure, one of its variants, and the tables that answer about it. */
export interface Asked {
  readonly words: MeasureWords;
  readonly variant: { readonly key: string; readonly label: string };
  /** The organisation first, then by one column, then by two. */
  readonly tables: readonly ReleasedTable[];
  /** The group whose answer stands for all that is asked about: the empty one is the organisation. */
  readonly whole: Group;
  readonly dimensions: readonly Dimension[];
  readonly header: ReleaseHeader;
  readonly policy: ReleasePolicy;
}

/** Groups told in sentences; more of them are a table. */
const MOST_TOLD = 4;
/** Groups whose interval alone leaves equal rates out; more of them than this would look like findings. */
const MOST_DOUBTFUL = 2;

const keyOf = ({ words, variant }: Asked): string => `${words.key}/${variant.key}`;

/** The cell of all that is asked about, where the audience sees it. */
export function wholeOf({ tables, whole }: Pick<Asked, 'tables' | 'whole'>): ReleasedCell | undefined {
  const by = Object.keys(whole);
  const own = tables.find(({ breakdown }) => breakdown.length === by.length && by.every((key) => breakdown.includes(key)));
  return own?.cells.find(({ group }) => by.every((key) => group[key] === whole[key]));
}

/** A page about one question; null where nothing of it can be shown. */
export function questionOf(asked: Asked, quarters: readonly PublishedQuarter[]): Question | null {
  if (!asked.tables.some(isTelling)) return null;
  const { words, variant, policy } = asked;
  const findings = asked.tables.filter(({ breakdown }) => breakdown.length === 1).flatMap((table) => findingsOf(asked, table));
  const told = findings.length > 0 ? comparison(asked, findings) : estimate(asked);
  return {
    key: keyOf(asked),
    measure: words.key,
    variant: variant.key,
    chapter: chapterOf(words),
    question: words.question,
    title: told.title,
    subtitle: `${words.label}, ${variant.label}. ${words.population}`,
    sentences: told.sentences,
    figure: figureOf(asked),
    howToRead: t(HOW_TO_READ[findings.length > 0 ? 'comparison' : 'estimate']),
    table: printedTable(asked),
    heats: heatsOf(asked),
    trend: trendOf(asked, quarters),
    caveats: caveatsOf(asked, findings, policy),
  };
}

const HOW_TO_READ = {
  comparison: saying(
    'Dots left of the line mean a lower rate than everyone else, dots right of it a higher one. Lines show the 95\u00a0% interval; the band is the range that was agreed to be similar.',
  ),
  estimate: saying('Dots show the estimate of each group, lines its 95\u00a0% interval; the diamond is the whole organisation.'),
};

const findingsOf = ({ words, dimensions }: Asked, table: ReleasedTable): ParityFinding[] =>
  isComparison(words, table) ? parityFindings(words, table, dimensions) : [];

interface Told {
  readonly title: string;
  readonly sentences: readonly string[];
}

function comparison({ tables, variant, words }: Asked, findings: readonly ParityFinding[]): Told {
  const speech = comparing(words.key, variant.key, words.primary);
  const named = inReadingOrder(findings.filter(differs));
  const doubtful = findings.filter(excludesParity).slice(0, MOST_DOUBTFUL);
  const first = (named.length > 0 ? named : doubtful).slice(0, MOST_TOLD);
  const more = named.length > MOST_TOLD ? [t('The table shows {n} more.', { n: named.length - MOST_TOLD })] : [];
  const rest = named.length === 0 ? quietSentence(findings, speech) : restSentence(findings, hiddenIn(tables));
  return {
    title: parityTitle(findings, speech),
    sentences: [...first.map((finding) => paritySentence(finding, speech)), ...more, rest].filter((text) => text !== ''),
  };
}

const hiddenIn = (tables: readonly ReleasedTable[]): number =>
  tables.flatMap(({ cells }) => cells).filter(({ status }) => status === 'suppressed').length;

function estimate(asked: Asked): Told {
  const { words, tables } = asked;
  const whole = wholeOf(asked);
  const column = tables.map((table) => primaryOf(words, table)).find((one) => one !== undefined);
  if (whole === undefined || column === undefined) return { title: words.question, sentences: [] };
  const finding = estimateOf(whole, column, asked.dimensions);
  if (finding === null) return { title: words.question, sentences: [wholeWithout(whole, column)] };
  const spoken = spokenOf(asked, column);
  if (!hasClause(spoken, true)) return labelled(asked, whole, column);
  return { title: estimateTitle(finding, spoken), sentences: [estimateSentence(finding, spoken)] };
}

/** Where no sentence was agreed, the name of the figure and its value: nothing is read into it. */
function labelled({ variant }: Asked, whole: ReleasedCell, column: Column): Told {
  const about = `${column.words.label} (${variant.label})`;
  const clause = clauseOf(whole, column) ?? '';
  const said = { what: capital(about), value: bareOf(whole, column) };
  return { title: t('{what}: about {value}', said), sentences: [t('{what}: about {value}.', { ...said, value: clause })] };
}

const wholeWithout = (whole: ReleasedCell, { key }: Column): string =>
  `${Object.keys(whole.group).length === 0 ? t('For the whole organisation there is no number.') : t('For all of it there is no number.')} ${whyNot(whole, key)}`;

function spokenOf({ words, variant }: Asked, { key, words: { label, format } }: Column): Spoken {
  return { measure: words.key, variant: variant.key, variantLabel: variant.label, value: key, valueLabel: label, format };
}

function caveatsOf(asked: Asked, findings: readonly ParityFinding[], { similar }: ReleasePolicy): string[] {
  const { words, tables, header } = asked;
  const hidden = hiddenIn(tables);
  const cells = tables.flatMap((table) => table.cells).length;
  const comparisons = findings.find((finding) => finding.comparisons !== null)?.comparisons;
  return [
    t(ABOUT_NOTE),
    ...(findings.length > 0 ? [similarNote(similar.low, similar.high)] : [t(CENSUS_NOTE)]),
    ...(comparisons ? [comparisonsNote(comparisons)] : []),
    ...(hidden > 0
      ? [`${t('{some} of {all} results are hidden.', { some: count(hidden), all: count(cells) })} ${t(HIDDEN_SHORT)}`]
      : []),
    t('Not for: {uses}.', { uses: words.notFor.join('; ') }),
    t('As of {day}, release {release}, method {method}.', {
      ...{ day: calendarDate(header.asOf), release: header.id, method: words.method },
    }),
  ];
}

/** A question without an answer, and why there is none. */
export function openQuestionOf(asked: Asked): OpenQuestion {
  const { words, variant } = asked;
  const whole = wholeOf(asked);
  const hidden = hiddenIn(asked.tables);
  const why = whole ? whyNot(whole, words.primary) : hidden > 0 ? t(HIDDEN_SHORT) : t('Nothing was collected for it.');
  return { key: keyOf(asked), chapter: chapterOf(words), question: words.question, about: variant.label, why };
}
