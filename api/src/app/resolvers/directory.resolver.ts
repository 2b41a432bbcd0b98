import { Context, GraphQLISODateTime, Resolver } from '@nestjs/graphql';
import { directoryTold, type Viewer } from '../../access/index.js';
import type { RequestContext } from '../http/request-context.js';
import { Database } from '../reading/database.js';
import { Requests } from '../reading/requests.js';
import { RuledMutation, RuledQuery } from '../schema/ruled.js';
import { type JobAccepted, JobResult } from '../types/job-result.types.js';
import type { Refused } from '../types/account.types.js';

/** What the organisation's directory says of people. */
@Resolver()
export class DirectoryResolver {
  constructor(
    private readonly database: Database,
    private readonly requests: Requests,
  ) {}

  @RuledQuery(
    () => GraphQLISODateTime,
    'loads',
    'When the organisation’s directory last said anything of people; null where it never has.',
    {
      nullable: true,
    },
  )
  async directoryTold(): Promise<Date | null> {
    return directoryTold(this.database.reader);
  }

  @RuledMutation(
    () => JobResult,
    'loads',
    'Makes a load of the people file from what the organisation’s directory has said; it waits for confirmation like any other.',
  )
  async takeDirectory(@Context() { viewer }: RequestContext & { viewer: Viewer }): Promise<JobAccepted | Refused> {
    return this.requests.takeDirectory(viewer);
  }
}
