import type { Viewer } from '../gateway/index.js';

/** Whether the account may do this; the server decides again on every request. */
export const may = (viewer: Viewer | null, verb: 'read' | 'write', resource: string): boolean =>
  viewer?.permissions.some((one) => one.verb === verb && one.resource === resource) ?? false;
