import { Args, ArgsType, Context, Field, Int, Resolver } from '@nestjs/graphql';
import { ENTRY_KINDS } from '../../audit-trail/index.js';
import { ReadLog } from '../http/read-log.js';
import type { RequestContext } from '../http/request-context.js';
import { Trail } from '../reading/trail.js';
import { RuledQuery } from '../schema/ruled.js';
import { TrailKind, TrailPage } from '../types/trail.types.js';

@ArgsType()
export class TrailArguments {
  @Field(() => String, { nullable: true, description: 'An e-mail address, the name of a token, or operator, worker, anonymous.' })
  who!: string | null;
  @Field(() => String, { nullable: true, description: 'A key of trailKinds.' })
  kind!: string | null;
  @Field(() => String, { nullable: true, description: 'An action, as area.verb.' })
  action!: string | null;
  @Field(() => String, { nullable: true, description: 'A part of what it was done to.' })
  subject!: string | null;
  @Field(() => String, { nullable: true, description: 'The first day, like 2026-07-01, in UTC.' })
  from!: string | null;
  @Field(() => String, { nullable: true, description: 'The last day, in UTC.' })
  until!: string | null;
  @Field(() => Int, { nullable: true, description: 'Only entries below this number: the last one of the page before.' })
  below!: number | null;
  @Field(() => Int, { defaultValue: 50, description: 'How many, 200 at most.' })
  first!: number;
}

const BY = { verb: 'read', resource: 'trail' } as const;

@Resolver()
export class TrailResolver {
  constructor(
    private readonly reading: Trail,
    private readonly readLog: ReadLog,
  ) {}

  @RuledQuery(() => TrailPage, 'trail', 'The audit trail, the newest entry first; reading it is an entry too.')
  async trail(@Args() asked: TrailArguments, @Context() { viewer }: RequestContext): Promise<TrailPage> {
    const { below = null, first, ...question } = asked;
    const page = await this.reading.page(question, below, first);
    const filter = Object.entries(question).flatMap(([key, text]) => (text ? [`${key}=${text}`] : []));
    this.readLog.note(viewer, { action: 'trail.read', subject: filter.sort().join(' '), by: BY });
    return page;
  }

  @RuledQuery(() => [TrailKind], 'trail', 'What entries of the trail are about, and how long they are kept.')
  trailKinds(): TrailKind[] {
    return Object.entries(ENTRY_KINDS).map(([key, { label, months }]) => ({ key, label, months }));
  }
}
