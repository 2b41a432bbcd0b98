import { t } from '#language';
import type { Resource } from '../access/index.js';

/** A kind of work that the worker can be asked to do: what it needs the right to write, and how a page calls it. */
interface Work {
  readonly resource: Resource;
  readonly label: (subject: string) => string;
}

/** By the name under which it stands in the queue and on the trail. */
export const WORK = {
  'check-load': { resource: 'loads', label: (id) => t('Checking load {id}', { id }) },
  'confirm-load': { resource: 'loads', label: (id) => t('Confirming load {id}', { id }) },
  'confirm-accepted-rows': { resource: 'loads', label: (id) => t('Confirming the accepted rows of load {id}', { id }) },
  'discard-load': { resource: 'loads', label: (id) => t('Discarding load {id}', { id }) },
  'withdraw-load': { resource: 'loads', label: (id) => t('Withdrawing load {id}', { id }) },
  'take-directory': { resource: 'loads', label: () => t('Taking in what the directory said of people') },
  'build-release': { resource: 'drafts', label: (period) => t('Building the release of {period}', { period }) },
  'publish-release': { resource: 'publication', label: (id) => t('Publishing release {id}', { id }) },
  'make-report': { resource: 'reports', label: () => t('Making a report') },
  'remove-sample-data': { resource: 'sample-data', label: () => t('Removing the sample organisation##work') },
  'build-sample-quarters': { resource: 'sample-data', label: () => t('Building the earlier quarters of the sample') },
} as const satisfies Record<string, Work>;

export type WorkKind = keyof typeof WORK;
