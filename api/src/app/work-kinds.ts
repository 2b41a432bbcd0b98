import type { Resource } from '../access/index.js';

/** A kind of work that the worker can be asked to do: what it needs the right to write, and how a page calls it. */
interface Work {
  readonly resource: Resource;
  readonly label: (subject: string) => string;
}

/** By the name under which it stands in the queue and on the trail. */
export const WORK = {
  'check-load': { resource: 'loads', label: (id) => `Checking load ${id}` },
  'confirm-load': { resource: 'loads', label: (id) => `Confirming load ${id}` },
  'confirm-accepted-rows': { resource: 'loads', label: (id) => `Confirming the accepted rows of load ${id}` },
  'discard-load': { resource: 'loads', label: (id) => `Discarding load ${id}` },
  'withdraw-load': { resource: 'loads', label: (id) => `Withdrawing load ${id}` },
  'take-directory': { resource: 'loads', label: () => 'Taking in what the directory said of people' },
  'build-release': { resource: 'drafts', label: (period) => `Building the release of ${period}` },
  'publish-release': { resource: 'publication', label: (id) => `Publishing release ${id}` },
  'make-report': { resource: 'reports', label: () => 'Making a report' },
  'remove-sample-data': { resource: 'sample-data', label: () => 'Removing the sample organisation' },
  'build-sample-quarters': { resource: 'sample-data', label: () => 'Building the earlier quarters of the sample' },
} as const satisfies Record<string, Work>;

export type WorkKind = keyof typeof WORK;
