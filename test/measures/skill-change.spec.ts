import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Cohort } from '../../api/src/kernel/index.js';
import { exactly, figures, organisation } from './support/organisation.js';

const people = `
  person_id,effective_from,hired_on,left_on,kind
  ana,2015-01-01,2015-01-01,,
  bea,2015-01-01,2015-01-01,,
  cal,2015-01-01,2015-01-01,,
  dov,2015-01-01,2015-01-01,,
  eli,2015-01-01,2015-01-01,2025-08-01,
  fin,2015-01-01,2015-01-01,,
  gil,2015-01-01,2015-01-01,,
  hal,2015-01-01,2015-01-01,,
  ida,2015-01-01,2015-01-01,,
  jon,2015-01-01,2015-01-01,,
  bot,2015-01-01,2015-01-01,,agent
  box,2015-01-01,2015-01-01,,agent`;

const tracks = `
  track_id,name
  craft,Craft
  lead,Leading`;

const participations = `
  relationship_id,track_id,person_id,role,started_on,confidentiality
  r-ana1,craft,ana,mentee,2024-01-01,
  r-ana2,lead,ana,mentee,2025-01-01,
  r-bea,craft,bea,mentee,2025-01-01,
  r-cal,craft,cal,mentee,2025-01-01,
  r-dov,craft,dov,mentee,2024-01-01,
  r-eli,craft,eli,mentee,2025-01-01,
  r-fin,craft,fin,mentee,2025-01-01,
  r-gil,craft,gil,mentee,2025-01-01,closed
  r-hal,craft,hal,mentor,2025-01-01,
  r-bot,craft,bot,mentee,2025-01-01,
  r-box,craft,box,mentee,2025-01-01,`;

const checks = `
  person_id,track_id,skill,phase,taken_on,assessor,score,max_score,instrument
  ana,craft,design,before,2024-01-10,external,40,100,a
  ana,craft,design,before,2024-02-10,external,50,100,a
  ana,craft,design,after,2024-06-10,external,58,100,a
  ana,craft,design,after,2025-06-10,external,90,100,a
  ana,craft,design,before,2024-02-10,self,80,100,a
  ana,craft,design,after,2024-06-10,self,99,100,a
  ana,craft,speech,before,2024-02-10,peer,2,5,a
  ana,craft,speech,after,2024-06-10,peer,3,5,a
  ana,lead,design,before,2025-02-10,external,60,100,a
  ana,lead,design,after,2025-06-10,external,54,100,a
  bea,craft,design,before,2025-02-10,external,20,100,a
  bea,craft,design,after,2025-06-10,external,90,100,b
  bea,craft,design,before,2025-02-10,mentor,30,100,b
  bea,craft,design,after,2025-06-10,mentor,95,100,b
  cal,craft,design,before,2025-02-10,external,20,100,a
  cal,craft,design,after,2025-06-10,external,90,100,b
  dov,craft,design,before,2024-09-30,external,30,100,a
  eli,craft,design,before,2025-02-10,external,70,100,
  eli,craft,design,after,2025-06-10,external,64,100,
  fin,craft,design,before,2024-10-01,external,30,100,a
  gil,craft,design,before,2025-02-10,external,10,100,a
  gil,craft,design,after,2025-06-10,external,20,100,a
  hal,craft,design,before,2025-02-10,external,10,100,a
  hal,craft,design,after,2025-06-10,external,20,100,a
  ida,,design,before,2025-02-10,external,90,100,a
  ida,,design,after,2025-06-10,external,80,100,a
  ida,,drawing,before,2025-02-10,external,90,100,a
  jon,craft,design,before,2025-02-10,external,55,100,a
  bot,craft,design,before,2025-02-10,external,50,100,a
  bot,craft,design,after,2025-06-10,external,52,100,a
  box,craft,design,before,2025-02-10,external,50,100,a
  box,craft,design,after,2025-10-01,external,52,100,a`;

let cohort: Cohort;
beforeAll(async () => {
  cohort = await (await organisation({ files: { people, tracks, participations, skill_checks: checks } }))('2025-Q3');
});

/** Σ(x − m) and Σ((x − m)² − h²/2) over −30 to 30. */
const sums = (changes: readonly number[]) => ({
  change: expect.closeTo(
    changes.reduce((sum, x) => sum + x, 0),
    8,
  ),
  changeSquared: expect.closeTo(
    changes.reduce((sum, x) => sum + x * x - 450, 0),
    8,
  ),
});
const about50 = (scores: readonly number[]) =>
  expect.closeTo(
    scores.reduce((sum, x) => sum + x - 50, 0),
    8,
  );

describe('whether skills rose', () => {
  /*
   * ana   design in craft: external before self, the last check before (50), the first after it (58): +8. Speech 2 of 5 to
   *       3 of 5: +20. Design in lead: −6.
   * bea   the external checks have two instruments and make no pair; the mentor's do: 30 to 95, cut off at +30
   * cal   another instrument broke the only pair: lost
   * dov   checked a year ago to the day and never again: lost
   * eli   no instrument was named, twice: a pair, −6; that she left since changes nothing
   * fin   checked a day less than a year ago: may still be checked
   * gil   in a closed relationship; hal a mentor; jon in no relationship: not here
   * ida   checked in no track: part of what scores regress to
   * bot, box   agents; the second check of box lies after the period
   */
  it('counts each person once by track and skill', () => {
    const cells = exactly(cohort, 'skill_change', { by: ['track', 'skill'] });
    expect(Object.keys(cells)).toEqual(['craft × design', 'craft × speech', 'lead × design', 'lead × speech']);
    // What scores regress to: outside of craft those of ana in lead, and of ida, who is in no track, 90 twice; outside of
    // lead those of ana in craft (external 50 and, of 2 in 5, 40), bea, cal, dov, eli, fin and ida.
    const reference = { checked: 2, checkedBefore: about50([60, 90]) };
    const outsideOfLead = { checked: 7, checkedBefore: about50([45, 20, 20, 30, 70, 30, 90]) };
    expect(cells['craft × design']).toEqual({
      pairs: 3,
      lost: 2,
      ...sums([8, 30, -6]),
      before: about50([50, 30, 70]),
      ...reference,
    });
    expect(cells['lead × design']).toEqual({ pairs: 1, lost: 0, ...sums([-6]), before: about50([60]), ...outsideOfLead });
    expect(cells['craft × speech']).toMatchObject({ pairs: 1, lost: 0, ...sums([20]), ...reference });
    expect(cells['lead × speech']).toMatchObject({ pairs: 0, lost: 0, checked: 0 }); // no such skill in lead;
  });

  it('takes the mean of a person over what a table does not split', () => {
    // ana: 8 and 20 in craft, 8, 20 and −6 in all.
    expect(exactly(cohort, 'skill_change', { by: ['track'] })).toMatchObject({
      craft: { pairs: 3, lost: 2, ...sums([14, 30, -6]) },
      lead: { pairs: 1, lost: 0, ...sums([-6]) },
    });
    expect(exactly(cohort, 'skill_change').organisation).toMatchObject({ pairs: 3, lost: 2, ...sums([22 / 3, 30, -6]) });
  });

  it('sets beside the mean change the one that regression to the mean alone makes', () => {
    // With a reliability of 0.8: a fifth of the way from the mean of those with a pair to that of everybody checked.
    const { change, lostShare, expectedByChance } = figures(cohort, 'skill_change', { by: ['skill'] }).design!;
    expect(change).toBeCloseTo((1 + 30 - 6) / 3, 10); // ana: the mean of 8 and −6
    expect(lostShare).toBeCloseTo(2 / 5, 10);
    // Everybody, each by the mean of their skills: ana 60, 50 and 40.
    const everybody = [50, 20, 20, 30, 70, 30, 90].reduce((sum, score) => sum + score, 0) / 7;
    expect(expectedByChance).toBeCloseTo(0.2 * (everybody - (55 + 30 + 70) / 3), 10);
  });

  it('keeps agents apart', () => {
    expect(exactly(cohort, 'skill_change', { variant: 'agents' }).organisation).toMatchObject({
      pairs: 1,
      lost: 0,
      ...sums([2]),
      checked: 2,
    });
  });
});
