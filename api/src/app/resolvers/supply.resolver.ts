import { Args, Context, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../http/request-context.js';
import { Supply } from '../reading/supply.js';
import { RuledQuery } from '../schema/ruled.js';
import { SupplyArgs, SupplyWhatIf } from '../types/supply.types.js';

@Resolver()
export class SupplyResolver {
  constructor(private readonly reading: Supply) {}

  @RuledQuery(
    () => SupplyWhatIf,
    'tracks',
    'What a cap on the mentors of a level and more mentors would change: load and waiting, from published figures alone.',
    { nullable: true },
  )
  async supplyWhatIf(@Args() change: SupplyArgs, @Context() { viewer }: RequestContext): Promise<SupplyWhatIf | null> {
    return this.reading.whatIf(viewer, change);
  }
}
