import { createUnionType, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Ruled, Said } from '../schema/ruled.js';
import { Refused } from './account.types.js';
import { Charter } from './charter.types.js';

@ObjectType({ description: 'A figure with its interval, in the unit of the outcome: points, a share of 1, or a ratio.' })
export class TrackInterval {
  @Ruled(() => Float, 'tracks', 'The figure.')
  value!: number;
  @Ruled(() => Float, 'tracks', 'Its lower limit.')
  lower!: number;
  @Ruled(() => Float, 'tracks', 'Its upper limit.')
  upper!: number;
}

@ObjectType({ description: 'Something that was decided about a track.' })
export class TrackDecision {
  @Ruled(() => ID, 'tracks', 'Its number.')
  no!: string;
  @Ruled(() => String, 'tracks', 'continue, adjust, extend or retire.')
  kind!: string;
  @Ruled(() => String, 'tracks', 'The quarter of the look that it rests on.', { nullable: true })
  period!: string | null;
  @Ruled(() => String, 'tracks', 'The verdict then.')
  verdict!: string;
  @Ruled(() => String, 'tracks', 'The strength of the evidence then.')
  strength!: string;
  @Ruled(() => Boolean, 'tracks', 'Whether the evidence supported it.')
  supported!: boolean;
  @Ruled(() => String, 'tracks', 'holds, waits for a second person, or was refused by one.')
  state!: string;
  @Ruled(() => String, 'tracks', 'Why.')
  why!: string;
  @Ruled(() => String, 'tracks', 'Of an adjustment: what was changed.', { nullable: true })
  changed!: string | null;
  @Ruled(() => [String], 'tracks', 'Of an extension: the quarters more.')
  extends!: string[];
  @Ruled(() => String, 'tracks', 'When.')
  decidedAt!: string;
  @Ruled(() => String, 'tracks', 'What the second person said.', { nullable: true })
  secondWhy!: string | null;
  @Ruled(() => String, 'tracks', 'What followed: better, little, worse, cannot_tell or too_early.')
  followed!: string;
  @Ruled(() => TrackInterval, 'tracks', 'After minus before; of ratios after divided by before.', { nullable: true })
  change!: TrackInterval | null;
  @Ruled(() => String, 'tracks', 'The quarter that is compared with that of the decision.', { nullable: true })
  followedIn!: string | null;
  @Ruled(() => Boolean, 'tracks', 'Whether you may answer as the second person.')
  mayAnswer!: boolean;
}

@ObjectType({ description: 'Something on record about a track that its charts show.' })
export class TrackMark {
  @Ruled(() => String, 'tracks', 'charter, continue, adjust, extend, retire, windDown, withdrawn or closed.')
  kind!: string;
  @Ruled(() => String, 'tracks', 'The day.')
  on!: string;
  @Ruled(() => String, 'tracks', 'The first quarter whose figures come after it.')
  period!: string;
  @Ruled(() => Int, 'tracks', 'Of a charter: its version.', { nullable: true })
  version!: number | null;
  @Ruled(() => String, 'tracks', 'Of an adjustment: what was changed.', { nullable: true })
  changed!: string | null;
}

@ObjectType({ description: 'A step of a retirement.' })
export class RetirementStep {
  @Ruled(() => String, 'tracks', 'objected, confirmed, closed or withdrawn.')
  step!: string;
  @Ruled(() => String, 'tracks', 'The objection, the answer, the judgment, or why it was taken back.')
  why!: string;
  @Ruled(() => String, 'tracks', 'The role of whoever took it; never who.')
  role!: string;
  @Ruled(() => String, 'tracks', 'When.')
  takenAt!: string;
}

@ObjectType({
  description: 'How many people a track that winds down still mentors: a number only where the group is large enough.',
})
export class StillRunning {
  @Ruled(() => String, 'tracks', 'At the end of this quarter.')
  period!: string;
  @Ruled(() => String, 'tracks', 'shown, or the name of its absence.')
  status!: string;
  @Ruled(() => Float, 'tracks', 'People, as drawn; null unless shown.', { nullable: true })
  mentees!: number | null;
}

@ObjectType({ description: 'How a track comes to its end.' })
export class TrackRetirement {
  @Ruled(() => ID, 'tracks', 'The number of the decision.')
  no!: string;
  @Ruled(() => String, 'tracks', 'waiting, challenge, answer, announced, windingDown, closed or withdrawn.')
  state!: string;
  @Ruled(() => String, 'tracks', 'When the window for objections ends.', { nullable: true })
  windowEndsAt!: string | null;
  @Ruled(() => String, 'tracks', 'From this day on nobody is paired anew.', { nullable: true })
  windsDownFrom!: string | null;
  @Ruled(() => StillRunning, 'tracks', 'While it winds down.', { nullable: true })
  stillRunning!: StillRunning | null;
  @Ruled(() => [RetirementStep], 'tracks', 'What happened so far.')
  steps!: RetirementStep[];
  @Ruled(() => [String], 'tracks', 'What you may do next.')
  next!: string[];
}

@ObjectType({ description: 'A track as a list shows it.' })
export class TrackSummary {
  @Ruled(() => ID, 'tracks', 'Its name in addresses.')
  key!: string;
  @Ruled(() => String, 'tracks', 'Its name.')
  name!: string;
  @Ruled(() => String, 'tracks', 'What it develops.', { nullable: true })
  focus!: string | null;
  @Ruled(() => String, 'tracks', 'Who mentors.', { nullable: true })
  tier!: string | null;
  @Ruled(() => String, 'tracks', 'How people meet.', { nullable: true })
  format!: string | null;
  @Ruled(() => String, 'tracks', 'mentoring or coaching; the two are never pooled.', { nullable: true })
  practice!: string | null;
  @Ruled(() => String, 'tracks', 'What it is for.', { nullable: true })
  purpose!: string | null;
  @Ruled(() => String, 'tracks', 'The skill or role that it is meant to build.', { nullable: true })
  capability!: string | null;
  @Ruled(() => Boolean, 'tracks', 'Whether somebody answers for it; never who.')
  owned!: boolean;
  @Ruled(() => String, 'tracks', 'running, retiring, retired or ended.')
  status!: string;
  @Ruled(() => Charter, 'tracks', 'By which it is judged; null where there is none, and then no verdict.', { nullable: true })
  charter!: Charter | null;
  @Ruled(() => Boolean, 'tracks', 'Whether a draft of a charter waits to be locked.')
  hasDraft!: boolean;
  @Ruled(() => String, 'tracks', 'What the evidence says; null before the first look.', { nullable: true })
  verdict!: string | null;
  @Ruled(() => String, 'tracks', 'How far it can be trusted: a scale of its own.')
  strength!: string;
  @Ruled(() => TrackInterval, 'tracks', 'The effect in the good direction at the look that decides, as wide as its bound.', {
    nullable: true,
  })
  effect!: TrackInterval | null;
  @Ruled(() => TrackInterval, 'tracks', 'The same effect drawn towards those of the other tracks with this outcome.', {
    nullable: true,
  })
  shrunken!: TrackInterval | null;
  @Ruled(() => String, 'tracks', 'The quarter of the next look.', { nullable: true })
  nextLook!: string | null;
  @Ruled(() => Boolean, 'tracks', 'Whether no planned look is left.')
  lapsed!: boolean;
  @Ruled(() => TrackDecision, 'tracks', 'What was decided last.', { nullable: true })
  lastDecision!: TrackDecision | null;
}

@ObjectType({ description: 'A look at the outcome that decides.' })
export class TrackLook {
  @Ruled(() => String, 'tracks', 'The quarter.')
  period!: string;
  @Ruled(() => Boolean, 'tracks', 'Whether the charter planned it; others are counted and decide nothing.')
  planned!: boolean;
  @Ruled(() => String, 'tracks', 'read, nothingNew, absent, tooFew, tooEarly, skipped or waiting.')
  state!: string;
  @Ruled(() => String, 'tracks', 'The release.', { nullable: true })
  releaseId!: string | null;
  @Ruled(() => Float, 'tracks', 'Share of the planned information.', { nullable: true })
  information!: number | null;
  @Ruled(() => Float, 'tracks', 'How many standard errors the interval reaches.', { nullable: true })
  bound!: number | null;
  @Ruled(() => Int, 'tracks', 'People on whom it rests, as drawn.', { nullable: true })
  people!: number | null;
  @Ruled(() => TrackInterval, 'tracks', 'The effect in the good direction, as wide as the bound.', { nullable: true })
  effect!: TrackInterval | null;
  @Ruled(() => String, 'tracks', 'The verdict.')
  verdict!: string;
}

@ObjectType({ description: 'A published figure about a track; none of them decides.' })
export class TrackFigure {
  @Ruled(() => ID, 'tracks', 'Its name.')
  key!: string;
  @Ruled(() => String, 'tracks', 'outcome, promotion, equity, experience or cost.')
  part!: string;
  @Ruled(() => String, 'tracks', 'What it says.')
  label!: string;
  @Ruled(() => String, 'tracks', 'How it is written, as the contract of its measure says.')
  format!: string;
  @Ruled(() => Boolean, 'tracks', 'Whether it is about the whole organisation, since no figure of one track exists.')
  organisation!: boolean;
  @Ruled(() => Boolean, 'tracks', 'Whether the charter names it.')
  chosen!: boolean;
  @Ruled(() => String, 'tracks', 'SHOWN, or the name of its absence.')
  status!: string;
  @Ruled(() => String, 'tracks', 'Why there is no estimate.', { nullable: true })
  reason!: string | null;
  @Ruled(() => Float, 'tracks', 'The figure.', { nullable: true })
  value!: number | null;
  @Ruled(() => Float, 'tracks', 'Its lower 95 % limit.', { nullable: true })
  lower!: number | null;
  @Ruled(() => Float, 'tracks', 'Its upper 95 % limit.', { nullable: true })
  upper!: number | null;
  @Ruled(() => String, 'tracks', 'Of a comparison with everyone else: its verdict.', { nullable: true })
  verdict!: string | null;
}

@ObjectType({ description: 'Something that must not get worse while the outcome is pursued. It never moves the verdict.' })
export class TrackGuardrail {
  @Ruled(() => ID, 'tracks', 'parity, pulse or load.')
  key!: string;
  @Said(() => String, 'tracks', 'What it is.')
  label!: string;
  @Ruled(() => String, 'tracks', 'worse, noneShown (no worsening is shown) or notAssessable.')
  state!: string;
  @Ruled(() => String, 'tracks', 'The quarter that it is held against; null where it is read from one quarter.', {
    nullable: true,
  })
  before!: string | null;
  @Ruled(() => String, 'tracks', 'The quarter of the look that decides.')
  after!: string;
  @Ruled(() => TrackInterval, 'tracks', 'After minus before, as a share of 1.', { nullable: true })
  change!: TrackInterval | null;
  @Said(() => [String], 'tracks', 'Of parity: the measures in which its mentees stand clearly on the wrong side.')
  measures!: string[];
}

@ObjectType({ description: 'The change of skills from before to after, in points, with its 95 % interval.' })
export class TrackSkillChange {
  @Ruled(() => String, 'tracks', 'The quarter; of a look where the change of skills decides.')
  period!: string;
  @Ruled(() => TrackInterval, 'tracks', 'The change.')
  change!: TrackInterval;
  @Ruled(
    () => Float,
    'tracks',
    'What regression to the mean alone would show; null where the checks have no known reliability.',
    {
      nullable: true,
    },
  )
  expectedByChance!: number | null;
}

@ObjectType({ description: 'What would settle an open question.' })
export class Settling {
  @Ruled(() => Int, 'tracks', 'People more.')
  people!: number;
  @Ruled(() => Int, 'tracks', 'Looks more, at the expected intake; null where none is expected.', { nullable: true })
  looks!: number | null;
}

@ObjectType({ description: 'A track with its evidence and its history.' })
export class Track {
  @Ruled(() => TrackSummary, 'tracks', 'The track in short.')
  summary!: TrackSummary;
  @Ruled(() => [TrackLook], 'tracks', 'Looks in the order of their quarters.')
  looks!: TrackLook[];
  @Said(() => [String], 'tracks', 'Why the evidence is as strong as it is.')
  strengthReasons!: string[];
  @Ruled(() => Settling, 'tracks', 'What would settle it, where it is inconclusive.', { nullable: true })
  settling!: Settling | null;
  @Ruled(() => [String], 'tracks', 'Decisions that the evidence supports; whatever else is decided needs a second person.')
  supported!: string[];
  @Said(() => String, 'tracks', 'Why an end is not offered; null where it is.', { nullable: true })
  whyNotRetire!: string | null;
  @Ruled(() => Boolean, 'tracks', 'Whether the quarter that decides has been restated since; a restatement is no look.')
  restated!: boolean;
  @Ruled(() => [TrackGuardrail], 'tracks', 'What must not get worse, at the look that decides.')
  guardrails!: TrackGuardrail[];
  @Ruled(() => TrackSkillChange, 'tracks', 'The change of skills beside what chance alone would show.', { nullable: true })
  skillChange!: TrackSkillChange | null;
  @Ruled(() => String, 'tracks', 'The quarter of the figures.', { nullable: true })
  figuresOf!: string | null;
  @Ruled(() => [TrackFigure], 'tracks', 'Figures beside the outcome that decides.')
  figures!: TrackFigure[];
  @Ruled(() => [Charter], 'tracks', 'Every version of its charter, the newest first; a draft among them.')
  charters!: Charter[];
  @Ruled(() => [TrackDecision], 'tracks', 'What was decided, the newest first.')
  decisions!: TrackDecision[];
  @Ruled(() => TrackRetirement, 'tracks', 'The last retirement, wherever it stands.', { nullable: true })
  retirement!: TrackRetirement | null;
  @Ruled(() => [String], 'tracks', 'Published quarters that are no look: what an early look could be taken at.')
  betweenLooks!: string[];
}

@ObjectType({ description: 'A track by its name.' })
export class TrackName {
  @Ruled(() => ID, 'tracks', 'Its name in addresses.')
  key!: string;
  @Ruled(() => String, 'tracks', 'Its name.')
  name!: string;
}

@ObjectType({ description: 'A skill that teams need, and the running tracks that build it.' })
export class RoadmapSkill {
  @Ruled(() => String, 'tracks', 'The skill.')
  skill!: string;
  @Ruled(() => String, 'tracks', 'shown, or the name of its absence.')
  status!: string;
  @Ruled(() => TrackInterval, 'tracks', 'Share of teams whose gap stays open.', { nullable: true })
  open!: TrackInterval | null;
  @Ruled(() => [TrackName], 'tracks', 'Tracks that build it; none where nobody does.')
  tracks!: TrackName[];
}

@ObjectType({ description: 'Skills of the roadmap beside the running tracks.' })
export class TrackGaps {
  @Ruled(() => String, 'tracks', 'The quarter.')
  period!: string;
  @Ruled(() => [RoadmapSkill], 'tracks', 'Skills on the roadmap.')
  skills!: RoadmapSkill[];
  @Ruled(() => [TrackName], 'tracks', 'Tracks that build nothing on it.')
  without!: TrackName[];
}

@ObjectType({ description: 'It is done; ask for the track again.' })
export class TrackChanged {
  readonly __typename? = 'TrackChanged';
  @Ruled(() => ID, 'tracks', 'The track.')
  key!: string;
}

export const TrackResult = createUnionType({
  name: 'TrackResult',
  description: 'Done, or why not.',
  types: () => [TrackChanged, Refused] as const,
});

@ObjectType({ description: 'Something that waits for a decision of yours.' })
export class WaitingDecision {
  @Ruled(() => String, 'tracks', 'What waits: unowned, noCharter, decisionLate and so on.')
  kind!: string;
  @Ruled(() => ID, 'tracks', 'The track.')
  key!: string;
  @Ruled(() => String, 'tracks', 'Its name.')
  name!: string;
  @Ruled(() => String, 'tracks', 'The quarter that it is about.', { nullable: true })
  period!: string | null;
}

@ObjectType({ description: 'A decision that holds, with its track.' })
export class ScoredDecision {
  @Ruled(() => ID, 'tracks', 'The track.')
  key!: string;
  @Ruled(() => String, 'tracks', 'Its name.')
  name!: string;
  @Ruled(() => TrackDecision, 'tracks', 'The decision, and what followed.')
  decision!: TrackDecision;
}
