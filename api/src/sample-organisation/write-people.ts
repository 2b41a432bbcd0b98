import { dateOf } from './calendar.js';
import { CsvFile } from './csv-file.js';
import { AGENTS, TRACKS } from './design.js';
import { type World } from './programme.js';
import { type Random } from './random.js';
import { type Member, positionAt } from './roster.js';

const PEOPLE = [
  'person_id',
  'effective_from',
  'hired_on',
  'left_on',
  'kind',
  'team',
  'job_family',
  'level',
  'location',
  'time_zone',
  'autonomy_rank',
  'performance_band',
  'demo_gender',
  'demo_origin',
  'consent_demographics',
];

/** people.csv: one row per person per change, the leaver's row last. */
export function writePeople(directory: string, members: readonly Member[]): void {
  const file = new CsvFile(directory, 'people', PEOPLE);
  for (const member of members) {
    for (const position of member.positions)
      if (member.left === undefined || position.from < member.left) file.row(rowOf(member, position.from, position));
    if (member.left !== undefined)
      file.row({ ...rowOf(member, member.left, lastPosition(member)), left_on: dateOf(member.left) });
  }
  file.close();
}

const lastPosition = (member: Member): Member['positions'][number] =>
  member.positions.findLast((position) => position.from <= (member.left ?? Infinity)) ??
  (member.positions[0] as Member['positions'][number]);

function rowOf(member: Member, from: number, position: Member['positions'][number]): Record<string, string> {
  return {
    person_id: member.id,
    effective_from: dateOf(from),
    hired_on: dateOf(member.hired),
    kind: member.kind,
    team: position.team,
    job_family: member.family,
    level: position.level,
    location: member.location,
    time_zone: member.zone,
    autonomy_rank: position.level,
    performance_band: member.band,
    demo_gender: member.consents ? member.gender : '',
    demo_origin: member.consents ? member.origin : '',
    consent_demographics: member.consents ? 'yes' : 'no',
  };
}

const TRACK = [
  'track_id',
  'name',
  'focus',
  'tier',
  'format',
  'practice',
  'purpose',
  'owner_id',
  'started_on',
  'ended_on',
  'monthly_minutes',
  'audience_levels',
  'audience_teams',
  'capability',
];

export function writeTracks(directory: string, random: Random, members: readonly Member[], since: number): void {
  const file = new CsvFile(directory, 'tracks', TRACK);
  const seniors = members.filter((member) => member.left === undefined && Number(member.positions[0]?.level) >= 4);
  for (const track of TRACKS)
    file.row({
      track_id: track.id,
      name: track.name,
      focus: track.focus,
      tier: track.tier,
      format: track.format,
      practice: track.practice,
      purpose: track.purpose,
      owner_id: track.owned && seniors.length > 0 ? random.pick(seniors).id : '',
      started_on: dateOf(since),
      monthly_minutes: track.monthlyMinutes,
      audience_levels: track.levels.join(';'),
      capability: track.capability,
    });
  file.close();
}

const PROGRESSION = ['person_id', 'occurred_on', 'kind', 'from_rank', 'to_rank'];

export function writeProgressions(directory: string, random: Random, { members, agentSpells, until }: World): void {
  const file = new CsvFile(directory, 'progressions', PROGRESSION);
  for (const { mentee, started } of agentSpells) {
    const day = started + random.whole(20, 300);
    if (day <= until && random.chance(AGENTS.alone))
      file.row({ person_id: mentee.id, occurred_on: dateOf(day), kind: 'novel_situation', from_rank: 0, to_rank: 0 });
  }
  for (const member of members) {
    for (const step of member.promotions)
      file.row({
        person_id: member.id,
        occurred_on: dateOf(step.day),
        kind: 'promotion',
        from_rank: step.from,
        to_rank: step.to,
      });
    const day = member.hired + random.whole(30, 1500);
    // What is no step up is said with the rank that stays.
    const rank = positionAt(member, day).level;
    if (random.chance(0.4) && day < Math.min(until, member.left ?? until))
      file.row({
        person_id: member.id,
        occurred_on: dateOf(day),
        kind: random.pick(['novel_situation', 'artefact', 'ownership']),
        from_rank: rank,
        to_rank: rank,
      });
  }
  file.close();
}
