import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Cohort } from '../../api/src/kernel/index.js';
import { exactly, figures, organisation } from './support/organisation.js';

/** mo, ned and ola mentor ana, bea and cal; the period is the third quarter of 2025. */
const ids = ['mo', 'ned', 'ola', 'ana', 'bea', 'cal', 'dov'];
const files = {
  people: [
    'person_id,effective_from,hired_on,kind',
    ...ids.map((id) => `${id},2015-01-01,2015-01-01,`),
    'bot,2015-01-01,2015-01-01,agent',
  ].join('\n'),
  tracks: 'track_id,name\ncraft,Craft\nlead,Leading',
  participations: `
    relationship_id,track_id,person_id,role,started_on,ended_on,confidentiality
    r1,craft,mo,mentor,2024-01-01,,
    r1,craft,ana,mentee,2024-01-01,,
    r2,craft,mo,mentor,2024-01-01,,
    r2,craft,bea,mentee,2024-01-01,,
    r3,lead,ned,mentor,2024-01-01,,
    r3,lead,ana,mentee,2024-01-01,,
    r4,lead,ola,mentor,2024-01-01,2025-06-30,
    r4,lead,cal,mentee,2024-01-01,2025-06-30,
    r5,lead,ola,mentor,2024-01-01,,closed
    r5,lead,dov,mentee,2024-01-01,,closed
    r6,lead,bot,mentor,2024-01-01,,`,
  skill_checks: `
    person_id,track_id,skill,phase,taken_on,assessor,score,max_score,instrument
    mo,craft,listening,before,2024-02-01,peer,50,100,a
    mo,craft,listening,after,2024-08-01,peer,60,100,a
    ana,craft,listening,before,2024-02-01,peer,50,100,a
    ana,craft,listening,after,2024-08-01,peer,90,100,a
    bot,lead,listening,before,2024-02-01,peer,50,100,a
    bot,lead,listening,after,2024-08-01,peer,90,100,a`,
  progressions: `
    person_id,occurred_on,kind,from_rank,to_rank
    mo,2024-07-01,promotion,1,2
    ana,2024-07-01,promotion,1,2`,
  mentor_development: `
    person_id,topic,completed_on,kind,score,max_score
    mo,coaching,2025-03-10,training,,
    mo,feedback,2025-05-10,training,,
    mo,coaching,2025-05-10,self_assessment,4,5
    mo,feedback,2025-01-10,self_assessment,1,5
    mo,feedback,2025-05-11,self_assessment,2,5
    ned,feedback,2025-05-10,self_assessment,5,5
    ola,feedback,2024-09-30,self_assessment,5,5
    ola,coaching,2025-07-01,training,,`,
  feedback: `
    respondent_id,item,answered_on,track_id,answer
    ana,feedback_quality,2025-02-10,,3
    ana,feedback_quality,2025-03-10,craft,5
    bea,feedback_quality,2025-02-10,craft,2
    bea,feedback_quality,2024-09-30,craft,5
    bea,trust,2025-02-10,craft,5
    cal,feedback_quality,2025-02-10,,5
    ana,safety,2025-07-10,,2
    ana,safety,2025-08-10,,4
    ana,trust,2025-08-10,,5
    bea,safety,2025-08-10,,1
    cal,safety,2025-08-10,,1
    dov,safety,2025-08-10,,1`,
  sessions: [
    'session_id,relationship_id,held_on,minutes,guidance,state',
    's1,r1,2024-03-01,60,answer,held', // the month a year before the training, the first that counts
    's2,r1,2024-02-01,60,debrief,held', // the month before that does not
    's3,r2,2025-02-01,60,question,held',
    's4,r2,2025-03-01,60,debrief,held', // nor does that of the training itself
    's5,r2,2025-04-01,60,question,held',
    's6,r2,2025-09-01,60,debrief,held',
    's7,r4,2025-01-01,60,answer,held',
  ].join('\n'),
};

let cohort: Cohort;
beforeAll(async () => {
  cohort = await (await organisation({ files }))('2025-Q3');
});

describe('whether mentors learn too', () => {
  it('counts the skills of mentors in tracks in which they mentor', () => {
    expect(exactly(cohort, 'mentor_change', { variant: 'mentors_skill' }).organisation).toEqual({
      pairs: 1,
      change: 10,
      changeSquared: 100 - 450,
    });
  });

  it('counts steps up after beginning as a mentor', () => {
    // mo six months later to the day; ned and ola followed for 21 months. ana was no mentor, bot is an agent.
    expect(exactly(cohort, 'mentor_change', { variant: 'mentors_progression' }).organisation).toMatchObject({
      events6: 1,
      events12: 0,
      censored24: 2,
      beyond: 0,
    });
  });

  it('sets what mentors say of themselves beside what their mentees say', () => {
    /*
     * mo   of himself 80 and, the newest of the year, 40: 60. His mentees: ana 3 and 5, 75 of 100; bea 2, 25. Their mean
     *      is 50: +10.
     * ned  of himself 100; ana said 3 about no track, 50 of 100 (what she said about craft is not about him): +50.
     * ola  assessed himself a year and a day ago
     * ana stands behind both: they weigh a half each. bea is behind mo alone.
     */
    expect(exactly(cohort, 'mentor_change', { variant: 'mentors_self_view' }).organisation).toEqual({
      mentors: 1,
      total: (10 + 50) / 2,
      totalSquared: (100 - 1250 + 2500 - 1250) / 2,
      mentees: 2,
    });
  });

  it('compares guidance in the twelve months after the first training with that before', () => {
    // mo: before answering and asking, 0 and 1; after asking and looking back, 1 and 2. ola has sessions before alone.
    expect(exactly(cohort, 'mentor_change', { variant: 'mentors_guidance' }).organisation).toEqual({
      mentors: 1,
      total: 1,
      totalSquared: 1 - 0.5,
      mentees: 2,
    });
  });

  it('compares the pulse of mentees whose mentor was trained before the period with that of the others', () => {
    // ana has mo, trained, and ned: trained; 4 and 5, the newest of each item. bea has mo: 1. cal's relationship had ended,
    // dov's is closed. Nobody has untrained mentors alone.
    expect(exactly(cohort, 'mentor_change', { variant: 'mentees_pulse' }).organisation).toEqual({
      trained: 2,
      trainedAnswers: 4.5 - 3 + (1 - 3),
      trainedAnswersSquared: 1.5 ** 2 - 2 + (2 ** 2 - 2),
      trainedMentors: 2, // mo, half with each; ned with ana
      untrained: 0,
      untrainedAnswers: 0,
      untrainedAnswersSquared: 0,
      untrainedMentors: 0,
    });
  });

  it('says how many people stand behind each', () => {
    const counted = (variant: string) => figures(cohort, 'mentor_change', { variant }).organisation!.peopleCounted;
    expect(['mentors_skill', 'mentors_progression', 'mentees_pulse'].map(counted)).toEqual([1, 3, 2]);
  });
});
