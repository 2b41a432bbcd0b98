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
    { label: t('Equity audits'), entries: [{ to: '/audits', label: t('Audits') }] },
    { label: t('Explore equity'), entries: entriesOf('explore') },
    { label: t('Tracks'), entries: TRACKS },
    { label: t('Outcomes'), entries: entriesOf('outcomes') },
    { label: t('Reports'), entries: [{ to: '/reports', label: t('All reports') }] },
    { label: t('Data'), entries: DATA },
    { label: t('Administration'), entries: ADMINISTRATION },
  ];
  const theirs = sections.map(({ label, entries }) => ({ label, entries: entries.filter(({ to }) => mayOpen(viewer, to)) }));
  const first = viewer === null ? { to: '/sign-in', label: t('Sign in') } : { to: '/', label: t('Overview') };
  const trust = [...TRUST, ...TRUST_BY_ROLE.filter(({ to }) => mayOpen(viewer, to))];
  const all = [
    { label: null, entries: [first] },
    ...theirs,
    { label: t('Trust centre'), entries: trust },
    { label: t('Help'), entries: HELP },
  ];
  return all.filter((section) => section.entries.length > 0);
}

const TRACKS: readonly Entry[] = [
  { to: '/tracks', label: t('All tracks') },
  { to: '/supply', label: t('What if we add mentors') },
];

const DATA: readonly Entry[] = [
  { to: '/data/loads', label: t('Loads') },
  { to: '/data/quality', label: t('Quality') },
  { to: '/data/releases', label: t('Releases') },
  { to: '/data/reorganisations', label: t('Reorganisations') },
  { to: '/data/requests', label: t('Requests about own data') },
];

const ADMINISTRATION: readonly Entry[] = [
  { to: '/admin/accounts', label: t('Accounts') },
  { to: '/admin/tokens', label: t('Tokens of systems') },
];

/** Open without an account. */
const TRUST: readonly Entry[] = [
  { to: '/trust', label: t('Our promise') },
  { to: '/trust/collect', label: t('What we collect') },
  { to: '/trust/access', label: t('Who can see what') },
  { to: '/trust/protection', label: t('How groups are protected') },
  { to: '/trust/policies', label: t('Policies') },
  { to: '/trust/changes', label: t('Changes') },
  { to: '/trust/methods', label: t('Methods') },
  { to: '/verify', label: t('Verify a report') },
];

const TRUST_BY_ROLE: readonly Entry[] = [
  { to: '/trust/documents', label: t('Documents') },
  { to: '/trust/certificates', label: t('Certificates') },
  { to: '/trust/trail', label: t('Audit trail') },
];

const HELP: readonly Entry[] = [
  { to: '/help', label: t('Help and keys') },
  { to: '/help/glossary', label: t('Glossary') },
];
