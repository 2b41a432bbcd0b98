import { Context, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../../access/index.js';
import type { RequestContext } from '../http/request-context.js';
import { Requests } from '../reading/requests.js';
import { RuledMutation } from '../schema/ruled.js';
import { type JobAccepted, JobResult } from '../types/job-result.types.js';
import type { Refused } from '../types/account.types.js';

/** What the organisation's directory says of people. */
@Resolver()
export class DirectoryResolver {
  constructor(private readonly requests: Requests) {}

  @RuledMutation(
    () => JobResult,
    'loads',
    'Makes a load of the people file from what the organisation’s directory has said; it waits for confirmation like any other.',
  )
  async takeDirectory(@Context() { viewer }: RequestContext & { viewer: Viewer }): Promise<JobAccepted | Refused> {
    return this.requests.takeDirectory(viewer);
  }
}
