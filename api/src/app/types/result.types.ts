import { Float, ObjectType } from '@nestjs/graphql';
import { Ruled, Said } from '../schema/ruled.js';
import { Breakdown } from './catalogue.types.js';

@ObjectType({ description: 'A released number, a verdict, or a named absence: exactly one of the three is set.' })
export class ReleasedNumber {
  @Ruled(() => Float, 'cells', 'The number. Proportions are 0 to 1.', { nullable: true })
  value!: number | null;
  @Ruled(() => String, 'cells', 'The key of a verdict.', { nullable: true })
  text!: string | null;
  @Ruled(() => String, 'cells', 'Why there is none, for example protection.', { nullable: true })
  absent!: string | null;
}

@ObjectType({ description: 'One part of the name of a group.' })
export class GroupValue {
  @Ruled(() => String, 'cells', 'The dimension.')
  dimension!: string;
  @Ruled(() => String, 'cells', 'The dimension in words.')
  dimensionLabel!: string;
  @Ruled(() => String, 'cells', 'The value.')
  value!: string;
  @Ruled(() => String, 'cells', 'The value in words.')
  label!: string;
  @Ruled(() => String, 'cells', 'The node above it, in a tree.', { nullable: true })
  parent!: string | null;
}

@ObjectType({ description: 'How a value follows from what was drawn; docs/release-file.md states each formula.' })
export class DerivedValue {
  @Ruled(() => String, 'cells', 'The value.')
  key!: string;
  @Ruled(() => String, 'cells', 'The value in words.')
  label!: string;
  @Ruled(() => String, 'cells', 'The formula, from a closed list.')
  formula!: string;
  @Ruled(() => [String], 'cells', 'Its arguments.')
  of!: string[];
}

@ObjectType({ description: 'There is no such table, or it would be too narrow to show safely.' })
export class TooNarrow {
  readonly __typename? = 'TooNarrow';
  @Said(() => String, 'cells', 'In words.')
  message!: string;
  @Ruled(() => [Breakdown], 'cells', 'What can be asked instead.')
  alternatives!: Breakdown[];
}

@ObjectType({ description: 'Nothing was published for this period, or not to you.' })
export class NotPublished {
  readonly __typename? = 'NotPublished';
  @Said(() => String, 'cells', 'In words.')
  message!: string;
}
