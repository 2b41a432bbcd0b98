import { FILE_CLASSES, GROUPING_COLUMNS, LONGEST_RETENTION, DATA_PURPOSES } from './data-policy.js';
import { DEFAULT_PLAN } from './plan.js';
import type { Schema } from './settings-schema.js';

const strict = (properties: Readonly<Record<string, Schema>>, more: Partial<Schema> = {}): Schema => ({
  type: 'object',
  additionalProperties: false,
  properties,
  ...more,
});
const among = (values: readonly string[], description: string): Schema => ({
  type: 'string',
  pattern: `^(${values.map((value) => value.replace(/[()]/g, '\\$&')).join('|')})$`,
  description,
});
const whole = (minimum: number, maximum: number, description: string): Schema => ({
  type: 'integer',
  minimum,
  maximum,
  description,
});
const number = (minimum: number, maximum: number, description: string): Schema => ({
  type: 'number',
  minimum,
  maximum,
  description,
});

const breakdowns: Schema = {
  type: 'array',
  maxItems: 30,
  description: 'The tables of this class of measures',
  items: strict(
    {
      by: {
        type: 'array',
        maxItems: 3,
        uniqueItems: true,
        items: among(GROUPING_COLUMNS, 'A column; none: the whole organisation'),
      },
      layers: among(['top', 'upper', 'lowest', 'all'], 'Which layers of the team tree, where team takes part'),
      cadence: among(['quarter', 'year'], 'How often'),
    },
    { required: ['by', 'cadence'] },
  ),
};

/** What `policy propose FILE` takes: a pack to start from, and what is different. */
export const POLICY_SCHEMA: Schema = strict(
  {
    name: {
      type: 'string',
      pattern: '^[a-z][a-z0-9-]{0,40}$',
      description: 'What the policy is called; its versions are counted',
    },
    from: among(['standard', 'strict', 'small'], 'The pack that holds for everything that is not said. Default: standard'),
    disclosure: strict({
      thresholds: strict({
        dimension: whole(5, 100, 'Fewest people of a group'),
        special: whole(10, 200, 'Fewest people of a group by a personal characteristic'),
      }),
      noiseLevel: number(3, 8, 'Standard deviation of the noise of a count of people'),
      lowerNoise: strict({
        from: whole(1500, 10_000_000, 'From this many eligible people on …'),
        noiseLevel: number(2.5, 8, '… the noise level may be this'),
      }),
      noiseSteps: {
        type: 'array',
        minItems: 1,
        maxItems: 8,
        items: number(3, 8, 'A noise level'),
        description: 'What a release takes that does not fit, ascending',
      },
      exposure: strict({
        release: number(0, 0.3, 'What a release may tell about a person, at most'),
        history: number(0, 0.65, 'The same over all releases of a number of periods'),
        permanent: number(0, 0.67, 'The same over all releases, about what does not change'),
        periods: whole(8, 40, 'How many periods'),
      }),
      otherTables: strict({
        minimumOpen: whole(30, 10_000, 'Fewest people of a cell in tables other than participation and parity'),
        minimumSpecialBase: whole(50, 10_000, 'Fewest people drawn where a personal characteristic is involved'),
      }),
      similar: strict({
        low: number(0.5, 1, 'Ratios of rates from here …'),
        high: number(1, 2, '… to here are called similar'),
      }),
    }),
    plan: strict({ classes: strict(Object.fromEntries(Object.keys(DEFAULT_PLAN.classes).map((key) => [key, breakdowns]))) }),
    data: strict({
      purposes: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        items: among(Object.keys(DATA_PURPOSES), 'What the data may be used for'),
      },
      retention: strict(
        Object.fromEntries(
          Object.entries(FILE_CLASSES).map(([key, { label, from }]) => [
            key,
            whole(1, LONGEST_RETENTION, `${label}: months after ${from}`),
          ]),
        ),
      ),
      neverAGroup: { type: 'array', uniqueItems: true, items: among(GROUPING_COLUMNS, 'A column that never forms a group') },
    }),
  },
  {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Overstory policy',
    description: 'A policy of disclosure as it is proposed. Everything but the name may be left out; the pack then holds.',
    required: ['name'],
  },
);
