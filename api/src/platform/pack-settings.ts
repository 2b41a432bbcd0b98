import path from 'node:path';
import { Refusal } from './refusal.js';

/** Where reports of packs may be put or told of: only what whoever runs the server has named. */
export interface PackSettings {
  /** A folder that takes files, and the role of those who read it. */
  readonly folder: { readonly path: string; readonly role: string } | null;
  /** Addresses that are told that a report is there. */
  readonly webhooks: readonly string[];
}

const NAMES = ['OVERSTORY_PACK_FOLDER', 'OVERSTORY_PACK_FOLDER_ROLE', 'OVERSTORY_PACK_WEBHOOKS'] as const;

/**
 * Reads where reports of packs may go; nowhere where nobody said so.
 *
 * @throws Refusal `bad-packs` (2) for an address that is not `https://` (or of this machine).
 */
export function readPackSettings(env: NodeJS.ProcessEnv): PackSettings {
  const [folder, role = 'executive', hooks = ''] = NAMES.map((name) => env[name] || undefined);
  const webhooks = hooks.split(/[\s,]+/).filter(Boolean);
  if (!webhooks.every(isSafe))
    throw new Refusal('bad-packs', 'OVERSTORY_PACK_WEBHOOKS names an address that is not https://…, separated by commas.', 2);
  return { folder: folder ? { path: path.resolve(folder), role } : null, webhooks };
}

function isSafe(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname));
}

/** The same as an environment, for a process that is handed it. */
export function packEnvironment({ folder, webhooks }: PackSettings): Record<string, string> {
  return {
    ...(folder ? { OVERSTORY_PACK_FOLDER: folder.path, OVERSTORY_PACK_FOLDER_ROLE: folder.role } : {}),
    ...(webhooks.length > 0 ? { OVERSTORY_PACK_WEBHOOKS: webhooks.join(',') } : {}),
  };
}
