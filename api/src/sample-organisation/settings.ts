import { LEVELS, RELIABILITY, THEMES } from './design.js';

/** The settings that belong to the sample organisation, in the form that `settings set` takes. */
export const SAMPLE_SETTINGS = {
  organisation: 'Sample organisation (invented)',
  levels: LEVELS.map(([level]) => level),
  fiscalYearStart: 1,
  demographics: [
    {
      column: 'demo_gender',
      label: 'Gender',
      why: 'To see whether mentoring reaches people of every gender alike.',
      values: [
        { key: 'f', label: 'Women' },
        { key: 'm', label: 'Men' },
        { key: 'x', label: 'Non-binary people' },
      ],
    },
    {
      column: 'demo_origin',
      label: 'Origin',
      why: 'To see whether people who moved here for work are reached alike.',
      values: [
        { key: 'local', label: 'Grew up here' },
        { key: 'international', label: 'Moved here' },
      ],
    },
  ],
  themes: [...THEMES],
  reliability: RELIABILITY,
} as const;
