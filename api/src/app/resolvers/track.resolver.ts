import { Args, Context, Int, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../../access/index.js';
import { type DecisionKind, DECISIONS } from '../../decisions/index.js';
import type { RequestContext } from '../http/request-context.js';
import { Tracks } from '../reading/tracks.js';
import { RuledMutation, RuledQuery } from '../schema/ruled.js';
import type { Refused } from '../types/account.types.js';
import { Track, type TrackChanged, TrackResult, TrackSummary } from '../types/track.types.js';

type SignedInContext = RequestContext & { viewer: Viewer };

const KEY = { type: () => String, description: 'The track.' } as const;
const NO = { type: () => String, description: 'The number of the decision.' } as const;
const WHY = {
  type: () => String,
  description: 'The reason, for everybody to read who may read tracks; about the track, never about a person.',
} as const;

@Resolver()
export class TrackResolver {
  constructor(private readonly reading: Tracks) {}

  @RuledQuery(() => [TrackSummary], 'tracks', 'Every track that is known now, by its name.')
  async tracks(@Context() { viewer }: RequestContext): Promise<TrackSummary[]> {
    return this.reading.list(viewer);
  }

  @RuledQuery(() => Track, 'tracks', 'A track with its evidence and its history; null where there is none.', { nullable: true })
  async track(@Args('key', KEY) key: string, @Context() { viewer }: RequestContext): Promise<Track | null> {
    return this.reading.track(viewer, key);
  }

  @RuledMutation(
    () => TrackResult,
    'track-decisions',
    'Decides about a track; what the evidence does not support waits for a second person.',
  )
  async decideTrack(
    @Args('key', KEY) key: string,
    @Args('kind', { type: () => String, description: 'continue, adjust, extend or retire.' }) kind: string,
    @Args('why', WHY) why: string,
    @Args('changed', { type: () => String, nullable: true, description: 'Of an adjustment: what is changed.' })
    changed: string | null,
    @Args('looks', { type: () => Int, nullable: true, description: 'Of an extension: how many looks more.' })
    looks: number | null,
    @Context() { viewer }: SignedInContext,
  ): Promise<TrackChanged | Refused> {
    if (!isDecision(kind))
      return { __typename: 'Refused', code: 'decision-invalid', message: 'Decide continue, adjust, extend or retire.' };
    return this.reading.decide(viewer, key, { kind, why, changed, looks });
  }

  @RuledMutation(
    () => TrackResult,
    'second-opinions',
    'Agrees to a decision against the evidence that somebody else made, or refuses it.',
  )
  async answerDecision(
    @Args('key', KEY) key: string,
    @Args('no', NO) no: string,
    @Args('agree', { type: () => Boolean, description: 'Whether it takes effect.' }) agree: boolean,
    @Args('why', WHY) why: string,
    @Context() { viewer }: SignedInContext,
  ): Promise<TrackChanged | Refused> {
    return this.reading.answer(viewer, key, { no: Number(no), agree, why });
  }

  @RuledMutation(() => TrackResult, 'objections', 'Objects to the end of a track, while the window is open.')
  async objectToRetirement(
    @Args('key', KEY) key: string,
    @Args('no', NO) no: string,
    @Args('why', WHY) why: string,
    @Context() { viewer }: SignedInContext,
  ): Promise<TrackChanged | Refused> {
    return this.reading.moveRetirement(viewer, key, { no: Number(no), step: 'objected', why });
  }

  @RuledMutation(
    () => TrackResult,
    'track-decisions',
    'Confirms the end of a track once the window is over: answers what was objected.',
  )
  async confirmRetirement(
    @Args('key', KEY) key: string,
    @Args('no', NO) no: string,
    @Args('why', WHY) why: string,
    @Args('from', { type: () => String, description: 'From this day on nobody is paired anew, as 2026-09-30.' }) from: string,
    @Context() { viewer }: SignedInContext,
  ): Promise<TrackChanged | Refused> {
    return this.reading.moveRetirement(viewer, key, { no: Number(no), step: 'confirmed', why, from });
  }

  @RuledMutation(() => TrackResult, 'track-decisions', 'Closes a track with a judgment for everybody to read.')
  async closeTrack(
    @Args('key', KEY) key: string,
    @Args('no', NO) no: string,
    @Args('judgment', { type: () => String, description: 'What was learnt, for everybody to read who may read tracks.' })
    judgment: string,
    @Context() { viewer }: SignedInContext,
  ): Promise<TrackChanged | Refused> {
    return this.reading.moveRetirement(viewer, key, { no: Number(no), step: 'closed', why: judgment });
  }

  @RuledMutation(() => TrackResult, 'track-decisions', 'Takes a retirement back, at any time until the track is closed.')
  async withdrawRetirement(
    @Args('key', KEY) key: string,
    @Args('no', NO) no: string,
    @Args('why', WHY) why: string,
    @Context() { viewer }: SignedInContext,
  ): Promise<TrackChanged | Refused> {
    return this.reading.moveRetirement(viewer, key, { no: Number(no), step: 'withdrawn', why });
  }

  @RuledMutation(
    () => TrackResult,
    'track-decisions',
    'Looks at a quarter that the charter did not plan; it is counted for good and decides nothing.',
  )
  async lookEarly(
    @Args('key', KEY) key: string,
    @Args('period', { type: () => String, description: 'The quarter.' }) period: string,
    @Args('why', WHY) why: string,
    @Context() { viewer }: SignedInContext,
  ): Promise<TrackChanged | Refused> {
    return this.reading.lookEarly(viewer, key, period, why);
  }
}

const isDecision = (text: string): text is DecisionKind => (DECISIONS as readonly string[]).includes(text);
