import { dateOf, type Quarter } from './calendar.js';
import { CsvFile } from './csv-file.js';
import { TRACKS } from './design.js';
import { type Random } from './random.js';
import { TEAM_PATHS } from './roster.js';

const SPRINT_DAYS = 14;
/** How well a team foresees what it can do changes from quarter to quarter. */
const SPRINTS_A_QUARTER = 6;

const DELIVERY = [
  'team',
  'sprint',
  'starts_on',
  'ends_on',
  'capacity_hours',
  'committed_points',
  'completed_points',
  'mentoring_allocation_hours',
];
const PRACTICE = [
  'team',
  'sprint',
  'pull_requests',
  'with_mentoring_sections',
  'walkthrough_items',
  'items_in_time_box',
  'items_accepted',
  'plans',
  'plans_with_mentoring',
];
const TEAM_SESSIONS = ['team', 'held_on', 'goals_named', 'goals_in_next_sprint', 'goals_retested'];

/** The files that name teams and no person: delivery, practice, team sessions and the roadmap's needs. */
export function writeTeamFiles(directory: string, random: Random, quarters: readonly Quarter[]): void {
  const [first, last] = [quarters[0] as Quarter, quarters[quarters.length - 1] as Quarter];
  const delivery = new CsvFile(directory, 'delivery', DELIVERY);
  const practice = new CsvFile(directory, 'practice', PRACTICE);
  const sessions = new CsvFile(directory, 'team_sessions', TEAM_SESSIONS);
  for (const team of TEAM_PATHS) {
    const habits = habitsOf(random);
    let reliability = 0;
    for (let day = first.first, number = 1; day + SPRINT_DAYS <= last.last + 1; day += SPRINT_DAYS, number += 1) {
      const sprint = `S${String(number).padStart(3, '0')}`;
      if (number % SPRINTS_A_QUARTER === 1) reliability = 0.55 + 0.55 * random.uniform();
      const committed = Math.round(random.whole(30, 70) * habits.pace);
      delivery.row({
        team,
        sprint,
        starts_on: dateOf(day),
        ends_on: dateOf(day + SPRINT_DAYS - 1),
        capacity_hours: random.whole(250, 520),
        committed_points: committed,
        completed_points: Math.round(committed * (reliability + 0.1 * random.uniform())),
        mentoring_allocation_hours: Math.round(habits.mentoring * random.whole(20, 60)),
      });
      practice.row(practiceOf(random, team, sprint, habits.mentoring));
      if (number % 3 === 0)
        sessions.row({
          team,
          held_on: dateOf(day + 3),
          goals_named: random.chance(habits.mentoring) ? 3 : 2,
          goals_in_next_sprint: random.whole(0, 2),
          goals_retested: random.chance(habits.mentoring) ? 2 : 0,
        });
    }
  }
  for (const file of [delivery, practice, sessions]) file.close();
  writeTargets(directory, random, last);
}

/** What sets teams apart: how far mentoring is in their work, and how much they get done in an hour. */
interface Habits {
  readonly mentoring: number;
  readonly pace: number;
}

const habitsOf = (random: Random): Habits => ({ mentoring: random.uniform(), pace: 0.4 + 2.2 * random.uniform() });

/** A part of a whole that is near the team's habit. */
const partOf = (random: Random, whole: number, habit: number): number =>
  Math.min(whole, Math.round(whole * habit * (0.8 + 0.4 * random.uniform())));

function practiceOf(random: Random, team: string, sprint: string, habit: number): Record<string, string | number> {
  const requests = random.whole(20, 90);
  const items = random.whole(2, 12);
  const accepted = partOf(random, items, habit);
  const plans = random.whole(1, 6);
  return {
    team,
    sprint,
    pull_requests: requests,
    with_mentoring_sections: partOf(random, requests, habit),
    walkthrough_items: items,
    items_in_time_box: random.whole(0, accepted),
    items_accepted: accepted,
    plans,
    plans_with_mentoring: partOf(random, plans, habit),
  };
}

function writeTargets(directory: string, random: Random, last: Quarter): void {
  const file = new CsvFile(directory, 'skill_targets', ['team', 'skill', 'needed_level', 'needed_people', 'needed_by']);
  for (const team of TEAM_PATHS)
    for (const track of TRACKS)
      if (random.chance(0.4))
        file.row({
          team,
          skill: track.capability,
          needed_level: random.whole(2, 4),
          needed_people: random.whole(1, 6),
          needed_by: dateOf(last.last + random.whole(30, 300)),
        });
  file.close();
}
