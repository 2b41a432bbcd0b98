import { Args, Context, Int, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../../access/index.js';
import type { RequestContext } from '../http/request-context.js';
import { Charters } from '../reading/charters.js';
import { RuledMutation, RuledQuery } from '../schema/ruled.js';
import type { Refused } from '../types/account.types.js';
import { CharterInput, type CharterPower, CharterPowerResult, CharterTemplate } from '../types/charter.types.js';
import { type TrackChanged, TrackResult } from '../types/track.types.js';

type SignedInContext = RequestContext & { viewer: Viewer };

const KEY = { type: () => String, description: 'The track.' } as const;

@Resolver()
export class CharterResolver {
  constructor(private readonly reading: Charters) {}

  @RuledQuery(() => [CharterTemplate], 'tracks', 'Charters to start from, the one that fits the track first.')
  async charterTemplates(@Args('key', KEY) key: string): Promise<CharterTemplate[]> {
    return this.reading.templates(key);
  }

  @RuledQuery(
    () => CharterPowerResult,
    'tracks',
    'What the planned looks of a charter could detect, at the expected number of people.',
  )
  async charterPower(
    @Args('charter', { type: () => CharterInput, description: 'The charter as it is planned.' }) charter: CharterInput,
  ): Promise<CharterPower | Refused> {
    return this.reading.power(charter);
  }

  @RuledMutation(() => TrackResult, 'charters', 'Writes the draft of a track’s charter, over one that was there.')
  async writeCharter(
    @Args('key', KEY) key: string,
    @Args('charter', { type: () => CharterInput, description: 'The charter.' }) charter: CharterInput,
    @Args('copiedFrom', { type: () => String, nullable: true, description: 'The track whose charter it is a copy of.' })
    copiedFrom: string | null,
    @Context() { viewer }: SignedInContext,
  ): Promise<TrackChanged | Refused> {
    return this.reading.write(viewer, key, charter, copiedFrom);
  }

  @RuledMutation(() => TrackResult, 'charters', 'Locks the draft of a charter by its hash, before its first look.')
  async lockCharter(
    @Args('key', KEY) key: string,
    @Args('version', { type: () => Int, description: 'The draft.' }) version: number,
    @Context() { viewer }: SignedInContext,
  ): Promise<TrackChanged | Refused> {
    return this.reading.lock(viewer, key, version);
  }
}
