import { Args, Context, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../../access/index.js';
import { type DecisionKind, DECISIONS, type RetirementMove } from '../../decisions/index.js';
import type { RequestContext } from '../http/request-context.js';
import { Tracks } from '../reading/tracks.js';
import { RuledMutation, RuledQuery } from '../schema/ruled.js';
import type { Refused } from '../types/account.types.js';
import {
  AnswerArgs,
  CloseArgs,
  ConfirmArgs,
  DecideTrackArgs,
  LookEarlyArgs,
  ReasonedArgs,
  TrackArgs,
} from '../types/track.args.js';
import {
  ScoredDecision,
  Track,
  TrackGaps,
  type TrackChanged,
  TrackMark,
  TrackResult,
  TrackSummary,
  WaitingDecision,
} from '../types/track.types.js';

type SignedInContext = RequestContext & { viewer: Viewer };
type Answer = Promise<TrackChanged | Refused>;

const NO_DECISION = {
  __typename: 'Refused',
  code: 'decision-invalid',
  message: 'Decide continue, adjust, extend or retire.',
} as const;

@Resolver()
export class TrackResolver {
  constructor(private readonly reading: Tracks) {}

  @RuledQuery(() => [TrackSummary], 'tracks', 'Every track that is known now, by its name.')
  async tracks(@Context() { viewer }: RequestContext): Promise<TrackSummary[]> {
    return this.reading.list(viewer);
  }

  @RuledQuery(() => Track, 'tracks', 'A track with its evidence and its history; null where there is none.', { nullable: true })
  async track(@Args() { key }: TrackArgs, @Context() { viewer }: RequestContext): Promise<Track | null> {
    return this.reading.track(viewer, key);
  }

  @RuledQuery(
    () => [TrackMark],
    'tracks',
    'Charters and decisions of a track as marks for its charts, in the order of their days.',
  )
  async trackMarks(@Args() { key }: TrackArgs, @Context() { viewer }: RequestContext): Promise<TrackMark[]> {
    return this.reading.marks(viewer, key);
  }

  @RuledQuery(
    () => TrackGaps,
    'tracks',
    'Skill gaps without a track and tracks without a gap; null where no roadmap was published.',
    {
      nullable: true,
    },
  )
  async trackGaps(@Context() { viewer }: RequestContext): Promise<TrackGaps | null> {
    return this.reading.gaps(viewer);
  }

  @RuledQuery(() => [ScoredDecision], 'tracks', 'What was decided about tracks and what followed, the newest first.')
  async trackScorecard(@Context() { viewer }: RequestContext): Promise<ScoredDecision[]> {
    return this.reading.scorecard(viewer);
  }

  @RuledQuery(() => [WaitingDecision], 'tracks', 'What waits for a decision that you may make.')
  async needsDecision(@Context() { viewer }: RequestContext): Promise<WaitingDecision[]> {
    return this.reading.waiting(viewer);
  }

  @RuledMutation(
    () => TrackResult,
    'track-decisions',
    'Decides about a track; what the evidence does not support waits for a second person.',
  )
  async decideTrack(@Args() { key, kind, ...more }: DecideTrackArgs, @Context() { viewer }: SignedInContext): Answer {
    return isDecision(kind) ? this.reading.decide(viewer, key, { kind, ...more }) : NO_DECISION;
  }

  @RuledMutation(
    () => TrackResult,
    'second-opinions',
    'Agrees to a decision against the evidence that somebody else made, or refuses it.',
  )
  async answerDecision(@Args() { key, no, ...answer }: AnswerArgs, @Context() { viewer }: SignedInContext): Answer {
    return this.reading.answer(viewer, key, { no: Number(no), ...answer });
  }

  @RuledMutation(() => TrackResult, 'objections', 'Objects to the end of a track, while the window is open.')
  async objectToRetirement(@Args() args: ReasonedArgs, @Context() { viewer }: SignedInContext): Answer {
    return this.move(viewer, args, 'objected');
  }

  @RuledMutation(
    () => TrackResult,
    'track-decisions',
    'Confirms the end of a track once the window is over, and answers what was objected.',
  )
  async confirmRetirement(@Args() args: ConfirmArgs, @Context() { viewer }: SignedInContext): Answer {
    return this.move(viewer, args, 'confirmed');
  }

  @RuledMutation(() => TrackResult, 'track-decisions', 'Closes a track with a judgment for everybody to read.')
  async closeTrack(@Args() { judgment, ...args }: CloseArgs, @Context() { viewer }: SignedInContext): Answer {
    return this.move(viewer, { ...args, why: judgment }, 'closed');
  }

  @RuledMutation(() => TrackResult, 'track-decisions', 'Takes a retirement back, at any time until the track is closed.')
  async withdrawRetirement(@Args() args: ReasonedArgs, @Context() { viewer }: SignedInContext): Answer {
    return this.move(viewer, args, 'withdrawn');
  }

  @RuledMutation(
    () => TrackResult,
    'track-decisions',
    'Looks at a quarter that the charter did not plan; it is counted for good and decides nothing.',
  )
  async lookEarly(@Args() { key, period, why }: LookEarlyArgs, @Context() { viewer }: SignedInContext): Answer {
    return this.reading.lookEarly(viewer, key, period, why);
  }

  @RuledMutation(
    () => String,
    'calendar',
    'Makes the address of your own calendar of dates, shown this once; the one before ends.',
  )
  async makeCalendar(@Context() { viewer }: SignedInContext): Promise<string> {
    return this.reading.makeCalendar(viewer);
  }

  @RuledMutation(() => Boolean, 'calendar', 'Ends the address of your own calendar.')
  async endCalendar(@Context() { viewer }: SignedInContext): Promise<boolean> {
    return this.reading.endCalendar(viewer);
  }

  private move(viewer: Viewer, { key, no, ...more }: ReasonedArgs | ConfirmArgs, step: RetirementMove['step']): Answer {
    return this.reading.moveRetirement(viewer, key, { no: Number(no), step, ...more });
  }
}

const isDecision = (text: string): text is DecisionKind => (DECISIONS as readonly string[]).includes(text);
