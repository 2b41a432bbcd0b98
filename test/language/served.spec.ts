import { describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import path from 'node:path';
import { POLICY, PURPOSES, ROLE_LABELS } from '../../api/src/access/index.js';
import { ENTRY_KINDS } from '../../api/src/audit-trail/index.js';
import { ACTIONS, DATA_LIMITS, NOTE_KINDS, OWNER_ROLES, REASONS } from '../../api/src/audits/index.js';
import {
  DATA_PURPOSES,
  explainPolicy,
  FILE_CLASSES,
  knobsInWords,
  NEVER_USED_FOR,
  POLICY_PACKS,
  sayAmount,
} from '../../api/src/governance/index.js';
import { collectedColumns } from '../../api/src/ingest/index.js';
import { MEASURES } from '../../api/src/measures/index.js';
import { TENURE } from '../../api/src/releases/dimensions.js';
import { CHARTER_TEMPLATES, GUARDRAILS, OUTCOMES } from '../../api/src/tracks/index.js';
import { inLanguage, sayAgain } from '../../api/src/translation/index.js';
import { knows } from '../../web/src/language/index.js';
import { germanReadingEase } from '../support/reading-level.js';

/** Names of files and columns are the same in every language. */
const NAME = /^[a-z_.]+$/;
type Split = NonNullable<(typeof MEASURES)[number]['splits']>[number];
const wordsOfSplit = ({ label, values = [] }: Split): string[] =>
  [label, ...values.map((value) => value.label)].filter((words) => !NAME.test(words));

/** Texts of tables, which `t` says by their value where they go out. */
const TABLES: readonly (readonly [string, readonly string[]])[] = [
  ['rows of the access policy', POLICY.map(({ label }) => label)],
  ['roles and purposes', [...Object.values(ROLE_LABELS), ...Object.values(PURPOSES)]],
  ['kinds of entries of the trail', Object.values(ENTRY_KINDS).map(({ label }) => label)],
  ['what data are used for, and never', [...Object.values(DATA_PURPOSES), ...NEVER_USED_FOR]],
  ['what is kept how long', Object.values(FILE_CLASSES).flatMap(({ label, from }) => [label, from])],
  ['policies to start from', POLICY_PACKS.flatMap(({ label, forWhom }) => [label, forWhom])],
  [
    'what audits choose from',
    [...DATA_LIMITS, ...NOTE_KINDS, ...OWNER_ROLES, ...Object.values(REASONS).flat()].map(({ label }) => label),
  ],
  ['actions of audits', ACTIONS.flatMap(({ label, about }) => [label, about])],
  ['templates of charters', CHARTER_TEMPLATES.flatMap(({ label, forWhat, content }) => [label, forWhat, content.aim])],
  ['what charters name', [...Object.values(OUTCOMES).map(({ label }) => label), ...Object.values(GUARDRAILS)]],
  ['columns of measures, and what stands in them', MEASURES.flatMap(({ splits = [] }) => splits).flatMap(wordsOfSplit)],
  ['columns of a release', ['Team', 'Level', 'Location', 'Tenure', 'Track', ...TENURE.map(({ label }) => label)]],
  ['what each column is for', collectedColumns().map(({ why }) => why)],
];

describe('the server', () => {
  it.each(TABLES)('has German for %s', (_what, texts) => {
    expect(texts.length).toBeGreaterThan(0);
    expect([...new Set(texts)].filter((text) => !knows('de', text))).toEqual([]);
  });

  it('says a policy in German, in plain words and with German numbers', () => {
    const told = POLICY_PACKS.map(({ content }) => inLanguage('de', () => explainPolicy(content)));
    const english = new Set(POLICY_PACKS.flatMap(({ content }) => sentencesOf(explainPolicy(content))));
    const german = told.flatMap(sentencesOf);
    expect(german.filter((sentence) => english.has(sentence))).toEqual([]);
    expect(german.join(' ')).toContain('Ab 1.500 Personen genügen 2,5.');
    expect(german.join(' ')).toMatch(/gelöscht \S+ Jahre, nachdem die Person ausgeschieden ist\./);
    expect(germanReadingEase(told.flatMap(({ protection, purposes }) => [...protection, ...purposes]))).toBeGreaterThanOrEqual(
      50,
    );
  });

  it('says the form of a policy in German', () => {
    const english = new Set(knobsInWords().map(({ label }) => label));
    expect(inLanguage('de', knobsInWords).filter(({ label }) => english.has(label))).toEqual([]);
  });

  it('says in German what the attack on a release tried, which is kept in English', () => {
    const folder = path.join(import.meta.dirname, '../../api/src/disclosure/attack');
    const checks = fs
      .readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /(?<!\.spec)\.ts$/.test(file))
      .flatMap((file) => [...fs.readFileSync(path.join(folder, file), 'utf8').matchAll(/\.check\(\s*[`']([^`']+)[`']/g)])
      .map(([, line = '']) => line.replace(/\$\{[^}]*\}/g, '7'))
      // Of other releases nothing is kept, so that a certificate is the same wherever it is made.
      .filter((line) => !line.startsWith('history:') && !line.includes('against those of release'));
    expect(checks.length).toBeGreaterThan(8);
    expect(checks.filter((line) => inLanguage('de', () => sayAgain(line)) === line)).toEqual([]);
  });

  it('says amounts in the language of whoever asks', () => {
    expect(['none', 'fewer than 10', 'about 1,230'].map((amount) => sayAmount(amount))).toEqual([
      'none',
      'fewer than 10',
      'about 1,230',
    ]);
    expect(inLanguage('de', () => sayAmount('about 1,230'))).toBe('etwa 1.230');
  });
});

const sentencesOf = ({ protection, breakdowns, purposes, retention }: ReturnType<typeof explainPolicy>): string[] => [
  ...protection,
  ...breakdowns,
  ...purposes,
  ...retention.map(({ sentence }) => sentence),
];
