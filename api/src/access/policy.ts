import type { Purpose } from './purposes.js';
import type { Role } from './roles.js';

/**
 * How far a permission reaches.
 *
 * - `everything`: all there is of the resource.
 * - `own-branch`: cells of the own branch of the team tree and of the nodes above it.
 * - `organisation`: cells in which no team takes part.
 * - `headline`: the organisation's own cell.
 * - `own`: what belongs to the account itself.
 */
export type Reach = 'everything' | 'own-branch' | 'organisation' | 'headline' | 'own';

export type Verb = 'read' | 'write';

/** One row of the table: who may do this to that, and how far. A role that is not named may not. */
export interface PolicyRule {
  readonly resource: string;
  readonly verb: Verb;
  /** What it is, in words for the page "Who can see what". */
  readonly label: string;
  /** Also without an account. */
  readonly signedOut?: true;
  /** Also for whoever owns the installation's folder, by the command line. */
  readonly operator?: true;
  /** What it is done for, where that is not the purpose of the role. */
  readonly purpose?: Purpose;
  readonly roles: Readonly<Partial<Record<Role, Reach>>>;
}

const all = (reach: Reach): Record<Role, Reach> => ({
  'engineering-manager': reach,
  'programme-owner': reach,
  executive: reach,
  'data-steward': reach,
  auditor: reach,
  administrator: reach,
  employee: reach,
});

/** The access policy. Every door asks it: GraphQL fields, REST, files, the command line, the trust page. */
export const POLICY = [
  {
    resource: 'public',
    verb: 'read',
    label: 'Trust pages, the product and its version',
    signedOut: true,
    operator: true,
    purpose: 'information',
    roles: all('everything'),
  },
  {
    resource: 'sign-in',
    verb: 'write',
    label: 'Signing in and out',
    signedOut: true,
    purpose: 'own-affairs',
    roles: all('own'),
  },
  {
    resource: 'own-account',
    verb: 'read',
    label: 'Own account',
    signedOut: true,
    purpose: 'own-affairs',
    roles: all('own'),
  },
  {
    resource: 'own-account',
    verb: 'write',
    label: 'Own password, and what one is told of by e-mail',
    purpose: 'own-affairs',
    roles: all('own'),
  },
  {
    resource: 'catalogue',
    verb: 'read',
    label: 'Names of periods, measures and groups',
    roles: {
      'engineering-manager': 'everything',
      'programme-owner': 'everything',
      executive: 'everything',
      'data-steward': 'everything',
      auditor: 'everything',
      employee: 'everything',
    },
  },
  {
    resource: 'cells',
    verb: 'read',
    label: 'Published results',
    roles: {
      'engineering-manager': 'own-branch',
      'programme-owner': 'organisation',
      executive: 'organisation',
      auditor: 'everything',
      employee: 'headline',
    },
  },
  {
    resource: 'audits',
    verb: 'read',
    label: 'Quarterly equity audits: findings of published results, decisions and actions',
    roles: {
      'engineering-manager': 'own-branch',
      'programme-owner': 'everything',
      executive: 'organisation',
      auditor: 'everything',
    },
  },
  {
    resource: 'audits',
    verb: 'write',
    label: 'Deciding about findings of the own branch, agreeing actions, signing an audit',
    roles: { 'engineering-manager': 'own-branch' },
  },
  {
    resource: 'audit-countersigning',
    verb: 'write',
    label: 'Countersigning or returning an audit that somebody else signed',
    roles: { 'programme-owner': 'everything' },
  },
  {
    resource: 'audit-notes',
    verb: 'write',
    label: 'Leaving notes on an audit before it is signed',
    roles: { auditor: 'everything' },
  },
  {
    resource: 'releases',
    verb: 'read',
    label: 'Published releases and their certificates',
    operator: true,
    roles: {
      'engineering-manager': 'everything',
      'programme-owner': 'everything',
      executive: 'everything',
      'data-steward': 'everything',
      auditor: 'everything',
      employee: 'everything',
    },
  },
  {
    resource: 'drafts',
    verb: 'read',
    label: 'Certificates of releases not yet published (no results)',
    roles: { 'programme-owner': 'everything', 'data-steward': 'everything', auditor: 'everything' },
  },
  {
    resource: 'release-files',
    verb: 'read',
    label: 'Whole release files',
    operator: true,
    roles: { auditor: 'everything' },
  },
  {
    resource: 'reports',
    verb: 'read',
    label: 'Reports that were made, each written for somebody who sees no more than oneself',
    operator: true,
    roles: {
      'engineering-manager': 'own-branch',
      'programme-owner': 'organisation',
      executive: 'organisation',
      auditor: 'everything',
    },
  },
  {
    resource: 'reports',
    verb: 'write',
    label: 'Asking for reports to be made',
    roles: { 'engineering-manager': 'own-branch', 'programme-owner': 'organisation', auditor: 'everything' },
  },
  {
    resource: 'drafts',
    verb: 'write',
    label: 'Building releases',
    operator: true,
    roles: { 'data-steward': 'everything' },
  },
  {
    resource: 'publication',
    verb: 'write',
    label: 'Publishing a release that somebody else built',
    roles: { 'programme-owner': 'everything', auditor: 'everything' },
  },
  {
    resource: 'tracks',
    verb: 'read',
    label: 'Tracks: charters, evidence, what was decided and why',
    roles: {
      'engineering-manager': 'everything',
      'programme-owner': 'everything',
      executive: 'everything',
      auditor: 'everything',
    },
  },
  {
    resource: 'charters',
    verb: 'write',
    label: 'Writing and locking charters of tracks',
    roles: { 'programme-owner': 'everything' },
  },
  {
    resource: 'track-decisions',
    verb: 'write',
    label: 'Deciding about tracks, not alone against the evidence',
    roles: { 'programme-owner': 'everything' },
  },
  {
    resource: 'second-opinions',
    verb: 'write',
    label: 'Agreeing to a decision against the evidence that somebody else made',
    roles: { executive: 'everything' },
  },
  {
    resource: 'objections',
    verb: 'write',
    label: 'Objecting to the end of a track',
    roles: { 'engineering-manager': 'everything', executive: 'everything', auditor: 'everything' },
  },
  {
    resource: 'calendar',
    verb: 'read',
    label: 'Dates of tracks as a calendar, by whoever holds an address of their own',
    signedOut: true,
    purpose: 'own-affairs',
    roles: all('own'),
  },
  {
    resource: 'calendar',
    verb: 'write',
    label: 'Making and ending the own address of that calendar',
    purpose: 'own-affairs',
    roles: { 'engineering-manager': 'own', 'programme-owner': 'own', executive: 'own', auditor: 'own' },
  },
  {
    resource: 'loads',
    verb: 'read',
    label: 'Loads, and where their rows were rejected (never a value)',
    roles: { 'data-steward': 'everything' },
  },
  {
    resource: 'loads',
    verb: 'write',
    label: 'Loading, confirming, discarding and withdrawing data',
    operator: true,
    roles: { 'data-steward': 'everything' },
  },
  {
    resource: 'jobs',
    verb: 'read',
    label: 'Work in progress (never a value)',
    roles: {
      'engineering-manager': 'everything',
      'programme-owner': 'everything',
      'data-steward': 'everything',
      auditor: 'everything',
    },
  },
  {
    resource: 'reorganisations',
    verb: 'read',
    label: 'Which team became which, and when',
    roles: { 'data-steward': 'everything', auditor: 'everything' },
  },
  {
    resource: 'reorganisations',
    verb: 'write',
    label: 'Entering which team became which',
    roles: { 'data-steward': 'everything' },
  },
  {
    resource: 'sample-data',
    verb: 'write',
    label: 'Removing the sample organisation',
    roles: { 'data-steward': 'everything' },
  },
  {
    resource: 'trail',
    verb: 'read',
    label: 'The audit trail: who opened, sent, decided or was refused what',
    operator: true,
    roles: { auditor: 'everything' },
  },
  {
    resource: 'trail',
    verb: 'write',
    label: 'Removing entries of the trail whose time is over, by signed summaries',
    operator: true,
    roles: {},
  },
  {
    resource: 'preview',
    verb: 'write',
    label: 'Seeing what another role sees, never more than the own role',
    purpose: 'preview',
    roles: { auditor: 'everything' },
  },
  { resource: 'policies', verb: 'read', label: 'Disclosure policies, by the command line', operator: true, roles: {} },
  {
    resource: 'policies',
    verb: 'write',
    label: 'Proposing policies',
    operator: true,
    roles: { 'programme-owner': 'everything' },
  },
  {
    resource: 'policy-approval',
    verb: 'write',
    label: 'Deciding about policies that somebody else proposed',
    roles: { auditor: 'everything' },
  },
  {
    resource: 'person-rights',
    verb: 'read',
    label: 'Requests of people about their own data: kind, day and state, never whose',
    operator: true,
    roles: { 'data-steward': 'everything', auditor: 'everything' },
  },
  {
    resource: 'person-rights',
    verb: 'write',
    label: 'Taking requests for erasure and for a copy, and withdrawals of consent',
    operator: true,
    roles: { 'data-steward': 'everything' },
  },
  {
    resource: 'person-rights-approval',
    verb: 'write',
    label: 'Deciding about requests that somebody else took',
    roles: { auditor: 'everything' },
  },
  {
    resource: 'retention',
    verb: 'read',
    label: 'What will be deleted for its age, and when (never an exact count)',
    roles: { 'data-steward': 'everything', auditor: 'everything' },
  },
  {
    resource: 'retention',
    verb: 'write',
    label: 'Deleting what is older than the policy says',
    operator: true,
    roles: { 'data-steward': 'everything' },
  },
  {
    resource: 'documents',
    verb: 'read',
    label: 'Record of processing, draft impact assessment, annex for the works council',
    operator: true,
    purpose: 'information',
    roles: all('everything'),
  },
  { resource: 'settings', verb: 'read', label: 'Settings, by the command line', operator: true, roles: {} },
  { resource: 'settings', verb: 'write', label: 'Changing settings, by the command line', operator: true, roles: {} },
  { resource: 'server', verb: 'write', label: 'Starting and stopping the server', operator: true, roles: {} },
  {
    resource: 'directory',
    verb: 'read',
    label: 'Accounts and groups, for the organisation’s directory with its token',
    roles: {},
  },
  {
    resource: 'directory',
    verb: 'write',
    label: 'Keeping accounts and groups, for the organisation’s directory with its token',
    roles: {},
  },
  {
    resource: 'identities',
    verb: 'read',
    label: 'Accounts, roles and tokens of systems',
    operator: true,
    roles: { administrator: 'everything', auditor: 'everything' },
  },
  {
    resource: 'identities',
    verb: 'write',
    label: 'Adding accounts, roles and tokens of systems',
    operator: true,
    roles: { administrator: 'everything' },
  },
] as const satisfies readonly PolicyRule[];

export type Resource = (typeof POLICY)[number]['resource'];

/** What a field, a route or a command asks for. */
export interface Permission {
  readonly resource: Resource;
  readonly verb: Verb;
}
