import { t } from '#language';
import { isRole, type Role, ROLE_LABELS, ROLES, roleMay, type Viewer } from '../../access/index.js';
import type { MailSettings, PackSettings } from '../../platform/index.js';
import { type Audience, mayReceive } from '../../reports/index.js';

/** A way in which a report of a pack reaches somebody. */
export interface Channel {
  readonly key: string;
  readonly label: string;
}

const FOLDER = 'folder';
const MAIL = 'mail:';
const WEBHOOK = 'webhook:';

/** What this server can do; the operator names folder, addresses and mail server. */
export function channelsOf(settings: PackSettings, mail: MailSettings | null): Channel[] {
  const readers = ROLES.filter((role) => roleMay(role, 'read', 'reports'));
  return [
    ...(settings.folder ? [{ key: FOLDER, label: t('File in the folder of the server') }] : []),
    ...(mail
      ? readers.map((role) => ({ key: `${MAIL}${role}`, label: t('E-mail link: {role}', { role: t(ROLE_LABELS[role]) }) }))
      : []),
    ...settings.webhooks.map((address) => ({ key: `${WEBHOOK}${address}`, label: `Webhook: ${new URL(address).host}` })),
  ];
}

/** What a channel of a pack is. */
export type Target =
  | { readonly kind: 'folder' }
  | { readonly kind: 'mail'; readonly role: Role }
  | { readonly kind: 'webhook'; readonly address: string };

/** Null for a channel that this version does not know. */
export function targetOf(channel: string): Target | null {
  if (channel === FOLDER) return { kind: 'folder' };
  if (channel.startsWith(WEBHOOK)) return { kind: 'webhook', address: channel.slice(WEBHOOK.length) };
  const role = channel.slice(MAIL.length);
  return channel.startsWith(MAIL) && isRole(role) ? { kind: 'mail', role } : null;
}

/** Whether those who read the folder may see all of a report: asked when it is put there, by the role that they were given. */
export function folderMayHold({ folder }: PackSettings, audience: Audience): boolean {
  if (!folder || !isRole(folder.role)) return false;
  return mayReceive(nobody(folder.role), audience);
}

const nobody = (role: Role): Viewer => ({ accountId: '', email: '', role, scope: null, mustChangePassword: false });
