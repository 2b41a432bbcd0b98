import {
  astFromValue,
  getNamedType,
  getNullableType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  print,
} from 'graphql';

/** What a field of the schema takes and gives, whoever resolves it. */
export type Field = Pick<GraphQLField<unknown, unknown>, 'name' | 'args' | 'type'>;

/** What stands wherever a text or a number is asked for. */
export interface Sample {
  readonly text: string;
  readonly whole: number;
}

/** A value that the schema takes: lists are empty, input objects have what they must have, the rest is the sample. */
export function sampleOf(type: GraphQLInputType, sample: Sample): unknown {
  const wanted = getNullableType(type);
  if (isListType(wanted)) return [];
  if (isEnumType(wanted)) return wanted.getValues()[0]?.value;
  if (isInputObjectType(wanted))
    return Object.fromEntries(
      Object.values(wanted.getFields())
        .filter(isNeeded)
        .map((field) => [field.name, sampleOf(field.type, sample)]),
    );
  const { name } = getNamedType(wanted);
  if (name === 'Int' || name === 'Float') return sample.whole;
  return name === 'Boolean' ? true : sample.text;
}

const isNeeded = ({ type, defaultValue }: { type: GraphQLInputType; defaultValue?: unknown }): boolean =>
  isNonNullType(type) && defaultValue === undefined;

/** The arguments that a field cannot be asked without. */
export const neededArguments = (field: Field): readonly GraphQLArgument[] => field.args.filter(isNeeded);

/** `(period: "2026-Q3", action: { … })`, and nothing where nothing is needed. */
export function argumentsOf(field: Field, sample: Sample): string {
  const given = neededArguments(field).map(({ name, type }) => {
    const node = astFromValue(sampleOf(type, sample), type);
    if (!node) throw new Error(`no sample for ${field.name}(${name})`);
    return `${name}: ${print(node)}`;
  });
  return given.length === 0 ? '' : `(${given.join(', ')})`;
}

/** Whatever selection the type of a field needs. */
export const selectionOf = (field: Field): string => (isLeafType(getNamedType(field.type)) ? '' : '{ __typename }');
