import { saying, t } from '#language';
import {
  absence,
  badge,
  calendarDate,
  capital,
  choiceLabel,
  type Comparing,
  comparing,
  FINDING_CLASSES,
  findingTitle,
  groupAtStart,
  inWords,
  paritySentence,
  type ParityFinding,
  quarter,
  ratioWithLimits,
} from '#wording';
import { maySeeFinding, type Role, ROLE_LABELS, type Viewer } from '../../access/index.js';
import { DATA_LIMITS, NOTE_KINDS, REASONS, type SignedAudit, type SignedFinding } from '../../audits/index.js';
import type { Dimension, ReleasePolicy } from '../../kernel/index.js';
import type { AddedSection, Figure, FigureRow } from '../model/model.js';
import type { MeasureWords } from '../model/words.js';
import { insideSentence } from '../model/spoken-words.js';
import { namedGroup } from '../model/written.js';
import { labelIn, wordsTable } from './parts.js';

/** What an audit's sections are written from, beside the audit. */
export interface AuditGround {
  readonly audit: SignedAudit;
  /** The reader whom it is written for: sees no more of it than such a reader on the pages. */
  readonly reader: Viewer;
  readonly dimensions: readonly Dimension[];
  readonly measures: readonly MeasureWords[];
  readonly policy: ReleasePolicy;
  /** Every finding, and not those alone about which something had to be said. */
  readonly full: boolean;
}

/** Rows of a figure that fit beside a table on a page. */
const MOST_ROWS = 26;

/** What the audit found and what was decided about it. */
export function auditSection(ground: AuditGround): AddedSection {
  const { audit, full } = ground;
  const { document } = audit;
  const findings = findingsFor(ground);
  const told = findings.filter((finding) => full || finding.decision !== null);
  return {
    title: t('Equity audit of {quarter}: findings and decisions', { quarter: quarter(document.audit.period) }),
    paragraphs: [
      signatures(audit),
      dataSentence(audit),
      countsSentence(findings),
      ...notesSentences(audit, findings),
      t('Signed record {hash}.', { hash: audit.hash }),
    ],
    figure: figureOf(told.length > MOST_ROWS ? told.filter(({ decision }) => decision !== null) : told, ground),
    table: wordsTable(
      t('Findings, and what was decided about them'),
      [t('Finding'), t('Of everyone else (95\u00a0% interval)'), t('Verdict'), t('Decision'), t('Why')],
      told.map((finding) => rowOf(finding, ground)),
    ),
  };
}

/** What such a reader may see of it. */
export const findingsFor = ({ audit, reader }: Pick<AuditGround, 'audit' | 'reader'>): SignedFinding[] =>
  audit.document.findings.filter(({ group }) => maySeeFinding(reader, group));

const day = (at: Date): string => calendarDate(at.toISOString());
const roleName = (role: string): string => t(ROLE_LABELS[role as Role] ?? role);

const signatures = ({ signedRole, signedAt, countersignedRole, countersignedAt }: SignedAudit): string =>
  t('Signed by the {role} on {day}, countersigned by the {other} on {later}.', {
    ...{ role: insideSentence(roleName(signedRole)), day: day(signedAt) },
    ...{ other: insideSentence(roleName(countersignedRole)), later: day(countersignedAt) },
  });

const JUDGED_DATA = {
  yes: saying('The data were judged good enough.'),
  'with-limits': saying('The data were judged good enough within limits'),
  no: saying('The data were judged not good enough to decide upon'),
};

function dataSentence({ document: { data } }: SignedAudit): string {
  const said = t(JUDGED_DATA[data.answer]);
  const limits = data.limits.map((key) => insideSentence(labelIn(DATA_LIMITS, key)));
  return data.answer === 'yes' ? said : `${said}${limits.length > 0 ? `: ${limits.join('; ')}` : ''}.`;
}

function countsSentence(findings: readonly SignedFinding[]): string {
  const counted = FINDING_CLASSES.map(([key, label]) => [label, findings.filter((one) => one.class === key).length] as const);
  const parts = counted
    .filter(([, count]) => count > 0)
    .map(([label, count]) => `${insideSentence(t(label))}: ${inWords(count)}`);
  return `${t('{n, plural, one {One comparison} other {{n} comparisons}}.', { n: findings.length })} ${capital(parts.join('; '))}.`;
}

/** What auditors noted about the audit, and about findings that this reader may see. */
const notesSentences = ({ document: { notes = [] } }: SignedAudit, seen: readonly SignedFinding[]): string[] =>
  notes
    .filter(({ finding }) => finding === null || seen.some(({ key }) => key === finding))
    .map(
      ({ kind, words }) =>
        `${t('Auditors noted: {what}', { what: insideSentence(labelIn(NOTE_KINDS, kind)) })}${words === null ? '.' : `: ${words}`}`,
    );

/** How a finding speaks. */
const speechOf = ({ measure, variant, step }: SignedFinding): Comparing =>
  comparing(measure, variant, step === null ? 'rateRatio' : `${step}RateRatio`);

function comparedIn({ outcome, group }: SignedFinding, dimensions: readonly Dimension[]): ParityFinding | null {
  if (outcome.kind !== 'compared') return null;
  const { verdict, ratio, lower, upper, comparisons } = outcome;
  return { group: namedGroup(group, dimensions), verdict, ratio, lower, upper, comparisons };
}

/** A finding in a line: what it says, or whom it is about. */
export function findingInLine(finding: SignedFinding, dimensions: readonly Dimension[]): string {
  const compared = comparedIn(finding, dimensions);
  return compared === null ? groupAtStart(namedGroup(finding.group, dimensions)) : findingTitle(compared, speechOf(finding));
}

/** The same as a sentence with its interval; null where it has no estimate. */
export function findingSentence(finding: SignedFinding, dimensions: readonly Dimension[]): string | null {
  const compared = comparedIn(finding, dimensions);
  return compared && paritySentence(compared, speechOf(finding));
}

type Row = readonly [string, ...string[]];

function rowOf(finding: SignedFinding, { dimensions }: AuditGround): Row {
  const { outcome, decision } = finding;
  const { shape, word } = outcome.kind === 'compared' ? badge(outcome.verdict) : { shape: absence(outcome.kind).mark, word: '' };
  return [
    findingInLine(finding, dimensions),
    outcome.kind === 'compared' ? ratioWithLimits(outcome.ratio, outcome.lower, outcome.upper) : absence(outcome.kind).mark,
    `${shape} ${word}`.trim(),
    decision === null ? '' : choiceLabel(decision.choice),
    decision === null ? '' : labelIn(REASONS[decision.choice], decision.reason),
  ];
}

function figureOf(findings: readonly SignedFinding[], { dimensions, measures, policy }: AuditGround): Figure | null {
  const rows = findings.map((finding) => figureRow(finding, dimensions, measures));
  if (!rows.some(({ value }) => value !== null) || rows.length > MOST_ROWS) return null;
  return {
    kind: 'interval',
    format: 'ratio',
    axisLabel: t('The group divided by everyone else; 1 is the same'),
    similar: policy.similar,
    rows,
    alt: t('Findings of the audit. {points}.', { points: rows.map(({ label, text }) => `${label}: ${text}`).join('. ') }),
  };
}

function figureRow(finding: SignedFinding, dimensions: readonly Dimension[], measures: readonly MeasureWords[]): FigureRow {
  const { outcome, group, measure } = finding;
  const label = `${measures.find(({ key }) => key === measure)?.label ?? measure}: ${groupAtStart(namedGroup(group, dimensions))}`;
  const place = { label, depth: 0, total: false };
  if (outcome.kind !== 'compared') {
    const { mark, name } = absence(outcome.kind);
    return { ...place, value: null, lower: null, upper: null, text: `${mark} ${name}` };
  }
  const { ratio, lower, upper } = outcome;
  return { ...place, value: ratio, lower, upper, text: ratioWithLimits(ratio, lower, upper) };
}
