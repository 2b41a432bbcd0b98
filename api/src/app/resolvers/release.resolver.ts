import { Args, Context, ID, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../../access/index.js';
import type { RequestContext } from '../http/request-context.js';
import { Releases } from '../reading/releases.js';
import { Requests } from '../reading/requests.js';
import { RuledMutation, RuledQuery } from '../schema/ruled.js';
import type { Refused } from '../types/account.types.js';
import { type JobAccepted, JobResult } from '../types/job-result.types.js';
import { Release } from '../types/release.types.js';

type SignedInContext = RequestContext & { viewer: Viewer };

@Resolver(() => Release)
export class ReleaseResolver {
  constructor(
    private readonly reading: Releases,
    private readonly requests: Requests,
  ) {}

  @RuledQuery(() => [Release], 'releases', 'Published releases, and drafts where you may know of them; the newest period first.')
  async releases(@Context() { viewer }: RequestContext): Promise<Release[]> {
    return this.reading.list(viewer);
  }

  @RuledQuery(() => Release, 'releases', 'One release; null when there is none that you may know of.', { nullable: true })
  async release(
    @Args('id', { type: () => ID, description: 'Its name.' }) id: string,
    @Context() { viewer }: RequestContext,
  ): Promise<Release | null> {
    return this.reading.one(viewer, id);
  }

  @RuledMutation(() => JobResult, 'drafts', 'Asks for the release of a quarter to be built; it becomes a draft.')
  async buildRelease(
    @Args('period', { type: () => String, description: 'The quarter, for example 2026-Q3.' }) period: string,
    @Context() { viewer }: SignedInContext,
  ): Promise<JobAccepted | Refused> {
    return this.requests.build(viewer, period);
  }

  @RuledMutation(() => JobResult, 'drafts', 'Cancels a build that waits or runs. Nothing of it is kept.')
  async cancelBuild(
    @Args('id', { type: () => ID, description: 'The work, as buildRelease named it.' }) id: string,
    @Context() { viewer }: SignedInContext,
  ): Promise<JobAccepted | Refused> {
    return this.requests.cancelBuild(viewer, id);
  }

  @RuledMutation(() => JobResult, 'publication', 'Asks for a draft to be published; never by the one who built it.')
  async publishRelease(
    @Args('id', { type: () => ID, description: 'The draft.' }) id: string,
    @Context() { viewer }: SignedInContext,
  ): Promise<JobAccepted | Refused> {
    return this.requests.publish(viewer, id);
  }
}
