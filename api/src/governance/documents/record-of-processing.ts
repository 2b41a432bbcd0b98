import { t } from '#language';
import type { DocumentFacts } from './facts.js';
import { type GovernanceDocument, list, section, table, text } from './model.js';
import { byHand, characteristics, data, neverFor, protection, purposes, readers, retention, rights, SECURITY } from './parts.js';

/** Record of processing activities (Art. 30 GDPR). */
export function recordOfProcessing(facts: DocumentFacts): GovernanceDocument {
  return {
    key: 'record-of-processing',
    title: t('Record of processing activities'),
    lead: t('Analytics of the mentoring programme. Article 30 of the GDPR.'),
    sections: [
      section('Who is responsible', [
        table(
          ['What', 'Who'],
          [
            [t('Controller'), facts.organisation],
            [t('Contact'), facts.contact ?? t('not named in the settings')],
            [t('Software'), t('Overstory {version}, run by the controller', { version: facts.productVersion })],
          ],
        ),
        byHand('representative of the controller and data protection officer, with addresses.'),
        byHand(
          'legal basis (for example Article 6(1)(f), or a works agreement), and for personal characteristics the consent under Article 9(2)(a).',
        ),
      ]),
      purposes(facts),
      neverFor(facts),
      section('Categories of people', [
        list([
          'Employees of the organisation, whether or not they take part in mentoring',
          'People who left, for as long as the section on keeping says',
        ]),
      ]),
      data(facts),
      section('Special categories', characteristics(facts)),
      readers(facts),
      section('Transfers', [
        text('The product sends nothing to anybody: no service of ours or of others is called.'),
        byHand('where the server and its backups stand.'),
      ]),
      retention(facts),
      rights(),
      protection(facts),
      section('Technical and organisational measures', [list(SECURITY)]),
    ],
  };
}
