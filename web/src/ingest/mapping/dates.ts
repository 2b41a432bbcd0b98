/** How dates are written, by an example of each. */
export const DATES = [
  { value: 'y-m-d', label: '2026-03-15' },
  { value: 'd.m.y', label: '15.03.2026' },
  { value: 'd/m/y', label: '15/03/2026' },
  { value: 'm/d/y', label: '03/15/2026' },
] as const;
