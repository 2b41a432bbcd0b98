import { saying } from '#language';
import type { MeasureWords } from './words.js';

/** The parts of a report, in their order. */
export const CHAPTERS = {
  participation: saying('Who takes part'),
  experience: saying('What happens in mentoring'),
  outcomes: saying('What comes of it'),
  teams: saying('What it means for teams'),
  foundation: saying('What the numbers rest on'),
} as const;

export type ChapterKey = keyof typeof CHAPTERS;
export const CHAPTER_KEYS = Object.keys(CHAPTERS) as readonly ChapterKey[];
export const isChapter = (text: string): text is ChapterKey => Object.hasOwn(CHAPTERS, text);

/** Questions whose chapter does not follow from the class of their tables. */
const PLACED: Readonly<Record<string, ChapterKey>> = {
  dose: 'experience',
  load: 'experience',
  endings: 'experience',
  continuity: 'teams',
  skill_change: 'outcomes',
  calibration: 'outcomes',
  progression: 'outcomes',
  novel_situations: 'outcomes',
  mentor_change: 'outcomes',
  exit_themes: 'outcomes',
  exit_recommend: 'outcomes',
  pulse: 'outcomes',
  data_quality: 'foundation',
  ownership: 'foundation',
};

const BY_CLASS: Readonly<Record<string, ChapterKey>> = {
  representation: 'participation',
  adjusted: 'participation',
  equity: 'participation',
  model: 'outcomes',
  teams: 'teams',
};

/** The chapter of a measure; a new measure finds its place by the class of its tables. */
export const chapterOf = ({ key, planClass }: Pick<MeasureWords, 'key' | 'planClass'>): ChapterKey =>
  PLACED[key] ?? BY_CLASS[planClass] ?? 'experience';
