import type { Permission } from './policy.js';
import { ruleOf } from './may.js';
import type { Role, Viewer } from './roles.js';

/** What somebody reads or acts for. Every cell of the policy table has one, and the trail says it with every entry. */
export const PURPOSES = {
  'equity-review': 'Reviewing the quarter for the own teams',
  'programme-steering': 'Running the programme and its tracks',
  oversight: 'Overseeing the organisation',
  'data-care': 'Taking in data and keeping it right',
  supervision: 'Watching over the people’s rights',
  operation: 'Keeping accounts and the server running',
  information: 'Knowing what is collected and shown',
  'own-affairs': 'Own account',
  preview: 'Checking what a role sees',
} as const;

export type Purpose = keyof typeof PURPOSES;

const OF_ROLE: Readonly<Record<Role, Purpose>> = {
  'engineering-manager': 'equity-review',
  'programme-owner': 'programme-steering',
  executive: 'oversight',
  'data-steward': 'data-care',
  auditor: 'supervision',
  administrator: 'operation',
  employee: 'information',
};

/** What this role does this for, by the policy table; null where it may not. */
export function purposeOf(role: Role, permission: Permission): Purpose | null {
  const rule = ruleOf(permission.resource, permission.verb);
  if (!rule?.roles[role]) return null;
  return rule.purpose ?? OF_ROLE[role];
}

/** What a request is made for: the purpose of its row, and while an auditor looks with a role's eyes, that. */
export function purposeFor(viewer: Viewer, permission: Permission): Purpose | null {
  return viewer.previewedBy ? 'preview' : purposeOf(viewer.role, permission);
}
