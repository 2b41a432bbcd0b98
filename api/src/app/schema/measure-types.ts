import { createUnionType, Int, ObjectType } from '@nestjs/graphql';
import type { MeasureContract, ValueDescription } from '../../measures/index.js';
import { CellStatus } from '../types/catalogue.types.js';
import { DerivedValue, GroupValue, NotPublished, ReleasedNumber, TooNarrow } from '../types/result.types.js';
import { SimilarRatios } from '../types/installation.types.js';
import { Ruled } from './ruled.js';

type Constructor = new () => object;
type FieldList = readonly (readonly [name: string, decorate: ReturnType<typeof Ruled>])[];

/**
 * The GraphQL types of one measure, made from its contract: `…Table`, `…Cell`, `…Values`, and the union that
 * its query answers with. A new measure needs no line here.
 */
export function measureTypes(contract: MeasureContract) {
  const prefix = pascalCase(contract.key);
  const values = objectType(`${prefix}Values`, `The values of ${contract.label.toLowerCase()}.`, valueFields(contract.values));
  const cell = objectType(
    `${prefix}Cell`,
    `One group's place in a table of ${contract.label.toLowerCase()}.`,
    cellFields(values),
  );
  const table = objectType(`${prefix}Table`, `A released table of ${contract.label.toLowerCase()}.`, tableFields(cell));
  const result = createUnionType({
    name: `${prefix}Result`,
    description: `A table of ${contract.label.toLowerCase()}, or why there is none.`,
    types: () => [table, TooNarrow, NotPublished] as const,
  });
  return { result, tableName: `${prefix}Table` };
}

function objectType(name: string, description: string, fields: FieldList): Constructor {
  // Named like its type, so that a fault in a resolver names it too.
  const made = { [name]: function (this: object) {} }[name] as unknown as Constructor;
  for (const [key, decorate] of fields) decorate(made.prototype as object, key);
  ObjectType(name, { description })(made);
  return made;
}

function valueFields(values: readonly ValueDescription[]): FieldList {
  return values.map(({ key, label }) => [
    key,
    Ruled(() => ReleasedNumber, 'cells', `${label}; null where this table has no such value.`, { nullable: true }),
  ]);
}

function cellFields(values: Constructor): FieldList {
  return [
    ['group', Ruled(() => [GroupValue], 'cells', 'Whose place it is; empty for the organisation.')],
    ['status', Ruled(() => CellStatus, 'cells', 'What the place is.')],
    ['reason', Ruled(() => String, 'cells', 'Why there is no estimate; null unless NOT_ESTIMABLE.', { nullable: true })],
    ['values', Ruled(() => values, 'cells', 'The result; null unless SHOWN.', { nullable: true })],
  ];
}

function tableFields(cell: Constructor): FieldList {
  return [
    ['period', Ruled(() => String, 'cells', 'The quarter.')],
    ['releaseId', Ruled(() => String, 'cells', 'The release that it comes from.')],
    ['measure', Ruled(() => String, 'cells', 'The measure.')],
    ['variant', Ruled(() => String, 'cells', 'Whom it is about.')],
    ['by', Ruled(() => [String], 'cells', 'The dimensions that it is split by.')],
    ['subject', Ruled(() => String, 'cells', 'The secret that it is about.')],
    ['unit', Ruled(() => String, 'cells', 'What is counted.')],
    [
      'special',
      Ruled(() => Boolean, 'cells', 'Whether a personal characteristic takes part, so that the higher threshold holds.'),
    ],
    ['sample', Ruled(() => Boolean, 'cells', 'Whether the organisation is invented.')],
    ['similar', Ruled(() => SimilarRatios, 'cells', 'Ratios that the policy of its release treats as similar.')],
    ['cells', Ruled(() => [cell], 'cells', 'Every group, in display order; hidden ones too.')],
    ['derived', Ruled(() => [DerivedValue], 'cells', 'How each value follows from what was drawn.')],
    [
      'nearestShown',
      Ruled(
        () => [GroupValue],
        'cells',
        'Where your own branch is hidden or finer than this table: the nearest node above it that is shown, or none of its parts: the whole organisation. Null where your own branch is shown.',
        { nullable: true },
      ),
    ],
    ['suppressed', Ruled(() => Int, 'cells', 'How many of these places are hidden.')],
  ];
}

function pascalCase(key: string): string {
  return key
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
