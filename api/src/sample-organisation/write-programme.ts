import { dateOf, type Quarter } from './calendar.js';
import { CsvFile } from './csv-file.js';
import { CLOSED, TRACKS } from './design.js';
import { type Spell, stillWaiting, type World } from './programme.js';
import { type Random } from './random.js';
import { employedOn } from './roster.js';

const PARTICIPATION = [
  'relationship_id',
  'track_id',
  'person_id',
  'role',
  'started_on',
  'ended_on',
  'end_reason',
  'formation',
  'criteria',
  'rationale_recorded',
  'goals_agreed',
  'baseline_taken',
  'confidentiality',
];

/** participations.csv: a row for each mentee and one for the mentor of each relationship, over all its mentees' time. */
export function writeParticipations(directory: string, random: Random, spells: readonly Spell[]): void {
  const file = new CsvFile(directory, 'participations', PARTICIPATION);
  for (const together of byRelationship(spells).values()) {
    const shared = {
      relationship_id: together[0].relationship,
      track_id: together[0].track.id,
      formation: random.chance(0.78) ? 'assigned' : 'organic',
      criteria: random.pick(['domain', 'domain;trajectory', 'style', 'trajectory']),
      rationale_recorded: random.chance(0.7),
      goals_agreed: random.chance(0.75),
      baseline_taken: random.chance(0.6),
      confidentiality: random.chance(CLOSED) ? 'closed' : 'standard',
    };
    for (const spell of together) file.row({ ...shared, person_id: spell.mentee.id, role: 'mentee', ...timesOf(spell) });
    file.row({ ...shared, person_id: together[0].mentor.id, role: 'mentor', ...mentorTimes(together) });
  }
  file.close();
}

function byRelationship(spells: readonly Spell[]): Map<string, [Spell, ...Spell[]]> {
  const found = new Map<string, [Spell, ...Spell[]]>();
  for (const spell of spells) {
    const together = found.get(spell.relationship);
    if (!together) found.set(spell.relationship, [spell]);
    else if (!together.some((other) => other.mentee === spell.mentee) && spell.mentee !== together[0].mentor)
      together.push(spell);
  }
  return found;
}

const timesOf = (spell: Spell): Record<string, string> => ({
  started_on: dateOf(spell.started),
  ended_on: spell.ended === undefined ? '' : dateOf(spell.ended),
  end_reason: spell.reason ?? '',
});

function mentorTimes(together: readonly Spell[]): Record<string, string> {
  const [first] = together as [Spell];
  const started = Math.min(...together.map((spell) => spell.started));
  const until = Math.max(...together.map((spell) => spell.ended ?? Infinity));
  const left = first.mentor.left ?? Infinity;
  const ended = Math.max(started, Math.min(until, left));
  if (ended === Infinity) return { started_on: dateOf(started) };
  return {
    started_on: dateOf(started),
    ended_on: dateOf(ended),
    end_reason: left < until ? 'left' : (first.reason ?? 'completed'),
  };
}

const REQUEST = ['request_id', 'person_id', 'track_id', 'asked_on', 'origin', 'outcome', 'decided_on', 'allocation'];

/** requests.csv: one behind every spell, and some that were never served. */
export function writeRequests(directory: string, random: Random, { spells, members, quarters }: World): void {
  const file = new CsvFile(directory, 'requests', REQUEST);
  let number = 0;
  const row = (values: Record<string, string>): void =>
    file.row({
      request_id: `request-${(number += 1)}`,
      origin: random.weighted([
        ['asked', 0.6],
        ['invited', 0.25],
        ['nominated', 0.15],
      ]),
      allocation: random.pick(['manual', 'rule', 'lottery']),
      ...values,
    });
  for (const spell of spells)
    row({
      person_id: spell.mentee.id,
      track_id: spell.track.id,
      asked_on: dateOf(spell.asked),
      outcome: 'matched',
      decided_on: dateOf(spell.started),
    });
  for (const { mentee, track, asked } of stillWaiting(random, members, quarters.at(-1) as Quarter))
    row({ person_id: mentee.id, track_id: track.id, asked_on: dateOf(Math.max(mentee.hired, asked)), outcome: 'open' });
  for (const quarter of quarters)
    for (const member of members) {
      if (!employedOn(member, quarter.last) || member.hired > quarter.first || !random.chance(0.02)) continue;
      const asked = random.whole(quarter.first, quarter.last);
      const outcome = random.weighted([
        ['waitlisted', 0.35],
        ['declined_by_programme', 0.2],
        ['declined_by_person', 0.15],
        ['withdrawn', 0.1],
        ['open', 0.2],
      ]);
      const decided = Math.min(asked + random.whole(5, 60), quarter.last);
      row({
        person_id: member.id,
        track_id: random.pick(TRACKS).id,
        asked_on: dateOf(asked),
        outcome,
        decided_on: outcome === 'open' ? '' : dateOf(decided),
      });
    }
  file.close();
}

const SESSION = ['session_id', 'relationship_id', 'held_on', 'minutes', 'mode', 'guidance', 'situation', 'ritual', 'state'];

/** sessions.csv: about two meetings a month; where guidance fades, direct answers become rarer month by month. */
export function writeSessions(directory: string, random: Random, spells: readonly Spell[], until: number): void {
  const file = new CsvFile(directory, 'sessions', SESSION);
  let number = 0;
  for (const [first] of byRelationship(spells).values()) {
    const last = Math.min(first.ended ?? until, until);
    const gap = first.track.format === 'one_to_one' ? 14 : 28;
    for (let day = first.started + random.whole(1, gap); day <= last; day += random.whole(gap - 5, gap + 7)) {
      const months = (day - first.started) / 30.44;
      file.row({
        session_id: `session-${(number += 1)}`,
        relationship_id: first.relationship,
        held_on: dateOf(day),
        minutes: Math.max(10, Math.round(random.normal((first.track.monthlyMinutes * gap) / 34, 15))),
        mode:
          first.track.format === 'one_to_one'
            ? random.weighted([
                ['meeting', 0.5],
                ['pairing', 0.25],
                ['code_review', 0.15],
                ['design_review', 0.1],
              ])
            : 'group',
        guidance: guidanceOf(random, first.track.fade, months),
        situation: random.chance(0.6) ? 'real' : 'generic',
        ritual: random.weighted([
          ['none', 0.7],
          ['retro', 0.12],
          ['huddle', 0.1],
          ['review', 0.08],
        ]),
        state: random.chance(0.9) ? 'held' : 'planned',
      });
    }
  }
  file.close();
}

function guidanceOf(random: Random, fade: number, months: number): string {
  const answer = Math.max(0.08, 0.55 - fade * months);
  return random.weighted([
    ['answer', answer],
    ['question', (1 - answer) * 0.6],
    ['debrief', (1 - answer) * 0.4],
  ]);
}

const REVIEW = ['relationship_id', 'reviewed_on', 'mentee_rating', 'mentor_rating', 'goals_set', 'goals_met', 'goals_changed'];

export function writeReviews(directory: string, random: Random, spells: readonly Spell[], until: number): void {
  const file = new CsvFile(directory, 'reviews', REVIEW);
  for (const [first] of byRelationship(spells).values())
    for (let day = first.started + 85; day <= Math.min(first.ended ?? until, until); day += 91) {
      if (!random.chance(0.6)) continue;
      const set = random.whole(1, 4);
      file.row({
        relationship_id: first.relationship,
        reviewed_on: dateOf(day),
        mentee_rating: random.whole(2, 5),
        mentor_rating: random.whole(3, 5),
        goals_set: set,
        goals_met: random.whole(0, set),
        goals_changed: random.chance(0.25),
      });
    }
  file.close();
}

const ESCALATION = ['escalation_id', 'relationship_id', 'raised_on', 'resolved_on', 'kind', 'outcome'];

export function writeEscalations(directory: string, random: Random, spells: readonly Spell[], until: number): void {
  const file = new CsvFile(directory, 'escalations', ESCALATION);
  let number = 0;
  for (const [first] of byRelationship(spells).values()) {
    if (!random.chance(0.06)) continue;
    const raised = Math.min(first.started + random.whole(10, 80), first.ended ?? until, until);
    const resolved = raised + Math.floor(random.exponential(18));
    file.row({
      escalation_id: `escalation-${(number += 1)}`,
      relationship_id: first.relationship,
      raised_on: dateOf(raised),
      resolved_on: resolved <= until ? dateOf(resolved) : '',
      kind: random.pick(['mismatch', 'communication', 'workload', 'outside_scope']),
      outcome: resolved <= until ? random.pick(['rematched', 'resolved', 'ended', 'routed']) : '',
    });
  }
  file.close();
}
