import { Args, Context, Int, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../../access/index.js';
import type { RequestContext } from '../http/request-context.js';
import { Reorganisations } from '../reading/reorganisations.js';
import { RuledMutation, RuledQuery } from '../schema/ruled.js';
import type { Refused } from '../types/account.types.js';
import {
  NewReorganisation,
  ReorganisationMap,
  ReorganisationResult,
  type ReorganisationsChanged,
} from '../types/reorganisation.types.js';

type SignedInContext = RequestContext & { viewer: Viewer };
type Answer = Promise<ReorganisationsChanged | Refused>;

/** Which team became which. */
@Resolver()
export class ReorganisationResolver {
  constructor(private readonly reading: Reorganisations) {}

  @RuledQuery(() => ReorganisationMap, 'reorganisations', 'Which team became which, and when.')
  async reorganisations(): Promise<ReorganisationMap> {
    return this.reading.map();
  }

  @RuledMutation(
    () => ReorganisationResult,
    'reorganisations',
    'Says which teams became which: series of a team that was renamed or moved go on, others break. No release is changed.',
  )
  async enterReorganisation(
    @Args('entry', { type: () => NewReorganisation, description: 'The day, and the teams before and after.' })
    entry: NewReorganisation,
    @Context() { viewer }: SignedInContext,
  ): Answer {
    return this.reading.enter(viewer, entry);
  }

  @RuledMutation(() => ReorganisationResult, 'reorganisations', 'Takes an entry back.')
  async withdrawReorganisation(
    @Args('no', { type: () => Int, description: 'Its number.' }) no: number,
    @Context() { viewer }: SignedInContext,
  ): Answer {
    return this.reading.withdraw(viewer, no);
  }
}
