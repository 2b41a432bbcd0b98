import { t } from '#language';
import { NEVER_USED_FOR } from '../data-policy.js';
import type { DocumentFacts } from './facts.js';
import { type Block, list, open, section, type Section, table, text } from './model.js';

/** What a class of sensitivity means, in words. */
export const CLASS_WORDS: Readonly<Record<string, string>> = {
  label: 'names a group',
  dimension: 'splits results into groups',
  special: 'a personal characteristic, with consent, groups of the higher size',
  control: 'only makes comparisons fair; never shown, never a group',
  value: 'leaves only inside a result about a group',
  sealed: 'never leaves the data room',
};

const classInWords = (classes: string): string =>
  classes
    .split(', ')
    .map((one) => t(CLASS_WORDS[one] ?? one))
    .join('; ');

/** Parts that several documents share. */
export const purposes = ({ explained }: DocumentFacts): Section =>
  section('Purposes', [text('The data are used for these purposes and for no other:'), list(explained.purposes)]);

export const neverFor = (facts: DocumentFacts): Section =>
  section('What they are never used for', [
    list(NEVER_USED_FOR),
    text(
      'This is not a rule that somebody could break: no page, query, file or command answers a question about a person or about who works with whom, to any role.',
      'What is refused is put on record.',
    ),
    table(
      ['Figure', 'Must not be used for'],
      facts.measures.map(({ label, notFor }) => [t(label), notFor.map((one) => t(one)).join('; ')]),
    ),
  ]);

export const data = ({ columns }: DocumentFacts): Section =>
  section('Categories of data', [
    text(
      'Every column that is read. What is not in this list is named to whoever sends it, and not read.',
      'Names, e-mail addresses and other identifiers are replaced by a keyed code while a file is read, and stored nowhere.',
    ),
    table(
      ['File', 'Column', 'How far it may go', 'What it is for'],
      columns.map((one) => [one.file, one.column, classInWords(one.class), t(one.why)]),
    ),
  ]);

export const characteristics = (facts: DocumentFacts): Block[] =>
  facts.characteristics.length === 0
    ? [text('No personal characteristic is collected.')]
    : [
        text(
          'Personal characteristics are read only where the person consented. A consent can be withdrawn for each of them alone; what was said is deleted, and the next release is made without it.',
        ),
        table(
          ['Characteristic', 'Values', 'Why we ask'],
          facts.characteristics.map(({ label, values, why }) => [label, values.map((one) => one.label).join(', '), why]),
        ),
      ];

export const retention = ({ explained }: DocumentFacts): Section =>
  section('How long data are kept', [
    list(explained.retention.map(({ sentence }) => sentence)),
    text(
      'Uploaded files are never written to disk. Rows that wait for confirmation are dropped after 24 hours.',
      'Published results and the audit trail are kept as long as the installation; no number in them is about one person.',
      'Somebody who asks to be forgotten is deleted from every table at once. A keyed code is kept, so that a later file cannot bring them back.',
    ),
  ]);

export const readers = ({ access }: DocumentFacts): Section =>
  section('Who can see what', [
    text(
      'This is the table that the server asks on every request. No role, administrators included, can see a person or a relationship.',
    ),
    table(
      ['Can be read', 'By'],
      access.filter(({ verb }) => verb === 'read').map(({ what, who }) => [what, who]),
    ),
    table(
      ['Can be done', 'By'],
      access.filter(({ verb }) => verb === 'write').map(({ what, who }) => [what, who]),
    ),
    text(
      'Two people are needed to publish a release, to change a policy, to erase somebody, and to hand out a copy of somebody’s data: never both halves by one.',
    ),
  ]);

const inForce = ({ version, effectiveFrom }: DocumentFacts['policy']): string =>
  effectiveFrom
    ? t('Policy {version}, in force from {effectiveFrom} on.', { version, effectiveFrom })
    : t('Policy {version}, in force from the beginning.', { version });

export const protection = ({ explained, policy }: DocumentFacts): Section =>
  section('How people are protected', [
    text(inForce(policy), policy.why),
    list(explained.protection),
    text('What is shown, and how often:'),
    list(explained.breakdowns),
    text(
      'Before a release is published, a program that was written separately attacks it with everything published before. Where it finds anything, there is no release.',
    ),
  ]);

export const SECURITY: readonly string[] = [
  'Identifiers are replaced by keyed codes (HMAC-SHA-256) as they are read. The keys lie outside of the database.',
  'The database has five logins. The web server’s login has no right to data about people.',
  'Passwords are kept as argon2id, or signing in is left to the organisation’s identity provider. Sessions end on the server.',
  'Every reading of results, every file, decision, load and refusal stands in an audit trail that is chained by hashes.',
  'A published release is frozen, carries a signature, and refuses changes also by the owner of the database.',
  'Backups are encrypted; the keys go into a second file.',
];

export const rights = (): Section =>
  section('Rights of the people inside', [
    list([
      'To know: the trust pages can be read by everybody, without an account.',
      'To a copy: on request one receives everything that is known about oneself, sealed to a key that only oneself has. It is on no screen.',
      'To be forgotten: on request everything about oneself is deleted. One receives a certificate.',
      'To withdraw a consent: characteristic by characteristic, at once, without giving a reason.',
      'To correct: by the system from which the data come; the next load corrects them here.',
      'To take no part: mentoring is voluntary, and nobody can see who does not take part.',
    ]),
  ]);

export const byHand = (what: string): Block => open(`${t('To be filled in by the organisation:')} ${t(what)}`);
