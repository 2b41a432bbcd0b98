import type { Type } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import { Args, ArgsType, Context, Field, Resolver } from '@nestjs/graphql';
import { MEASURES, type MeasureContract } from '../../measures/index.js';
import type { RequestContext } from '../http/request-context.js';
import { Results, type ViewedTable } from '../reading/results.js';
import { measureTypes } from '../schema/measure-types.js';
import { RuledQuery } from '../schema/ruled.js';
import type { NotPublished, TooNarrow } from '../types/result.types.js';

@ArgsType()
export class TableArguments {
  @Field(() => String, { description: 'The quarter, for example 2026-Q3.' })
  period!: string;
  @Field(() => String, { description: 'Whom it is about, for example mentee.' })
  variant!: string;
  @Field(() => [String], { description: 'The dimensions to split by; none is the organisation.' })
  by!: string[];
}

type Answer = ViewedTable | TooNarrow | NotPublished;

/** One resolver class per measure, with the one query that its contract names. */
export const MEASURE_RESOLVERS: readonly Type[] = MEASURES.map(measureResolver);

function measureResolver(contract: MeasureContract): Type {
  const { result, tableName } = measureTypes(contract);

  class MeasureResolver {
    constructor(readonly results: Results) {}

    async table(question: TableArguments, { viewer }: RequestContext): Promise<Answer> {
      const answer = await this.results.table(viewer, { measure: contract.key, ...question });
      return 'cells' in answer ? { ...answer, __typename: tableName } : answer;
    }
  }
  const descriptor = Object.getOwnPropertyDescriptor(MeasureResolver.prototype, 'table') as PropertyDescriptor;
  Reflect.defineMetadata('design:paramtypes', [TableArguments, Object], MeasureResolver.prototype, 'table');
  RuledQuery(() => result, 'cells', contract.question, { name: contract.field })(MeasureResolver.prototype, 'table', descriptor);
  Args()(MeasureResolver.prototype, 'table', 0);
  Context()(MeasureResolver.prototype, 'table', 1);
  Inject(Results)(MeasureResolver, undefined, 0);
  Resolver()(MeasureResolver);
  Injectable()(MeasureResolver);
  return MeasureResolver;
}
