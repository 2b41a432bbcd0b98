export { type CohortQuestion, joinWholeSets } from './question.js';
export { readPeople } from './read-people.js';
export { readMenteeMonths, readMenteeTrackMonths, sessionsWereLoaded } from './read-months.js';
