import { Args, Context, ID, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../../access/index.js';
import type { RequestContext } from '../http/request-context.js';
import { Reports } from '../reading/reports.js';
import { RuledMutation, RuledQuery } from '../schema/ruled.js';
import type { Refused } from '../types/account.types.js';
import { type JobAccepted, JobResult } from '../types/job-result.types.js';
import { Report, ReportChoices, ReportInput, Verification } from '../types/report.types.js';

type SignedInContext = RequestContext & { viewer: Viewer };

@Resolver(() => Report)
export class ReportResolver {
  constructor(private readonly reading: Reports) {}

  @RuledQuery(() => [Report], 'reports', 'Reports that were made, as far as you may see what is in them; the newest first.')
  async reports(@Context() { viewer }: RequestContext): Promise<Report[]> {
    return this.reading.list(viewer);
  }

  @RuledQuery(() => ReportChoices, 'reports', 'What you may ask for.')
  async reportChoices(@Context() { viewer }: RequestContext): Promise<ReportChoices> {
    return this.reading.choices(viewer);
  }

  @RuledMutation(() => JobResult, 'reports', 'Asks for a report of a published release.')
  async makeReport(
    @Args('input', { type: () => ReportInput, description: 'Which.' }) input: ReportInput,
    @Context() { viewer }: SignedInContext,
  ): Promise<JobAccepted | Refused> {
    return this.reading.make(viewer, input);
  }

  @RuledMutation(() => JobResult, 'reports', 'Cancels a report that waits or is being made. Nothing of it is kept.')
  async cancelReport(
    @Args('id', { type: () => ID, description: 'The work, as makeReport named it.' }) id: string,
    @Context() { viewer }: SignedInContext,
  ): Promise<JobAccepted | Refused> {
    return this.reading.cancel(viewer, id);
  }

  @RuledQuery(
    () => Verification,
    'public',
    'Whether a printed code or the hash of a file is one of ours; null where it is not.',
    {
      nullable: true,
    },
  )
  async verification(
    @Args('code', { type: () => String, nullable: true, description: 'As it is printed; spaces and dashes do not matter.' })
    code: string | null,
    @Args('hash', { type: () => String, nullable: true, description: 'sha256: and 64 digits.' }) hash: string | null,
  ): Promise<Verification | null> {
    return this.reading.verification({ code: code ?? null, hash: hash ?? null });
  }
}
