/** What an entry is about: by what a person looks for, and how long it is kept. */
export interface EntryKind {
  readonly label: string;
  /** Actions of this kind, as a regular expression that JavaScript and PostgreSQL read alike. */
  readonly pattern: string;
  /** Months after which an entry may be removed; null: never. */
  readonly months: number | null;
}

/**
 * The kinds of entries. What people read is forgotten first, because it is about readers; what was decided is kept as long as
 * the installation. An action that no pattern names is a decision.
 */
export const ENTRY_KINDS = {
  'sign-in': {
    label: 'Signing in and out',
    pattern: '^(sign-in|sign-out|session)[.]|^account[.](password-|recover)',
    months: 12,
  },
  read: { label: 'Reading', pattern: '[.]read$', months: 12 },
  denial: { label: 'Refusals', pattern: '^(access|database)[.]denied$', months: 24 },
  export: { label: 'Files that left', pattern: '[.]exported$', months: 36 },
  load: { label: 'Loading data', pattern: '^(upload|load|ingest)[.]|-(load|rows)[.]', months: 36 },
  decision: { label: 'Decisions, policies and accounts', pattern: '', months: null },
} as const satisfies Record<string, EntryKind>;

export type EntryKindKey = keyof typeof ENTRY_KINDS;

/** Every kind but the one that takes what is left. */
const NAMED = (Object.keys(ENTRY_KINDS) as EntryKindKey[]).filter((key) => ENTRY_KINDS[key].pattern !== '');

/** Whether the text names a kind. */
export const isEntryKind = (text: string): text is EntryKindKey => Object.hasOwn(ENTRY_KINDS, text);

/** The kind of an action; the first that fits. */
export function kindOf(action: string): EntryKindKey {
  return NAMED.find((key) => new RegExp(ENTRY_KINDS[key].pattern).test(action)) ?? 'decision';
}

/** The same in SQL: an expression that gives the kind of the entry `e`. It holds no text from outside. */
export const KIND_SQL = `case ${NAMED.map((key) => `when e.action ~ '${ENTRY_KINDS[key].pattern}' then '${key}'`).join(' ')} else 'decision' end`;
