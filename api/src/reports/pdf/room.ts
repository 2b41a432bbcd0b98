import type { Question } from '../model/model.js';

/** Letters in a line, and points that a line takes, of each kind of text on paper. */
const KINDS = {
  title: { letters: 75, points: 18 },
  text: { letters: 100, points: 14 },
  quiet: { letters: 125, points: 11 },
} as const;

/** Points of a row, and of what stands around a table. */
const [ROW, HEAD] = [11, 30];
/** Points of what a drawing is high as, set as wide as the text. */
const DRAWN = 482 / 720;

/** About how many points a question takes on paper: enough to tell those that fill a page from those that share one. */
export function roomOf(
  { title, question, subtitle, sentences, caveats, howToRead, table }: Question,
  svg: string | null,
): number {
  const lines = (text: string, { letters, points }: (typeof KINDS)[keyof typeof KINDS]): number =>
    Math.ceil(text.length / letters) * points + 6;
  const all = (texts: readonly string[], kind: keyof typeof KINDS): number =>
    texts.reduce((sum, text) => sum + lines(text, KINDS[kind]), 0);
  const drawn = svg === null ? 0 : Number(/ height="(\d+)/.exec(svg)?.[1] ?? 0) * DRAWN + lines(howToRead, KINDS.quiet);
  return (
    all([title], 'title') +
    all([question, ...sentences], 'text') +
    all([subtitle, ...caveats], 'quiet') +
    drawn +
    HEAD +
    table.rows.length * ROW
  );
}
