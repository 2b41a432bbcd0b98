export { type CohortQuestion } from './question.js';
export { readPeople } from './read-people.js';
export { readMenteeMonths, readMenteeTrackMonths, sessionsWereLoaded } from './read-months.js';
