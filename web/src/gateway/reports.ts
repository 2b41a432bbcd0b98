import { ACCEPTED } from './selections.js';

/** A file of a report that was made. */
export interface Report {
  readonly id: string;
  readonly code: string;
  readonly format: string;
  readonly period: string;
  readonly releaseId: string;
  readonly superseded: boolean;
  readonly about: string;
  /** Of an audit: its branch, empty for the programme. */
  readonly audit: string | null;
  readonly audience: string;
  readonly extent: string;
  readonly language: string;
  readonly name: string;
  readonly bytes: number;
  readonly madeAt: string;
}

interface Named {
  readonly key: string;
  readonly label: string;
}

/** An audit or a track that a report of a quarter can be about, instead of the programme. */
export interface ReportSubject extends Named {
  readonly kind: string;
  readonly period: string;
}

export interface ReportChoices {
  readonly audiences: readonly Named[];
  readonly formats: readonly Named[];
  readonly chapters: readonly Named[];
  readonly languages: readonly Named[];
  readonly subjects: readonly ReportSubject[];
}

export interface ReportsAnswer {
  readonly reports: readonly Report[];
  readonly reportChoices: ReportChoices;
}

export const REPORTS_QUERY = `query Reports {
  reports { id code format period releaseId superseded about audit audience extent language name bytes madeAt }
  reportChoices { audiences { key label } formats { key label } chapters { key label } languages { key label } subjects { kind key label period } }
}`;

export const MAKE_REPORT = `mutation Make($input: ReportInput!) { work: makeReport(input: $input) { ${ACCEPTED} } }`;
export const CANCEL_REPORT = `mutation Cancel($it: ID!) { work: cancelReport(id: $it) { ${ACCEPTED} } }`;

/** A report that is made by itself whenever a release is published or, of an audit, when it is signed. */
export interface Pack {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly audience: string;
  readonly format: string;
  readonly extent: string;
  readonly language: string;
  readonly channels: readonly string[];
}

export interface Packs {
  readonly packs: readonly Pack[];
  /** Where this server can put or tell of a report. */
  readonly channels: readonly Named[];
}

const PACKS = 'packs { id name about audience format extent language channels } channels { key label }';
const CHANGED = `__typename ... on Packs { ${PACKS} } ... on Refused { code message }`;

export const PACKS_QUERY = `query Packs { packs { ${PACKS} } }`;
export const SAVE_PACK = `mutation SavePack($input: PackInput!) { done: savePack(input: $input) { ${CHANGED} } }`;
export const MAKE_PACK = `mutation MakePack($it: ID!) { work: makePack(id: $it) { ${ACCEPTED} } }`;
export const END_PACK = `mutation EndPack($it: ID!) { done: endPack(id: $it) { ${CHANGED} } }`;

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
