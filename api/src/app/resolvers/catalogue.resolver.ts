import { t } from '#language';
import { Args, Context, Resolver } from '@nestjs/graphql';
import { maySeeGroup } from '../../access/index.js';
import { MEASURES } from '../../measures/index.js';
import type { RequestContext } from '../http/request-context.js';
import { spokenWords } from '../../reports/index.js';
import { periodLabel } from '../reading/period-label.js';
import { Published } from '../reading/published.js';
import { Results } from '../reading/results.js';
import { RuledQuery } from '../schema/ruled.js';
import { Breakdown, Dimension, Measure, PublishedPeriod } from '../types/catalogue.types.js';

@Resolver()
export class CatalogueResolver {
  constructor(
    private readonly published: Published,
    private readonly results: Results,
  ) {}

  @RuledQuery(() => [PublishedPeriod], 'catalogue', 'Quarters with a published release, the newest first.')
  async periods(): Promise<PublishedPeriod[]> {
    const releases = await this.published.current();
    return releases.map(({ releaseId, period, startsOn, endsOn }) => ({
      key: period,
      label: periodLabel(period, startsOn, endsOn),
      startsOn,
      endsOn,
      releaseId,
    }));
  }

  @RuledQuery(() => [Measure], 'catalogue', 'Every measure, as its contract describes it.')
  measures(): Measure[] {
    return MEASURES.map(spokenWords).map((contract) => ({
      ...contract,
      unit: t(contract.unit),
      variants: [...contract.variants],
      values: [...contract.values],
      notFor: [...contract.notFor],
    }));
  }

  @RuledQuery(() => [Breakdown], 'catalogue', 'How a measure is split in a quarter, as far as you may see it.')
  async breakdowns(
    @Args('period', { type: () => String, description: 'The quarter.' }) period: string,
    @Args('measure', { type: () => String, description: 'The measure.' }) measure: string,
    @Args('variant', { type: () => String, description: 'Whom it is about.' }) variant: string,
    @Context() { viewer }: RequestContext,
  ): Promise<Breakdown[]> {
    const release = await this.published.of(period);
    return release ? this.results.breakdowns(viewer, release, measure, variant) : [];
  }

  @RuledQuery(
    () => [Dimension],
    'catalogue',
    'The columns by which a quarter is split, with those of their values that you may see.',
  )
  async dimensions(
    @Args('period', { type: () => String, description: 'The quarter.' }) period: string,
    @Context() { viewer }: RequestContext,
  ): Promise<Dimension[]> {
    const release = await this.published.of(period);
    const dimensions = release ? await this.published.dimensions(release.releaseId) : [];
    return dimensions.map((dimension) => ({
      ...dimension,
      values: dimension.values
        .filter(({ key }) => maySeeGroup(viewer, { [dimension.key]: key }))
        .map((value) => ({ parent: null, ...value })),
    }));
  }
}
