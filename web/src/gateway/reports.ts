import { ACCEPTED } from './selections.js';

/** A file of a report that was made. */
export interface Report {
  readonly id: string;
  readonly code: string;
  readonly format: string;
  readonly period: string;
  readonly releaseId: string;
  readonly superseded: boolean;
  readonly audience: string;
  readonly extent: string;
  readonly name: string;
  readonly bytes: number;
  readonly madeAt: string;
}

interface Named {
  readonly key: string;
  readonly label: string;
}

export interface ReportChoices {
  readonly audiences: readonly Named[];
  readonly formats: readonly Named[];
  readonly chapters: readonly Named[];
}

export interface ReportsAnswer {
  readonly reports: readonly Report[];
  readonly reportChoices: ReportChoices;
}

export const REPORTS_QUERY = `query Reports {
  reports { id code format period releaseId superseded audience extent name bytes madeAt }
  reportChoices { audiences { key label } formats { key label } chapters { key label } }
}`;

export const MAKE_REPORT = `mutation Make($input: ReportInput!) { work: makeReport(input: $input) { ${ACCEPTED} } }`;
export const CANCEL_REPORT = `mutation Cancel($it: ID!) { work: cancelReport(id: $it) { ${ACCEPTED} } }`;

export const reportAddress = (id: string): string => `/api/reports/${encodeURIComponent(id)}/file`;

/** What is known of a printed code or of a file. */
export interface Verification {
  readonly kind: string;
  readonly code: string | null;
  readonly period: string;
  readonly releaseId: string;
  readonly superseded: boolean;
  readonly audience: string | null;
  readonly files: readonly { readonly format: string; readonly hash: string; readonly bytes: number }[];
}

export const VERIFICATION_QUERY = `query Verification($code: String, $hash: String) {
  verification(code: $code, hash: $hash) { kind code period releaseId superseded audience files { format hash bytes } }
}`;
