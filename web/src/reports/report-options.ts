import type { ReportSubject } from '../gateway/index.js';

export const EXTENTS = [
  { value: 'brief', label: 'Brief: leading questions' },
  { value: 'full', label: 'Full: every question' },
];

export const optionOf = ({ key, label }: { readonly key: string; readonly label: string }) => ({ value: key, label });

/** The value of a choice for which nothing else is named. */
export const PROGRAMME = 'programme';

/** An audit or a track, of whatever quarter. */
export type PackSubject = Omit<ReportSubject, 'period'>;

/** An audit or a track, by its kind and key: a track could be called like a branch. */
export const nameOf = ({ kind, key }: PackSubject): string => `${kind} ${key}`;

/** What is sent of a choice: the programme is what is reported of where nothing is named. */
export const subjectOf = (asked: PackSubject | undefined): Readonly<Record<string, string>> =>
  asked === undefined ? {} : { [asked.kind]: asked.key };
