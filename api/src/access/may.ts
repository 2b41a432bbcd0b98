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

/** Whether the viewer may do this at all; which part of it is a question of `reachOf`. */
export function may(viewer: Viewer | null, verb: Verb, resource: Resource): boolean {
  return reachOf(viewer?.role ?? null, { resource, verb }) !== null;
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
