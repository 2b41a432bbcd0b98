import { beforeAll, describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import path from 'node:path';
import type { Cohort } from '../../api/src/kernel/index.js';
import { ROOT } from '../support/run-tool.js';
import { exactly, figures, organisation } from './support/organisation.js';

const people = `
  person_id,effective_from,hired_on
  ana,2020-01-01,2020-01-01
  bea,2020-01-01,2020-01-01
  cal,2020-01-01,2020-01-01
  mo,2020-01-01,2020-01-01`;
const tracks = `
  track_id,name,format,monthly_minutes
  circle,Circle,group,120`;
const participations = `
  relationship_id,track_id,person_id,role,started_on,ended_on
  g,circle,ana,mentee,2025-01-01,
  g,circle,bea,mentee,2025-09-01,
  g,circle,cal,mentee,2025-01-01,2025-07-31
  g,circle,mo,mentor,2025-01-01,`;
const sessions = `
  session_id,relationship_id,held_on,minutes,state
  s1,g,2025-07-10,90,held
  s2,g,2025-09-10,60,held`;

let cohort: Cohort;
beforeAll(async () => {
  cohort = await (await organisation({ files: { people, tracks, participations, sessions } }))('2025-Q3');
});

describe('sessions of a group', () => {
  // July: ana and cal 90 each. September: ana and bea 60 each. ana's August has none; bea came, and cal went, in between.
  it('give every member the full minutes', () => {
    expect(exactly(cohort, 'dose').organisation).toMatchObject({
      mentees: 3,
      months: 3 + 1 + 1,
      minutes: 90 + 0 + 60 + 60 + 90 - 5 * 120, // about the middle of 0 to 240
    });
    expect(figures(cohort, 'dose').organisation).toMatchObject({ mean: 300 / 5 });
  });
});

describe('the page of definitions', () => {
  const page = fs.readFileSync(path.join(ROOT, 'docs/methods/definitions.md'), 'utf8');
  const rows = [...page.matchAll(/^\| (?<definition>[^|]+) \| [^|]+ \| `(?<file>[^`]+)`: (?<test>[^|]+) \|$/gm)];

  it('names a test for every definition', () => {
    const lines = page.split('\n').filter((line) => line.startsWith('| ') && !/^\| (definition|---)/.test(line));
    expect(rows).toHaveLength(lines.length);
    expect(rows.length).toBeGreaterThan(25);
  });

  it.each(rows.map(({ groups = {} }) => [groups['definition'], groups['file'], groups['test']]))(
    'names one that is there: %s',
    (_definition, file = '', test = '') => {
      expect(fs.readFileSync(path.join(ROOT, file), 'utf8')).toContain(`it('${test}'`);
    },
  );
});
