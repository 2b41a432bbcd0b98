import { createUnionType, ObjectType } from '@nestjs/graphql';
import { Ruled } from '../schema/ruled.js';
import { Refused } from './account.types.js';
import { Job } from './load.types.js';

@ObjectType({ description: 'The work is in the queue; ask job(id) how far it is.' })
export class JobAccepted {
  readonly __typename? = 'JobAccepted';
  @Ruled(() => Job, 'jobs', 'The work.')
  job!: Job;
}

export const JobResult = createUnionType({
  name: 'JobResult',
  description: 'Accepted, or why not.',
  types: () => [JobAccepted, Refused] as const,
});
