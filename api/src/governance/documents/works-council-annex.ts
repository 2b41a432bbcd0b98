import { t } from '#language';
import type { DocumentFacts } from './facts.js';
import { type GovernanceDocument, list, section, table, text } from './model.js';
import { byHand, characteristics, data, neverFor, protection, purposes, readers, retention, rights } from './parts.js';

/** Annex to a works agreement: what the system does, and what it cannot do. */
export function worksCouncilAnnex(facts: DocumentFacts): GovernanceDocument {
  return {
    key: 'works-council-annex',
    title: t('Annex for the works council'),
    lead: t('What the mentoring analytics of this organisation do, and what they cannot do.'),
    sections: [
      section('In short', [
        list([
          'No screen, query, file or log shows a person or who works with whom. No role is excepted.',
          t(
            'Results are about groups of at least {dimension} people, {special} where a personal characteristic is involved.',
            facts.policy.disclosure.thresholds,
          ),
          'Nobody’s meetings, minutes or messages are counted for anybody to see.',
          'The works council can read everything that is published, every certificate, and the trail of who opened what.',
          'Nothing of this gets looser without a second person saying yes, and never for a quarter that has begun.',
        ]),
      ]),
      purposes(facts),
      neverFor(facts),
      section('Evaluations', [
        text('These questions are answered, and no others:'),
        table(
          ['Figure', 'Question'],
          facts.measures.map(({ label, question }) => [t(label), t(question)]),
        ),
      ]),
      protection(facts),
      data(facts),
      section('Personal characteristics', characteristics(facts)),
      readers(facts),
      retention(facts),
      rights(),
      section('What the works council can check by itself', [
        list([
          'The policy in force, its earlier versions, who proposed and who approved them, and why: page “Policies”.',
          'The certificate of each release: which rules, which attack, how much could be told about one person at most.',
          'An exported release, with a program that needs no access to anything: overstory release attack FILE, overstory release verify FILE.',
          'The audit trail, with the role of auditor: who read, sent, decided or was refused what.',
          'What another role sees, with the role of auditor: preview as a role.',
        ]),
      ]),
      section('Changes', [
        text(
          'A policy is proposed by the programme owner and approved by the auditor. It holds from the next quarter on. This annex is written anew from the configuration whenever it is asked for; the version of the policy stands in it.',
        ),
        byHand('who of the works council holds the role of auditor, and how changes are announced.'),
      ]),
    ],
  };
}
