import type { ReportChoices, ReportSubject } from '../gateway/index.js';
import { language, LANGUAGES, t } from '../language/index.js';

export const EXTENTS = [
  { value: 'brief', label: t('Brief: leading questions') },
  { value: 'full', label: t('Full: every question') },
];

export const optionOf = ({ key, label }: { readonly key: string; readonly label: string }) => ({ value: key, label });

/** How much a report says, in a word. */
export const extentName = (extent: string): string => (extent === 'full' ? t('full') : t('brief'));

/** The value of a choice for which nothing else is named. */
export const PROGRAMME = 'programme';

/** An audit or a track, of whatever quarter. */
export type PackSubject = Omit<ReportSubject, 'period'>;

/** An audit or a track, by its kind and key: a track could be called like a branch. */
export const nameOf = ({ kind, key }: PackSubject): string => `${kind} ${key}`;

/** What is sent of a choice: the programme is what is reported of where nothing is named. */
export const subjectOf = (asked: PackSubject | undefined): Readonly<Record<string, string>> =>
  asked === undefined ? {} : { [asked.kind]: asked.key };

/** A report begins in the language of the page, where it can be written in that. */
export const spokenIn = ({ languages }: Pick<ReportChoices, 'languages'>): string =>
  (languages.find(({ key }) => key === language()) ?? languages[0])?.key ?? '';

/** A language by its own name. */
export const languageName = (key: string): string => Object.entries(LANGUAGES).find(([known]) => known === key)?.[1] ?? key;
