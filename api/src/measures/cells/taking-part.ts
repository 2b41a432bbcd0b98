import type { Base, Cohort, PeopleRow, PlannedTable, Statistic, StatisticTable, TakingPart } from '../../kernel/index.js';
import type { Variant } from '../contract.js';
import { buildCells, layOutTable } from './build-table.js';
import { countPeople } from './count-people.js';

type Role = 'mentee' | 'mentor';

/** Whether somebody counts: outside the organisation's own cell of `participation`, `closed` relationships do not. */
const takesPart = (state: TakingPart, withClosed: boolean): boolean => state === 'yes' || (withClosed && state === 'closed');

export interface TakingPartOptions {
  readonly measure: string;
  readonly variant: Variant;
  readonly planned: PlannedTable;
  /** Whether the organisation's own cell counts `closed` relationships: in `participation` alone. */
  readonly closedInTotal: boolean;
}

/**
 * Who takes part in a role, for one planned table. Open cells hold the exact base `eligible` and the drawn `participants`;
 * cells of a personal characteristic the drawn `participants` and `nonParticipants`, and no exact base.
 *
 * @returns null where a column of the table does not exist in this organisation.
 */
export function takingPartTable(
  cohort: Cohort,
  { measure, variant, planned, closedInTotal }: TakingPartOptions,
): StatisticTable | null {
  const laidOut = layOutTable(cohort, planned);
  if (!laidOut) return null;
  const role = variant.key as Role;
  const withClosed = closedInTotal && planned.breakdown.length === 0;
  const yes = countPeople(laidOut.places, cohort.people, (row) => takesPart(row[role], withClosed));
  const no = laidOut.special ? countPeople(laidOut.places, cohort.people, (row) => !takesPart(row[role], withClosed)) : null;
  const cells = buildCells(cohort, laidOut, (at, open) => ({
    ...(no ? {} : { eligible: eligibleStatistic(open.count) }),
    participants: peopleStatistic(participantsQuestion(role, withClosed), variant.subject, yes[at] ?? 0),
    ...(no && { nonParticipants: peopleStatistic(`non-${role}s/1`, variant.subject, no[at] ?? 0) }),
  }));
  return {
    measure,
    variant: variant.key,
    breakdown: planned.breakdown,
    special: laidOut.special,
    bases: takingPartBases(laidOut.special),
    cells,
  };
}

function takingPartBases(special: boolean): Base[] {
  return special ? [{ kind: 'secret', of: ['participants', 'nonParticipants'] }] : [{ kind: 'open' }];
}

const participantsQuestion = (role: Role, withClosed: boolean): string => (withClosed ? `${role}s-with-closed/1` : `${role}s/1`);

/** The number of eligible people: an open fact, published as it is. */
export function eligibleStatistic(count: number): Statistic {
  return {
    question: 'eligible/1',
    columnsOf: 'person',
    subject: 'eligible',
    sensitivity: { kind: 'open' },
    exact: { kind: 'exact', value: count },
  };
}

/** A count of people that is a secret. */
export function peopleStatistic(question: string, subject: string, count: number): Statistic {
  return { question, columnsOf: 'person', subject, sensitivity: { kind: 'count' }, exact: { kind: 'exact', value: count } };
}

/** Mentees outside `closed` relationships: drawn once in a cell, whoever asks. */
export const countMentees = (row: PeopleRow): boolean => row.mentee === 'yes';
