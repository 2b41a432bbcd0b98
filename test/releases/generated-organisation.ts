import type { Planted, PlantedParticipation, PlantedPerson } from './plant.js';

/** A small generator with a seed, so that a failing run can be repeated. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t ^= t + Math.imul(t ^ (t >>> 7), 61 | t);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface Generated extends Planted {
  readonly people: readonly PlantedPerson[];
  readonly participations: readonly PlantedParticipation[];
}

const LOCATIONS = ['Berlin', 'Lisbon', 'Toronto'] as const;
const GENDERS = ['f', 'm', 'x'] as const;
const ORIGINS = ['here', 'abroad'] as const;

/** People on the leaves of a tree of three layers, hired at various times, a third of them in relationships. */
export function generatedOrganisation(size: number, seed: number): Generated {
  const next = random(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(next() * items.length)] as Item;
  const people = Array.from({ length: size }, (_, at): PlantedPerson => {
    const division = Math.floor(next() * 6);
    const team = `org/d${division}/t${Math.floor(next() ** 2 * 5)}`;
    const level = String(1 + Math.floor(next() * 6));
    const hired = `${2014 + Math.floor(next() * 11)}-0${1 + Math.floor(next() * 9)}-15`;
    const leaves = next() < 0.05 ? { left: '2025-08-10' } : {};
    const demographics = { demo_gender: pick(next() < 0.04 ? GENDERS : GENDERS.slice(0, 2)), demo_origin: pick(ORIGINS) };
    return {
      id: `p${at}`,
      from: hired,
      hired,
      ...leaves,
      team,
      level,
      location: pick(LOCATIONS),
      consent: next() < 0.85,
      demographics,
    };
  });
  const participations = people.flatMap((person, at) => participationsOf(person, at, next));
  const months = participations
    .filter(({ role }) => role === 'mentee')
    .flatMap(({ relationship }) =>
      ['2025-07-01', '2025-08-01', '2025-09-01', '2025-10-01', '2025-11-01', '2025-12-01'].map((month) => ({
        relationship,
        month,
        minutes: Math.floor(next() * 9) * 30,
      })),
    );
  return {
    people,
    participations,
    months,
    tracks: [
      { id: 'depth', monthlyMinutes: 120 },
      { id: 'lead', monthlyMinutes: 90 },
    ],
  };
}

function participationsOf({ id, hired, level }: PlantedPerson, at: number, next: () => number): PlantedParticipation[] {
  const rows: PlantedParticipation[] = [];
  const add = (role: 'mentee' | 'mentor'): void => {
    const started = `202${3 + Math.floor(next() * 3)}-0${1 + Math.floor(next() * 9)}-01`;
    const ended = next() < 0.4 ? { ended: `2025-0${1 + Math.floor(next() * 9)}-20` } : {};
    const closed = next() < 0.05 ? { closed: true } : {};
    if (started > (hired ?? '') && !(ended.ended && ended.ended < started))
      rows.push({
        relationship: `r${at}-${role}`,
        person: id,
        role,
        track: next() < 0.5 ? 'depth' : 'lead',
        started,
        ...ended,
        ...closed,
      });
  };
  if (next() < (level === '2' ? 0.25 : 0.45)) add('mentee');
  if (next() < 0.2) add('mentor');
  return rows;
}

/** The same organisation as the files of the data dictionary, for checks from outside. */
export function asCsv({ people, participations }: Generated): { 'people.csv': string; 'participations.csv': string } {
  const table = (columns: readonly string[], rows: readonly (readonly (string | undefined)[])[]): string =>
    [columns.join(','), ...rows.map((row) => row.map((value) => value ?? '').join(','))].join('\n') + '\n';
  return {
    'people.csv': table(
      [
        'person_id',
        'effective_from',
        'hired_on',
        'left_on',
        'team',
        'level',
        'location',
        'demo_gender',
        'demo_origin',
        'consent_demographics',
      ],
      people.map((p) => [
        p.id,
        p.from,
        p.hired ?? '',
        p.left,
        p.team,
        p.level,
        p.location,
        p.demographics?.demo_gender,
        p.demographics?.demo_origin,
        p.consent ? 'yes' : 'no',
      ]),
    ),
    'participations.csv': table(
      ['relationship_id', 'track_id', 'person_id', 'role', 'started_on', 'ended_on', 'confidentiality'],
      participations.map((p) => [
        p.relationship,
        p.track,
        p.person,
        p.role,
        p.started,
        p.ended,
        p.closed ? 'closed' : 'standard',
      ]),
    ),
  };
}

export const GENERATED_SETTINGS = {
  organisation: 'Generated',
  demographics: [
    {
      column: 'demo_gender',
      label: 'Gender',
      why: 'To see whether all are reached.',
      values: [
        { key: 'f', label: 'Women' },
        { key: 'm', label: 'Men' },
        { key: 'x', label: 'Non-binary people' },
      ],
    },
    {
      column: 'demo_origin',
      label: 'Origin',
      why: 'To see whether all are reached.',
      values: [
        { key: 'here', label: 'From here' },
        { key: 'abroad', label: 'From abroad' },
      ],
    },
  ],
};
