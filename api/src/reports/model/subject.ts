import { t } from '#language';
import { quarter } from '#wording';
import { EQUITY_FAMILY } from '../../audits/index.js';
import type { Dimension, Group, ReleasedTable } from '../../kernel/index.js';

/** What a report is about: the programme, one equity audit of it, or one track. */
export type ReportSubject =
  | { readonly kind: 'programme' }
  /** Of a branch of the team tree; empty for the whole programme. */
  | { readonly kind: 'audit'; readonly scope: string }
  | { readonly kind: 'track'; readonly track: string };

export const PROGRAMME_REPORT: ReportSubject = { kind: 'programme' };

const TRACK = 'track';

/** What a track is called in a release. */
export const trackName = (dimensions: readonly Dimension[], track: string): string =>
  dimensions.find(({ key }) => key === TRACK)?.values.find(({ key }) => key === track)?.label ?? track;

/** The tracks of a release, in its order. */
export const tracksIn = (dimensions: readonly Dimension[]): readonly { readonly key: string; readonly label: string }[] =>
  dimensions.find(({ key }) => key === TRACK)?.values ?? [];

/** The title without the organisation. */
export function titleOf(subject: ReportSubject, period: string, dimensions: readonly Dimension[]): string {
  if (subject.kind === 'programme') return t('Mentoring programme, {quarter}', { quarter: quarter(period) });
  if (subject.kind === 'track')
    return t('Track {track}, {quarter}', { track: trackName(dimensions, subject.track), quarter: quarter(period) });
  return `${t('Equity audit, {quarter}', { quarter: quarter(period) })}${subject.scope === '' ? '' : `, ${subject.scope}`}`;
}

/** The group whose answer stands for all that the report is about. */
export const wholeGroup = (subject: ReportSubject): Group => (subject.kind === 'track' ? { [TRACK]: subject.track } : {});

/** What of some tables belongs to the subject. */
export function tablesAbout(subject: ReportSubject, tables: readonly ReleasedTable[]): ReleasedTable[] {
  if (subject.kind === 'programme') return [...tables];
  const own = subject.kind === 'track' ? ofTrack(subject.track, tables) : ofAudit(subject.scope, tables);
  return own.filter(({ cells }) => cells.length > 0);
}

const ofTrack = (track: string, tables: readonly ReleasedTable[]): ReleasedTable[] =>
  tables
    .filter(({ breakdown }) => breakdown.includes(TRACK))
    .map((table) => ({ ...table, cells: table.cells.filter(({ group }) => group[TRACK] === track) }));

const ofAudit = (scope: string, tables: readonly ReleasedTable[]): ReleasedTable[] =>
  tables
    .filter(({ measure }) => EQUITY_FAMILY.some((member) => member.measure === measure))
    .map((table) => ({ ...table, cells: table.cells.filter(({ group }) => isWithin(scope, group['team'])) }));

const isWithin = (scope: string, team: string | undefined): boolean =>
  scope === '' || team === undefined || team === scope || team.startsWith(`${scope}/`);
