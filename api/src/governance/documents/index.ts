import type { DocumentFacts } from './facts.js';
import { impactAssessment } from './impact-assessment.js';
import type { DocumentKey, GovernanceDocument } from './model.js';
import { recordOfProcessing } from './record-of-processing.js';
import { worksCouncilAnnex } from './works-council-annex.js';

export { type CollectedFact, type DocumentFacts, type MeasureFact, type OutsideFacts, readFacts } from './facts.js';
export { documentAsHtml, sampleLine, writtenLine } from './html.js';
export type { Block, DocumentKey, GovernanceDocument, Section } from './model.js';

const WRITERS: Readonly<Record<DocumentKey, (facts: DocumentFacts) => GovernanceDocument>> = {
  'record-of-processing': recordOfProcessing,
  'impact-assessment': impactAssessment,
  'works-council-annex': worksCouncilAnnex,
};

export const DOCUMENT_KEYS = Object.keys(WRITERS) as readonly DocumentKey[];

/** Writes one of the documents from the running configuration. */
export const writeDocument = (key: DocumentKey, facts: DocumentFacts): GovernanceDocument => WRITERS[key](facts);
