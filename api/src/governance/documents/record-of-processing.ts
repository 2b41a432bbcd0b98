import type { DocumentFacts } from './facts.js';
import { type GovernanceDocument, list, table, text } from './model.js';
import { byHand, characteristics, data, neverFor, protection, purposes, readers, retention, rights, SECURITY } from './parts.js';

/** Record of processing activities (Art. 30 GDPR). */
export function recordOfProcessing(facts: DocumentFacts): GovernanceDocument {
  return {
    key: 'record-of-processing',
    title: 'Record of processing activities',
    lead: 'Analytics of the mentoring programme. Article 30 of the GDPR.',
    sections: [
      {
        title: 'Who is responsible',
        blocks: [
          table(
            ['What', 'Who'],
            [
              ['Controller', facts.organisation],
              ['Contact', facts.contact ?? 'not named in the settings'],
              ['Software', `Overstory ${facts.productVersion}, run by the controller`],
            ],
          ),
          byHand('representative of the controller and data protection officer, with addresses.'),
          byHand(
            'legal basis (for example Article 6(1)(f), or a works agreement), and for personal characteristics the consent under Article 9(2)(a).',
          ),
        ],
      },
      purposes(facts),
      neverFor(facts),
      {
        title: 'Categories of people',
        blocks: [
          list([
            'Employees of the organisation, whether or not they take part in mentoring',
            'People who left, for as long as the section on keeping says',
          ]),
        ],
      },
      data(facts),
      { title: 'Special categories', blocks: characteristics(facts) },
      readers(facts),
      {
        title: 'Transfers',
        blocks: [
          text('The product sends nothing to anybody: no service of ours or of others is called.'),
          byHand('where the server and its backups stand.'),
        ],
      },
      retention(facts),
      rights,
      protection(facts),
      { title: 'Technical and organisational measures', blocks: [list(SECURITY)] },
    ],
  };
}
