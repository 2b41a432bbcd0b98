import { Args, Context, ID, Int, Parent, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../../access/index.js';
import type { RequestContext } from '../http/request-context.js';
import { Loads } from '../reading/loads.js';
import { Requests } from '../reading/requests.js';
import { Work } from '../reading/work.js';
import { RuledMutation, RuledQuery, RuledResolvedField } from '../schema/ruled.js';
import type { Refused } from '../types/account.types.js';
import { type JobAccepted, JobResult } from '../types/job-result.types.js';
import { Job, Load, LoadProblem } from '../types/load.types.js';

type SignedInContext = RequestContext & { viewer: Viewer };
type Answer = Promise<JobAccepted | Refused>;

@Resolver(() => Load)
export class LoadResolver {
  constructor(
    private readonly reading: Loads,
    private readonly requests: Requests,
    private readonly work: Work,
  ) {}

  @RuledQuery(() => [Load], 'loads', 'The last 200 loads, the newest first.')
  async loads(): Promise<Load[]> {
    return this.reading.list();
  }

  @RuledQuery(() => Load, 'loads', 'One load.', { nullable: true })
  async load(@Args('id', { type: () => ID, description: 'Its name.' }) id: string): Promise<Load | null> {
    return this.reading.one(id);
  }

  @RuledResolvedField(() => [LoadProblem], 'loads', 'The first places where a file breaks a rule; all of them are in errors.csv.')
  async problems(
    @Parent() load: Load,
    @Args('first', { type: () => Int, defaultValue: 100, description: 'How many, 1000 at most.' }) first: number,
  ): Promise<LoadProblem[]> {
    return this.reading.problems(load.id, Math.min(Math.max(first, 0), 1000));
  }

  @RuledQuery(() => [Job], 'jobs', 'Work under way, and what ended in the last day.')
  async jobs(): Promise<Job[]> {
    return this.work.list();
  }

  @RuledQuery(() => Job, 'jobs', 'One piece of work.', { nullable: true })
  async job(@Args('id', { type: () => ID, description: 'Its name.' }) id: string): Promise<Job | null> {
    return this.work.one(id);
  }

  @RuledMutation(
    () => JobResult,
    'loads',
    'Checks the files of a load against each other and against what is known; it is then staged.',
  )
  async checkLoad(
    @Args('id', { type: () => ID, description: 'The load.' }) id: string,
    @Context() { viewer }: SignedInContext,
  ): Answer {
    return this.requests.load(viewer, 'check-load', id);
  }

  @RuledMutation(() => JobResult, 'loads', 'Lets a staged load stand, all of it or nothing.')
  async confirmLoad(
    @Args('id', { type: () => ID, description: 'The load.' }) id: string,
    @Args('withoutRejected', {
      type: () => Boolean,
      defaultValue: false,
      description: 'Load the accepted rows although others broke a rule.',
    })
    withoutRejected: boolean,
    @Context() { viewer }: SignedInContext,
  ): Answer {
    return this.requests.load(viewer, withoutRejected ? 'confirm-accepted-rows' : 'confirm-load', id);
  }

  @RuledMutation(() => JobResult, 'loads', 'Drops a staged load; nothing of it was ever known.')
  async discardLoad(
    @Args('id', { type: () => ID, description: 'The load.' }) id: string,
    @Context() { viewer }: SignedInContext,
  ): Answer {
    return this.requests.load(viewer, 'discard-load', id);
  }

  @RuledMutation(() => JobResult, 'loads', 'Undoes a confirmed load by a new one; what was known meanwhile stays on record.')
  async withdrawLoad(
    @Args('id', { type: () => ID, description: 'The load.' }) id: string,
    @Context() { viewer }: SignedInContext,
  ): Answer {
    return this.requests.load(viewer, 'withdraw-load', id);
  }

  @RuledMutation(() => JobResult, 'sample-data', 'Empties an installation that holds the invented organisation.')
  async removeSampleData(@Context() { viewer }: SignedInContext): Answer {
    return this.requests.removeSampleData(viewer);
  }
}
