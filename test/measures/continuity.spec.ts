import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Cohort } from '../../api/src/kernel/index.js';
import { exactly, organisation } from './support/organisation.js';

const people = `
  person_id,effective_from,hired_on,left_on,kind,location
  ana,2020-01-01,2020-01-01,,,Berlin
  bea,2020-01-01,2020-01-01,,,Berlin
  cal,2020-01-01,2020-01-01,,,Lisbon
  dov,2020-01-01,2020-01-01,,,Lisbon
  mo,2020-01-01,2020-01-01,,,Berlin
  lea,2020-01-01,2020-01-01,2025-07-01,,Berlin
  lou,2020-01-01,2020-01-01,2025-09-30,,Lisbon
  old,2020-01-01,2020-01-01,2025-06-30,,Berlin
  bot,2020-01-01,2020-01-01,,agent,Berlin`;

const tracks = `
  track_id,name
  craft,Craft`;

// Ended by a reorganisation, thirty days before the quarter's days: from 1 June to 31 August.
const participations = `
  relationship_id,track_id,person_id,role,started_on,ended_on,end_reason,confidentiality
  a1,craft,ana,mentee,2025-01-01,2025-06-01,reorganised,
  a2,craft,ana,mentee,2025-07-01,,,
  b1,craft,bea,mentee,2025-01-01,2025-08-31,reorganised,
  b2,craft,bea,mentee,2025-10-01,,,
  c1,craft,cal,mentee,2025-01-01,2025-05-31,reorganised,
  c2,craft,cal,mentee,2025-06-01,2025-07-15,reorganised,
  c3,craft,cal,mentee,2025-07-20,,,closed
  d1,craft,dov,mentee,2025-01-01,2025-07-15,mismatch,
  d2,craft,dov,mentee,2025-07-16,2025-09-01,reorganised,
  a1,craft,mo,mentor,2025-01-01,,,
  b1,craft,mo,mentor,2025-01-01,,,`;

const skills = `
  person_id,skill,assessed_on,level
  lea,cobol,2024-01-01,5
  lea,sql,2024-01-01,3
  lou,sql,2024-01-01,4
  lou,juggling,2024-01-01,2
  old,ada,2024-01-01,5
  ana,sql,2025-01-01,3
  bea,sql,2025-09-30,3
  cal,cobol,2025-01-01,4
  cal,sql,2024-01-01,5
  cal,sql,2025-01-01,1
  dov,cobol,2025-10-01,5
  bot,cobol,2024-01-01,5`;

let cohort: Cohort;
beforeAll(async () => {
  cohort = await (await organisation({ files: { people, tracks, participations, skills } }))('2025-Q3');
});

describe('relationships that a reorganisation ended', () => {
  // ana's (1 June) is followed on the thirtieth day; bea's (31 August) a day too late; cal's second (15 July) by a closed one
  // alone. cal's first ended a day too early to count in this quarter, dov's second a day too late: nobody knows yet.
  it('are followed by another within 30 days in one of three', () => {
    expect(exactly(cohort, 'continuity')).toEqual({
      organisation: { reorganisedMentees: 3, reorganisedMentors: 1, kept: 1, lost: 2 },
    });
    expect(exactly(cohort, 'continuity', { by: ['location'] })).toMatchObject({
      Berlin: { kept: 1, lost: 1 },
      Lisbon: { kept: 0, lost: 1 },
    });
  });
});

describe('skills of people who left', () => {
  const variant = 'leavers_skills';

  // lea left on the first day and held cobol and sql, lou on the last and held sql: juggling at level 2 is not held.
  // old left a day before. sql stays with ana and bea (cal's latest level is 1); cobol with cal alone: dov's assessment
  // is of October, bot an agent. lea held both skills, so that each weighs a half.
  it('are still held by two others in one of two', () => {
    expect(exactly(cohort, 'continuity', { variant })).toEqual({ organisation: { leavers: 2, kept: 0.5, lost: 0.5 } });
  });

  it('are looked for at each location by itself', () => {
    expect(exactly(cohort, 'continuity', { variant, by: ['location'] })).toEqual({
      Berlin: { leavers: 1, kept: 0.5, lost: 0.5 }, // sql with ana and bea; nobody in Berlin knows cobol
      Lisbon: { leavers: 1, kept: 0, lost: 1 }, // sql: cal unlearned it
    });
  });
});
