import { t } from '#language';
import type { DocumentFacts } from './facts.js';
import { type GovernanceDocument, list, section, type Section, table, text } from './model.js';
import { byHand, characteristics, data, neverFor, protection, purposes, readers, retention, rights, SECURITY } from './parts.js';

/** Draft of a data protection impact assessment (Art. 35 GDPR). */
export function impactAssessment(facts: DocumentFacts): GovernanceDocument {
  return {
    key: 'impact-assessment',
    title: t('Data protection impact assessment: draft'),
    lead: t('Analytics of the mentoring programme. Article 35 of the GDPR. A draft: what the product cannot know is marked.'),
    sections: [
      section('What is planned', [
        text(
          t('{organisation} evaluates its mentoring programme.', { organisation: facts.organisation }),
          'Files from existing systems are loaded, identifiers are replaced, and results about groups are published each quarter.',
        ),
        list(facts.measures.map(({ label, question }) => `${t(label)}: ${t(question)}`)),
      ]),
      purposes(facts),
      neverFor(facts),
      data(facts),
      section('Personal characteristics', characteristics(facts)),
      necessity(facts),
      readers(facts),
      retention(facts),
      rights(),
      protection(facts),
      risks(),
      section('Technical and organisational measures', [list(SECURITY)]),
      section('Views of those concerned', [
        byHand('what the works council and the people concerned said, and what was changed.'),
        byHand('advice of the data protection officer, and the decision, with date and signature.'),
      ]),
    ],
  };
}

const necessity = ({ policy: { disclosure } }: DocumentFacts): Section =>
  section('Necessity and proportion', [
    list([
      'Whether groups get mentoring alike cannot be seen without knowing who belongs to which group; single people are not needed in any result, and are in none.',
      'Free text is encrypted when it is read and used for nothing.',
      'No system is watched: there is no tracking of messages, calendars or code. What is loaded is what people or the programme wrote down on purpose.',
      t(
        'Groups below {dimension} people, or {special} with a personal characteristic, are not shown even where it would be interesting.',
        disclosure.thresholds,
      ),
      'No decision about a person is made by the product or from its results.',
    ]),
  ]);

const risks = (): Section =>
  section('Risks, and what stands against them', [
    table(
      ['Risk', 'What stands against it', 'What remains'],
      RISKS.map((row) => row.map((cell) => t(cell))),
    ),
    byHand('likelihood and severity of each risk in this organisation, and whether what remains is acceptable.'),
  ]);

const RISKS: readonly (readonly string[])[] = [
  [
    'A colleague works out from results whether somebody takes part',
    'Every count that depends on who takes part is moved by chance; groups are large; how much can be told about one person is measured and limited',
    'A small gain over guessing, printed in the certificate of each release',
  ],
  [
    'Somebody subtracts one number from another, or one quarter from the next',
    'Groups hidden by subtraction; noise drawn afresh in each release; an attack on every release before it is published',
    'Nothing that the attack finds',
  ],
  [
    'An administrator looks',
    'No page, query or file shows a person, to any role',
    'Whoever has both database and keys, and may use them outside of the product',
  ],
  [
    'Results are used to judge people',
    'No figure about a person, a pair or a single mentor; every measure says what it must not be used for',
    'A manager who draws conclusions about a group’s members all the same',
  ],
  [
    'A personal characteristic becomes known',
    'Consent, groups of the higher size, both counts moved by chance, a limit over all releases for good',
    'A fact about a group is a probable statement about its members',
  ],
  [
    'Data are kept too long',
    'Deletion by class of files, with a run that says first what would go',
    'Backups until they are overwritten',
  ],
  ['Somebody is not told', 'Trust pages without an account, in plain words', 'People who never look at them'],
];
