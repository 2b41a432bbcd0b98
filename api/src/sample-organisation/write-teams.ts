import { dateOf, type Quarter } from './calendar.js';
import { CsvFile } from './csv-file.js';
import { TRACKS } from './design.js';
import { type Random } from './random.js';
import { TEAM_PATHS } from './roster.js';

const SPRINT_DAYS = 14;

/** The files that name teams and no person: delivery, practice, team sessions and the roadmap's needs. */
export function writeTeamFiles(directory: string, random: Random, quarters: readonly Quarter[]): void {
  const [first, last] = [quarters[0] as Quarter, quarters[quarters.length - 1] as Quarter];
  const delivery = new CsvFile(directory, 'delivery', [
    'team',
    'sprint',
    'starts_on',
    'ends_on',
    'capacity_hours',
    'committed_points',
    'completed_points',
    'mentoring_allocation_hours',
  ]);
  const practice = new CsvFile(directory, 'practice', [
    'team',
    'sprint',
    'pull_requests',
    'with_mentoring_sections',
    'walkthrough_items',
    'items_in_time_box',
    'items_accepted',
    'plans',
    'plans_with_mentoring',
  ]);
  const sessions = new CsvFile(directory, 'team_sessions', [
    'team',
    'held_on',
    'goals_named',
    'goals_in_next_sprint',
    'goals_retested',
  ]);
  for (const team of TEAM_PATHS)
    for (let day = first.first, number = 1; day + SPRINT_DAYS <= last.last + 1; day += SPRINT_DAYS, number += 1) {
      const sprint = `S${String(number).padStart(3, '0')}`;
      const committed = random.whole(30, 70);
      delivery.row({
        team,
        sprint,
        starts_on: dateOf(day),
        ends_on: dateOf(day + SPRINT_DAYS - 1),
        capacity_hours: random.whole(250, 520),
        committed_points: committed,
        completed_points: Math.round(committed * (0.7 + 0.35 * random.uniform())),
        mentoring_allocation_hours: random.whole(4, 24),
      });
      practice.row(practiceOf(random, team, sprint));
      if (number % 3 === 0)
        sessions.row({
          team,
          held_on: dateOf(day + 3),
          goals_named: 3,
          goals_in_next_sprint: random.whole(0, 3),
          goals_retested: random.whole(0, 2),
        });
    }
  for (const file of [delivery, practice, sessions]) file.close();
  writeTargets(directory, random, last);
}

function practiceOf(random: Random, team: string, sprint: string): Record<string, string | number> {
  const requests = random.whole(20, 90);
  const items = random.whole(2, 12);
  const accepted = random.whole(0, items);
  const plans = random.whole(1, 6);
  return {
    team,
    sprint,
    pull_requests: requests,
    with_mentoring_sections: random.whole(0, requests),
    walkthrough_items: items,
    items_in_time_box: random.whole(0, accepted),
    items_accepted: accepted,
    plans,
    plans_with_mentoring: random.whole(0, plans),
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
