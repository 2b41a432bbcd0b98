import type { Role } from '../../access/index.js';

/** Something that people may ask to be told of by e-mail. */
export interface AlertOffer {
  readonly label: string;
  readonly about: string;
  /** Whose work it is; nobody else is offered it. */
  readonly roles: readonly Role[];
}

/** What people may ask to be told of. Everything in it follows from releases and from decisions that roles wrote down. */
export const ALERTS = {
  verdicts: {
    label: 'A finding crossed a verdict',
    about: 'When a quarter is published in which a comparison reads another way than the quarter before.',
    roles: ['engineering-manager', 'programme-owner', 'executive', 'auditor'],
  },
  'late-actions': {
    label: 'An action is late',
    about: 'When an action of an audit is past the quarter in which it was due.',
    roles: ['engineering-manager', 'programme-owner', 'auditor'],
  },
  'stale-data': {
    label: 'Data are out of date',
    about: 'When a quarter ended more than a month ago and is not published.',
    roles: ['data-steward', 'programme-owner', 'auditor'],
  },
  weekly: {
    label: 'Once a week: what waits for me',
    about: 'On Mondays, and only when something waits for a decision of yours.',
    roles: ['engineering-manager', 'programme-owner', 'executive', 'data-steward', 'auditor'],
  },
} as const satisfies Record<string, AlertOffer>;

export type AlertKind = keyof typeof ALERTS;

const KINDS = Object.keys(ALERTS) as AlertKind[];

/** What this role may ask to be told of. */
export const alertsFor = (role: Role): AlertKind[] =>
  KINDS.filter((kind) => (ALERTS[kind].roles as readonly Role[]).includes(role));
