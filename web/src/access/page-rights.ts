import type { Viewer } from '../gateway/index.js';
import { may } from './may.js';

/** What pages ask for, by the beginning of their address; one of the resources is enough. */
const PAGES: readonly { readonly at: string; readonly reads: readonly string[] }[] = [
  { at: '/audits', reads: ['audits'] },
  { at: '/explore', reads: ['cells'] },
  { at: '/outcomes', reads: ['cells'] },
  { at: '/tracks', reads: ['tracks'] },
  { at: '/supply', reads: ['tracks'] },
  { at: '/reports', reads: ['reports'] },
  { at: '/data/loads', reads: ['loads'] },
  { at: '/data/quality', reads: ['cells', 'drafts'] },
  { at: '/data/releases', reads: ['drafts'] },
  { at: '/data/reorganisations', reads: ['reorganisations'] },
  { at: '/data/requests', reads: ['person-rights'] },
  { at: '/trust/documents', reads: ['documents'] },
  { at: '/trust/certificates', reads: ['releases'] },
  { at: '/trust/trail', reads: ['trail'] },
  { at: '/admin', reads: ['identities'] },
];

/** The resources of which a reader of this page reads at least one; none where an account is enough. */
export const readsOf = (path: string): readonly string[] =>
  PAGES.find(({ at }) => path === at || path.startsWith(`${at}/`))?.reads ?? [];

/** Whether the page is one of the reader's. It follows from the page and the role alone, never from what is there. */
export function mayOpen(viewer: Viewer | null, path: string): boolean {
  const reads = readsOf(path);
  return viewer !== null && (reads.length === 0 || reads.some((resource) => may(viewer, 'read', resource)));
}
