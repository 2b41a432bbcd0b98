import type { FileDescription } from './description.js';
import { exitInterviews, feedback, mentorDevelopment, progressions, skillChecks, skills, skillTargets } from './outcomes.js';
import { people } from './people.js';
import { escalations, participations, requests, reviews, sessions } from './relationships.js';
import { delivery, practice, teamSessions } from './teams.js';
import { tracks } from './tracks.js';

export type { ColumnDescription, ColumnType, FileDescription, IdentifierKind, Sensitivity } from './description.js';

/** Every file of the data dictionary, in the dictionary's order. */
export const fileDescriptions: readonly FileDescription[] = [
  people,
  tracks,
  requests,
  participations,
  sessions,
  skillChecks,
  progressions,
  reviews,
  exitInterviews,
  feedback,
  teamSessions,
  escalations,
  delivery,
  practice,
  mentorDevelopment,
  skills,
  skillTargets,
];
