import { may } from '../access/index.js';
import type { Measure, Viewer } from '../gateway/index.js';
import { topicsOf } from '../measures/index.js';

export interface Entry {
  readonly to: string;
  readonly label: string;
}

export interface Section {
  readonly label: string | null;
  readonly entries: readonly Entry[];
}

/** The menu of a reader: what they may not see is not in it. The server decides again on every page. */
export function navigationOf(viewer: Viewer | null, measures: readonly Measure[]): Section[] {
  const reads = may(viewer, 'read', 'cells');
  const topics = topicsOf(measures);
  const entriesOf = (area: string): Entry[] =>
    topics.filter((topic) => topic.area === area).map(({ key, label }) => ({ to: `/${area}/${key}`, label }));
  const sections: Section[] = [
    { label: null, entries: viewer === null ? [{ to: '/sign-in', label: 'Sign in' }] : [{ to: '/', label: 'Overview' }] },
    { label: 'Equity audits', entries: may(viewer, 'read', 'audits') ? [{ to: '/audits', label: 'Audits' }] : [] },
    { label: 'Explore equity', entries: reads ? entriesOf('explore') : [] },
    { label: 'Tracks', entries: may(viewer, 'read', 'tracks') ? TRACK_ENTRIES : [] },
    { label: 'Outcomes', entries: reads ? entriesOf('outcomes') : [] },
    { label: 'Reports', entries: may(viewer, 'read', 'reports') ? [{ to: '/reports', label: 'All reports' }] : [] },
    { label: 'Data', entries: dataEntries(viewer) },
    { label: 'Administration', entries: administrationEntries(viewer) },
    { label: 'Trust centre', entries: trustEntries(viewer) },
    {
      label: 'Help',
      entries: [
        { to: '/help', label: 'Help and keys' },
        { to: '/help/glossary', label: 'Glossary' },
      ],
    },
  ];
  return sections.filter((section) => section.entries.length > 0);
}

const TRACK_ENTRIES: readonly Entry[] = [
  { to: '/tracks', label: 'All tracks' },
  { to: '/supply', label: 'What if we add mentors' },
];

function dataEntries(viewer: Viewer | null): Entry[] {
  const loads = may(viewer, 'read', 'loads') ? [{ to: '/data/loads', label: 'Loads' }] : [];
  const releases = may(viewer, 'read', 'drafts') ? [{ to: '/data/releases', label: 'Releases' }] : [];
  const requests = may(viewer, 'read', 'person-rights') ? [{ to: '/data/requests', label: 'Requests about own data' }] : [];
  const quality =
    may(viewer, 'read', 'cells') || may(viewer, 'read', 'drafts') ? [{ to: '/data/quality', label: 'Quality' }] : [];
  return [...loads, ...quality, ...releases, ...requests];
}

const administrationEntries = (viewer: Viewer | null): Entry[] =>
  may(viewer, 'read', 'identities')
    ? [
        { to: '/admin/accounts', label: 'Accounts' },
        { to: '/admin/tokens', label: 'Tokens of systems' },
      ]
    : [];

function trustEntries(viewer: Viewer | null): Entry[] {
  const open = [
    { to: '/trust', label: 'Our promise' },
    { to: '/trust/collect', label: 'What we collect' },
    { to: '/trust/access', label: 'Who can see what' },
    { to: '/trust/protection', label: 'How groups are protected' },
    { to: '/trust/policies', label: 'Policies' },
    { to: '/trust/changes', label: 'Changes' },
    { to: '/trust/methods', label: 'Methods' },
    { to: '/verify', label: 'Verify a report' },
  ];
  const certificates = may(viewer, 'read', 'releases') ? [{ to: '/trust/certificates', label: 'Certificates' }] : [];
  const trail = may(viewer, 'read', 'trail') ? [{ to: '/trust/trail', label: 'Audit trail' }] : [];
  const documents = may(viewer, 'read', 'documents') ? [{ to: '/trust/documents', label: 'Documents' }] : [];
  return [...open, ...documents, ...certificates, ...trail];
}
