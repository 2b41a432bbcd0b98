import { mayOpen } from '../access/index.js';
import type { Measure, Viewer } from '../gateway/index.js';
import { t } from '../language/index.js';
import { topicsOf } from '../measures/index.js';

export interface Entry {
  readonly to: string;
  readonly label: string;
}

export interface Section {
  readonly label: string | null;
  readonly entries: readonly Entry[];
}

/** The menu of a reader: what they may not open is not in it. The server decides again on every page. */
export function navigationOf(viewer: Viewer | null, measures: readonly Measure[]): Section[] {
  const topics = topicsOf(measures);
  const entriesOf = (area: string): Entry[] =>
    topics.filter((topic) => topic.area === area).map(({ key, label }) => ({ to: `/${area}/${key}`, label }));
  const sections: Section[] = [
    { label: 'Equity audits', entries: [{ to: '/audits', label: 'Audits' }] },
    { label: 'Explore equity', entries: entriesOf('explore') },
    { label: 'Tracks', entries: TRACKS },
    { label: 'Outcomes', entries: entriesOf('outcomes') },
    { label: 'Reports', entries: [{ to: '/reports', label: 'All reports' }] },
    { label: 'Data', entries: DATA },
    { label: 'Administration', entries: ADMINISTRATION },
  ];
  const theirs = sections.map(({ label, entries }) => ({ label, entries: entries.filter(({ to }) => mayOpen(viewer, to)) }));
  const first = viewer === null ? { to: '/sign-in', label: 'Sign in' } : { to: '/', label: 'Overview' };
  const trust = [...TRUST, ...TRUST_BY_ROLE.filter(({ to }) => mayOpen(viewer, to))];
  const all = [
    { label: null, entries: [first] },
    ...theirs,
    { label: 'Trust centre', entries: trust },
    { label: 'Help', entries: HELP },
  ];
  return all.filter((section) => section.entries.length > 0);
}

const TRACKS: readonly Entry[] = [
  { to: '/tracks', label: 'All tracks' },
  { to: '/supply', label: 'What if we add mentors' },
];

const DATA: readonly Entry[] = [
  { to: '/data/loads', label: 'Loads' },
  { to: '/data/quality', label: 'Quality' },
  { to: '/data/releases', label: 'Releases' },
  { to: '/data/reorganisations', label: t('Reorganisations') },
  { to: '/data/requests', label: 'Requests about own data' },
];

const ADMINISTRATION: readonly Entry[] = [
  { to: '/admin/accounts', label: 'Accounts' },
  { to: '/admin/tokens', label: 'Tokens of systems' },
];

/** Open without an account. */
const TRUST: readonly Entry[] = [
  { to: '/trust', label: 'Our promise' },
  { to: '/trust/collect', label: 'What we collect' },
  { to: '/trust/access', label: 'Who can see what' },
  { to: '/trust/protection', label: 'How groups are protected' },
  { to: '/trust/policies', label: 'Policies' },
  { to: '/trust/changes', label: 'Changes' },
  { to: '/trust/methods', label: 'Methods' },
  { to: '/verify', label: 'Verify a report' },
];

const TRUST_BY_ROLE: readonly Entry[] = [
  { to: '/trust/documents', label: 'Documents' },
  { to: '/trust/certificates', label: 'Certificates' },
  { to: '/trust/trail', label: 'Audit trail' },
];

const HELP: readonly Entry[] = [
  { to: '/help', label: 'Help and keys' },
  { to: '/help/glossary', label: 'Glossary' },
];
