import { dateOf, type Quarter } from './calendar.js';
import { CsvFile } from './csv-file.js';
import { AGENTS, CHECKED_OUTSIDE, FADES, SELF, SKILL, THEMES, TRACKS, type TrackDesign } from './design.js';
import { type Spell, type World } from './programme.js';
import { type Random } from './random.js';
import { employedOn, type Member, positionAt } from './roster.js';

const CHECK = ['person_id', 'track_id', 'skill', 'phase', 'taken_on', 'assessor', 'score', 'max_score', 'instrument'];

interface Check {
  readonly member: Member;
  /** Empty: checked outside any track. */
  readonly track: string;
  readonly skill: string;
}
type Phase = 'before' | 'after' | 'follow_up';
interface Score {
  readonly day: number;
  readonly score: number;
  /** External where left out. */
  readonly assessor?: 'self';
}
type Say = (check: Check, phase: Phase, score: Score) => void;

/** skill_checks.csv: before and after in every track, some also by themselves and later on, and people who are checked in none. */
export function writeSkillChecks(directory: string, random: Random, world: World): void {
  const file = new CsvFile(directory, 'skill_checks', CHECK);
  const say: Say = ({ member, track, skill }, phase, { day, score, assessor = 'external' }) =>
    file.row({
      person_id: member.id,
      track_id: track,
      skill,
      phase,
      taken_on: dateOf(day),
      assessor,
      score: Math.round(clip(score)),
      max_score: 100,
      instrument: 'v1',
    });
  for (const spell of world.spells) checkMentee(random, spell, world.until, say);
  for (const spell of world.agentSpells)
    checkMentee(random, { ...spell, track: { ...spell.track, gain: AGENTS.gain } }, world.until, say);
  for (const quarter of world.quarters.slice(0, -2))
    for (const member of world.members)
      if (employedOn(member, quarter.last) && random.chance(CHECKED_OUTSIDE))
        checkOther(random, member, { day: quarter.last, until: world.until }, say);
  file.close();
}

function checkMentee(random: Random, { mentee: member, track, started }: Spell, until: number, say: Say): void {
  const before = checkedBefore(random, track);
  const check = { member, track: track.id, skill: track.capability };
  const first = Math.max(member.hired, started - random.whole(0, 10));
  const judges = member.kind === 'human' && random.chance(SELF.share);
  const judge = (phase: Phase, day: number, skill: number, bias: number): void => {
    if (judges) say(check, phase, { day, score: skill + bias + random.normal(0, SELF.error), assessor: 'self' });
  };
  say(check, 'before', { day: first, score: before.score });
  judge('before', first, before.skill, SELF.before);
  const last = Math.min(until, member.left ?? until);
  const day = started + random.whole(120, 160);
  if (day > last || !random.chance(0.82)) return;
  const after = before.skill + track.gain;
  say(check, 'after', { day, score: after + random.normal(0, SKILL.error) });
  judge('after', day, after, SELF.after);
  const later = day + random.whole(150, 210);
  if (later <= last && random.chance(FADES.share))
    say(check, 'follow_up', { day: later, score: after - FADES.points + random.normal(0, SKILL.error) });
}

function checkOther(random: Random, member: Member, { day, until }: { day: number; until: number }, say: Say): void {
  const skill = random.normal(SKILL.mean, SKILL.deviation);
  const check = { member, track: '', skill: random.pick(TRACKS).capability };
  const error = (): number => random.normal(0, SKILL.error);
  say(check, 'before', { day, score: skill + error() });
  if (employedOn(member, day + 140) && day + 140 <= until) say(check, 'after', { day: day + 140, score: skill + error() });
}

/** Where a track lets in people who did badly on the first check, their next one is better without any gain. */
function checkedBefore(random: Random, track: TrackDesign): { skill: number; score: number } {
  for (;;) {
    const skill = random.normal(SKILL.mean, SKILL.deviation);
    const score = skill + random.normal(0, SKILL.error);
    if (track.letsInBelow === 0 || score <= SKILL.mean - track.letsInBelow) return { skill, score };
  }
}

const clip = (score: number): number => Math.min(100, Math.max(0, score));

const EXIT = ['person_id', 'track_id', 'held_on', 'themes', 'would_recommend', 'notes'];

export function writeExitInterviews(
  directory: string,
  random: Random,
  members: readonly Member[],
  spells: readonly Spell[],
): void {
  const file = new CsvFile(directory, 'exit_interviews', EXIT);
  const tracks = new Map(spells.map((spell) => [spell.mentee, spell.track.id]));
  for (const member of members)
    if (member.left !== undefined && random.chance(0.7))
      file.row({
        person_id: member.id,
        track_id: tracks.get(member) ?? '',
        held_on: dateOf(member.left),
        themes: random.chance(0.4) ? `${random.pick(THEMES)};${random.pick(THEMES)}` : random.pick(THEMES),
        would_recommend: random.whole(tracks.has(member) ? 5 : 3, 10),
      });
  file.close();
}

const PULSE = ['respondent_id', 'item', 'answered_on', 'track_id', 'team', 'answer'];

export function writeFeedback(directory: string, random: Random, { spells, members, quarters }: World): void {
  const file = new CsvFile(directory, 'feedback', PULSE);
  const tracks = new Map(spells.map((spell) => [spell.mentee, spell.track.id]));
  for (const quarter of quarters)
    for (const member of members) {
      if (!employedOn(member, quarter.last) || !random.chance(0.35)) continue;
      for (const item of ['safety', 'trust', 'feedback_quality'])
        file.row({
          respondent_id: member.id,
          item,
          answered_on: dateOf(quarter.last - 10),
          track_id: tracks.get(member) ?? '',
          team: positionAt(member, quarter.last).team,
          answer: random.weighted([
            [1, 0.04],
            [2, 0.1],
            [3, 0.26],
            [4, 0.4],
            [5, 0.2],
          ]),
        });
    }
  file.close();
}

const DEVELOPMENT = ['person_id', 'topic', 'completed_on', 'kind', 'score', 'max_score'];

export function writeMentorDevelopment(directory: string, random: Random, spells: readonly Spell[]): void {
  const file = new CsvFile(directory, 'mentor_development', DEVELOPMENT);
  for (const mentor of new Set(spells.map((spell) => spell.mentor)))
    for (const topic of ['coaching', 'inclusive_communication', 'feedback'])
      if (random.chance(0.45))
        file.row({
          person_id: mentor.id,
          topic,
          completed_on: dateOf(mentor.hired + random.whole(10, 400)),
          kind: 'training',
          score: random.whole(50, 100),
          max_score: 100,
        });
  file.close();
}

const HELD = ['person_id', 'skill', 'assessed_on', 'level'];

export function writeSkills(directory: string, random: Random, members: readonly Member[], quarters: readonly Quarter[]): void {
  const file = new CsvFile(directory, 'skills', HELD);
  const first = (quarters[0] as Quarter).first;
  for (const member of members)
    for (const track of TRACKS)
      if (random.chance(0.3))
        file.row({
          person_id: member.id,
          skill: track.capability,
          assessed_on: dateOf(Math.max(member.hired, first)),
          level: random.weighted([
            [0, 0.1],
            [1, 0.25],
            [2, 0.3],
            [3, 0.2],
            [4, 0.1],
            [5, 0.05],
          ]),
        });
  file.close();
}
