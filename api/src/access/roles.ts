/** The roles of an account, as the command line spells them. */
export const ROLES = [
  'engineering-manager',
  'programme-owner',
  'executive',
  'data-steward',
  'auditor',
  'administrator',
  'employee',
] as const;
export type Role = (typeof ROLES)[number];

/** How a role is called on a page. */
export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  'engineering-manager': 'Engineering manager',
  'programme-owner': 'Programme owner',
  executive: 'Executive',
  'data-steward': 'Data steward',
  auditor: 'Auditor (works council, privacy)',
  administrator: 'Administrator',
  employee: 'Any employee',
};

/** Whether the text is a role; nothing else ever becomes one. */
export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}

/** Who asks. */
export interface Viewer {
  readonly accountId: string;
  readonly email: string;
  readonly role: Role;
  /** A path of the team tree; null is the whole organisation. */
  readonly scope: string | null;
  /** Other names that this path had or has, where its team was renamed or moved and is the same one. */
  readonly alsoNamed?: readonly string[];
  /** The password is still the one that the product made. */
  readonly mustChangePassword: boolean;
  /** While somebody looks with another role's eyes: the own role. `role` and `scope` are then those that are looked at. */
  readonly previewedBy?: Role;
}
