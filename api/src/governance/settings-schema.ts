/** The part of JSON Schema that settings and policies need. `docs/settings.schema.json` is such an object, printed. */
export interface Schema {
  readonly $schema?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type: 'object' | 'array' | 'string' | 'integer' | 'number';
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

const text = (description: string, maxLength: number): Schema => ({ type: 'string', minLength: 1, maxLength, description });

const row: Schema = {
  type: 'object',
  required: ['key', 'label'],
  additionalProperties: false,
  properties: {
    key: text('The value as it stands in the files', 100),
    label: text('How the group is called on pages, in its own words', 100),
  },
};

const characteristic: Schema = {
  type: 'object',
  required: ['column', 'label', 'why', 'values'],
  additionalProperties: false,
  properties: {
    column: { type: 'string', pattern: '^demo_[a-z0-9_]{1,40}$', description: 'The column of people.csv' },
    label: text('Its name on pages', 100),
    why: text('Why we ask, for the trust page', 1000),
    values: {
      type: 'array',
      minItems: 2,
      maxItems: 20,
      items: row,
      description:
        'The rows that are published, whether or not anybody holds them. Other values count in no group of this column.',
    },
  },
};

export const SETTINGS_SCHEMA: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Overstory settings',
  description: 'What an organisation decides for its installation. Everything may be left out; the default then holds.',
  type: 'object',
  additionalProperties: false,
  properties: {
    organisation: text('The name that stands on pages and reports. Default: This organisation', 200),
    contact: text(
      'Whom people ask about their own data, for the trust page and the documents, in one line: an office and its address. Default: none',
      300,
    ),
    address: {
      type: 'string',
      pattern: '^https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?$',
      maxLength: 200,
      description:
        'Where people reach Overstory, like https://overstory.example.org; printed on reports, so that a page can be checked. Default: none',
    },
    fiscalYearStart: {
      type: 'integer',
      minimum: 1,
      maximum: 12,
      description:
        'The month in which the fiscal year begins; periods are its quarters, named after the year in which it ends. Default: 1',
    },
    levels: {
      type: 'array',
      maxItems: 50,
      uniqueItems: true,
      items: text('A level', 100),
      description: 'Job levels from lowest to highest. Levels that are not named follow in natural order. Default: natural order',
    },
    demographics: {
      type: 'array',
      maxItems: 12,
      items: characteristic,
      description:
        'Personal characteristics that may be loaded. A demo_ column that is not declared here is not read. Default: none',
    },
    caps: {
      type: 'object',
      additionalProperties: false,
      properties: {
        menteesPerMentor: {
          type: 'integer',
          minimum: 1,
          maximum: 50,
          description: 'Above this a mentor carries too many. Default: 3',
        },
      },
      description: 'Limits that the organisation set itself',
    },
    themes: {
      type: 'array',
      maxItems: 100,
      uniqueItems: true,
      items: { type: 'string', pattern: '^[a-z0-9][a-z0-9_-]{0,60}$', description: 'A code' },
      description: 'Codes of themes in exit interviews. Default: none',
    },
    reliability: {
      type: 'number',
      minimum: 0,
      maximum: 1,
      description:
        'How reliable skill checks are, from 0 to 1: the share of their spread that is real. Regression to the mean follows from it. Default: 0.8',
    },
    qualityFloors: {
      type: 'object',
      additionalProperties: false,
      properties: {
        coverage: {
          type: 'number',
          minimum: 0,
          maximum: 1,
          description: 'The least share of rows that say a column on which a measure rests. Default: 0.7',
        },
        pending: {
          type: 'number',
          minimum: 0,
          maximum: 1,
          description: 'The largest share of rows of a file that may wait for what they speak of. Default: 0.05',
        },
        newestLoadDays: {
          type: 'integer',
          minimum: 1,
          maximum: 3660,
          description: 'How old, in days, the newest load of a measure\u2019s files may be when the period ends. Default: 45',
        },
      },
      description: 'Below these a measure is not estimable. None makes anything else depend on the data.',
    },
  },
};
