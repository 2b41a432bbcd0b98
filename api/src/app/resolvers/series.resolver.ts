import { Args, Context, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../http/request-context.js';
import { Series } from '../reading/series.js';
import { RuledQuery } from '../schema/ruled.js';
import { GroupPart, SeriesPoint } from '../types/series.types.js';

@Resolver()
export class SeriesResolver {
  constructor(private readonly reading: Series) {}

  @RuledQuery(
    () => [SeriesPoint],
    'cells',
    'The values of one group over all published quarters, oldest first; empty when there is none that you may see.',
  )
  async series(
    @Args('measure', { type: () => String, description: 'The measure.' }) measure: string,
    @Args('variant', { type: () => String, description: 'Whom it is about.' }) variant: string,
    @Args('group', { type: () => [GroupPart], description: 'The group; none of its parts is the organisation.' })
    group: GroupPart[],
    @Context() { viewer }: RequestContext,
  ): Promise<SeriesPoint[]> {
    return this.reading.of(viewer, { measure, variant }, group);
  }
}
