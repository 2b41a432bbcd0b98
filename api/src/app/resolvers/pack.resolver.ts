import { Args, Context, ID, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../../access/index.js';
import type { RequestContext } from '../http/request-context.js';
import { Packs } from '../reading/packs.js';
import { RuledMutation, RuledQuery } from '../schema/ruled.js';
import type { Refused } from '../types/account.types.js';
import { type JobAccepted, JobResult } from '../types/job-result.types.js';
import { PackInput, Packs as PacksView, PacksResult } from '../types/pack.types.js';

type SignedInContext = RequestContext & { viewer: Viewer };

@Resolver()
export class PackResolver {
  constructor(private readonly reading: Packs) {}

  @RuledQuery(() => PacksView, 'reports', 'Reports that are made by themselves when a release is published.')
  async packs(@Context() { viewer }: RequestContext): Promise<PacksView> {
    return this.reading.list(viewer);
  }

  @RuledMutation(() => PacksResult, 'reports', 'Saves a report that is made by itself from the next publication on.')
  async savePack(
    @Args('input', { type: () => PackInput, description: 'Which.' }) input: PackInput,
    @Context() { viewer }: SignedInContext,
  ): Promise<PacksView | Refused> {
    return this.reading.save(viewer, input);
  }

  @RuledMutation(
    () => JobResult,
    'reports',
    'Makes the report of a pack now, of the newest release; it goes where the pack goes.',
  )
  async makePack(
    @Args('id', { type: () => ID, description: 'Its number.' }) id: string,
    @Context() { viewer }: SignedInContext,
  ): Promise<JobAccepted | Refused> {
    return this.reading.make(viewer, id);
  }

  @RuledMutation(() => PacksResult, 'reports', 'Ends a pack; what it made stays.')
  async endPack(
    @Args('id', { type: () => ID, description: 'Its number.' }) id: string,
    @Context() { viewer }: SignedInContext,
  ): Promise<PacksView | Refused> {
    return this.reading.end(viewer, id);
  }
}
