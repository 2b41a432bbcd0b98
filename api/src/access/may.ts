import { POLICY, type Permission, type PolicyRule, type Reach, type Resource, type Verb } from './policy.js';
import type { Role, Viewer } from './roles.js';

const rules: readonly PolicyRule[] = POLICY;

/** The row of the policy table, or undefined when there is none: then nobody may. */
export function ruleOf(resource: string, verb: string): PolicyRule | undefined {
  return rules.find((rule) => rule.resource === resource && rule.verb === verb);
}

/** How far this role's permission reaches; null when there is none. A missing role is somebody signed out. */
export function reachOf(role: Role | null, { resource, verb }: Permission): Reach | null {
  const rule = ruleOf(resource, verb);
  if (!rule) return null;
  if (role === null) return rule.signedOut ? 'own' : null;
  return rule.roles[role] ?? null;
}

/** What somebody who looks with another role's eyes still does as themselves. */
const AS_ONESELF: readonly Resource[] = ['preview', 'sign-in'];

/** From the widest to the narrowest; `own` is another matter and meets only itself. */
const WIDTHS: readonly Reach[] = ['everything', 'own-branch', 'organisation', 'headline'];

/**
 * How far this viewer reaches. In a preview that is what the role reaches and the own role too: nothing is changed, and
 * nothing is seen that would not be seen otherwise.
 */
export function reachFor(viewer: Viewer | null, permission: Permission): Reach | null {
  if (!viewer?.previewedBy) return reachOf(viewer?.role ?? null, permission);
  const own = reachOf(viewer.previewedBy, permission);
  if (AS_ONESELF.includes(permission.resource)) return own;
  const seen = permission.verb === 'read' ? reachOf(viewer.role, permission) : null;
  return seen && own && narrower(seen, own);
}

function narrower(one: Reach, other: Reach): Reach | null {
  if (one === other) return one;
  const [a, b] = [WIDTHS.indexOf(one), WIDTHS.indexOf(other)];
  return a < 0 || b < 0 ? null : (WIDTHS[Math.max(a, b)] ?? null);
}

/** Whether the viewer may do this at all; which part of it is a question of `reachFor`. */
export function may(viewer: Viewer | null, verb: Verb, resource: Resource): boolean {
  return reachFor(viewer, { resource, verb }) !== null;
}

/** Whether whoever owns the installation's folder may do this by the command line, without a second person. */
export function operatorMay({ resource, verb }: Permission): boolean {
  return ruleOf(resource, verb)?.operator ?? false;
}

/** The same for an account of which only the role is known. */
export function roleMay(role: Role | null, verb: Verb, resource: Resource): boolean {
  return role !== null && reachOf(role, { resource, verb }) !== null;
}

/** May ask for a release to be built. */
export const mayBuild = (viewer: Viewer): boolean => may(viewer, 'write', 'drafts');

/** May publish, provided that somebody else built: see `isSecondPerson`. */
export const mayPublish = (viewer: Viewer): boolean => may(viewer, 'write', 'publication');

/** Both halves of a two-person step are never one person. */
export const isSecondPerson = (viewer: Viewer, first: string): boolean => viewer.accountId !== first;
