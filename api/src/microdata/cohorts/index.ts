export { filesLoaded, type Population, readCases, readTally } from './population.js';
export { populationOf, POPULATIONS } from './populations.js';
export { gather, type GatheredQuestion } from './gathered.js';
export type { CohortQuestion } from './question.js';
export { type MemberRow, readMembers } from './read-members.js';
export { readPeople } from './read-people.js';
export { readMenteeMonths, readMenteeTrackMonths, sessionsWereLoaded } from './read-months.js';
