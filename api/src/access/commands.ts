import type { Permission } from './policy.js';

/**
 * What each command of the command line asks for. Whoever owns the installation's folder runs those whose row of the policy
 * names the operator; the others need an account. A command that is not in here is refused.
 */
export const COMMANDS: Readonly<Record<string, Permission>> = {
  serve: { verb: 'write', resource: 'server' },
  backup: { verb: 'write', resource: 'server' },
  restore: { verb: 'write', resource: 'server' },
  sample: { verb: 'read', resource: 'public' },
  ingest: { verb: 'write', resource: 'loads' },
  'release build': { verb: 'write', resource: 'drafts' },
  'release publish': { verb: 'write', resource: 'publication' },
  'release list': { verb: 'read', resource: 'releases' },
  'release export': { verb: 'read', resource: 'release-files' },
  'release attack': { verb: 'read', resource: 'public' },
  'release verify': { verb: 'read', resource: 'public' },
  'release key': { verb: 'read', resource: 'public' },
  'release series': { verb: 'read', resource: 'releases' },
  report: { verb: 'read', resource: 'reports' },
  'report verify': { verb: 'read', resource: 'public' },
  'pack list': { verb: 'read', resource: 'reports' },
  'pack make': { verb: 'read', resource: 'reports' },
  'account add': { verb: 'write', resource: 'identities' },
  'account list': { verb: 'read', resource: 'identities' },
  'account role': { verb: 'write', resource: 'identities' },
  'account disable': { verb: 'write', resource: 'identities' },
  'account enable': { verb: 'write', resource: 'identities' },
  'account recover': { verb: 'write', resource: 'identities' },
  'token add': { verb: 'write', resource: 'identities' },
  'token directory': { verb: 'write', resource: 'identities' },
  'token list': { verb: 'read', resource: 'identities' },
  'token revoke': { verb: 'write', resource: 'identities' },
  'policy list': { verb: 'read', resource: 'policies' },
  'policy propose': { verb: 'write', resource: 'policies' },
  'policy approve': { verb: 'write', resource: 'policy-approval' },
  'policy reject': { verb: 'write', resource: 'policy-approval' },
  'policy show': { verb: 'read', resource: 'policies' },
  'policy check': { verb: 'read', resource: 'policies' },
  'erase request': { verb: 'write', resource: 'person-rights' },
  'erase list': { verb: 'read', resource: 'person-rights' },
  'erase approve': { verb: 'write', resource: 'person-rights-approval' },
  'erase reject': { verb: 'write', resource: 'person-rights-approval' },
  'subject-access request': { verb: 'write', resource: 'person-rights' },
  'subject-access approve': { verb: 'write', resource: 'person-rights-approval' },
  'subject-access reject': { verb: 'write', resource: 'person-rights-approval' },
  'subject-access make-key': { verb: 'read', resource: 'public' },
  'subject-access open': { verb: 'read', resource: 'public' },
  'consent withdraw': { verb: 'write', resource: 'person-rights' },
  'consent give': { verb: 'write', resource: 'person-rights' },
  retention: { verb: 'write', resource: 'retention' },
  documents: { verb: 'read', resource: 'documents' },
  'source presets': { verb: 'read', resource: 'public' },
  'source list': { verb: 'write', resource: 'loads' },
  'source set': { verb: 'write', resource: 'loads' },
  'settings show': { verb: 'read', resource: 'settings' },
  'settings set': { verb: 'write', resource: 'settings' },
  'trail verify': { verb: 'read', resource: 'trail' },
  'trail prune': { verb: 'write', resource: 'trail' },
};

/** The row that a command asks for, by its words; undefined when nobody may run it. */
export function commandRule(words: string): Permission | undefined {
  return Object.hasOwn(COMMANDS, words) ? COMMANDS[words] : undefined;
}
