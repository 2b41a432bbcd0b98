import { describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import path from 'node:path';
import type { Viewer } from '../gateway/index.js';
import { landingOf } from './come-back.js';
import { mayOpen, readsOf } from './page-rights.js';

/** The server's own table, as its spec keeps it: `read loads | data-steward: everything (data-care)`. */
const TABLE = fs.readFileSync(path.join(import.meta.dirname, '../../../test/api/access.expected.txt'), 'utf8');
const ROWS = [...TABLE.matchAll(/^(read|write) (\S+) \| (\S+): (\S+) \(/gm)].map(
  ([, verb = '', resource = '', role = '', reach = '']) => ({
    verb,
    resource,
    role,
    reach,
  }),
);
const ROLES = [...new Set(ROWS.map(({ role }) => role))];

function viewerAs(role: string): Viewer {
  const permissions = ROWS.filter((row) => row.role === role && row.reach !== 'none') as Viewer['permissions'];
  return { email: '', role, roleLabel: role, scope: null, mustChangePassword: false, previewedBy: null, permissions };
}

/** Every page that is open to some roles and not to others. */
const PAGES = ['/audits/2026-Q3', '/explore/participation', '/outcomes/skills', '/tracks', '/reports', '/data/loads/7', '/data/quality',
  '/data/releases', '/data/reorganisations', '/data/requests', '/trust/trail', '/trust/certificates/x', '/admin/accounts']; // prettier-ignore

describe('the rights of pages', () => {
  it('name resources of the server’s own table', () => {
    expect(ROLES).toHaveLength(7);
    const known = new Set(ROWS.filter(({ verb }) => verb === 'read').map(({ resource }) => resource));
    for (const page of PAGES) {
      expect(readsOf(page).length).toBeGreaterThan(0);
      for (const resource of readsOf(page)) expect(known).toContain(resource);
    }
  });

  it('open each page to those who read what it shows, and to nobody else', () => {
    for (const page of PAGES)
      for (const role of ROLES) {
        const due = ROWS.some(
          (row) => row.role === role && row.verb === 'read' && row.reach !== 'none' && readsOf(page).includes(row.resource),
        );
        expect([page, role, mayOpen(viewerAs(role), page)]).toEqual([page, role, due]);
      }
    expect(mayOpen(null, '/')).toBe(false);
  });

  it('do not ask what an address holds: what is there and what is not are one', () => {
    for (const role of ROLES) expect(mayOpen(viewerAs(role), '/data/loads/1')).toBe(mayOpen(viewerAs(role), '/data/loads/none'));
    expect(readsOf('/auditsomething')).toEqual([]);
  });

  it('let every role land on a page of its own', () => {
    for (const role of ROLES) {
      expect(landingOf(role)).not.toBe('/');
      expect([role, mayOpen(viewerAs(role), landingOf(role))]).toEqual([role, true]);
    }
  });
});
