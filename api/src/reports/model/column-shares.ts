/** Letters of the narrowest and of the widest column, and about how many there are room for beside each other, on paper and on a slide. */
const [NARROWEST, WIDEST, ROOM] = [9, 46, 108];

/** Heads are in heavier letters, and so is the first column where it names the whole. */
const HEAVIER = 1.2;

/** Letters that are left free beside a column. */
const APART = 3;

/** A table as texts. */
export interface PlainTable {
  readonly head: readonly string[];
  readonly numeric: readonly boolean[];
  readonly rows: readonly (readonly string[])[];
}

interface Width {
  /** Of its longest word: no word of a table is broken. */
  readonly least: number;
  readonly wished: number;
}

/** Shares of a table's width by its texts: wide ones get more room, and none gets so much that the others have none. */
export function columnShares({ head, numeric, rows }: PlainTable): number[] {
  const columns = head.map((label, i) => {
    const texts = rows.map((row) => row[i] ?? '');
    return widthOf(label, texts, { numeric: numeric[i] ?? false, heavier: i === 0 ? HEAVIER : 1 });
  });
  const sum = (key: keyof Width): number => columns.reduce((all, one) => all + one[key], 0);
  const spare = Math.min(1, Math.max(0, ROOM - sum('least')) / Math.max(1, sum('wished') - sum('least')));
  return columns.map(({ least, wished }) => least + (wished - least) * spare);
}

/** Numbers stand in one line each. Of words, few long ones need less room than many: they are broken into lines. */
function widthOf(label: string, texts: readonly string[], { numeric, heavier }: { numeric: boolean; heavier: number }): Width {
  const longest = longestOf(texts) * heavier;
  const usual = texts.reduce((sum, text) => sum + text.length, 0) / Math.max(1, texts.length);
  const asked = Math.max(label.length / 2, numeric ? longest : Math.max(Math.sqrt(longest * usual), longest / 2));
  const least = Math.max(NARROWEST, longestWord(label) * HEAVIER, ...texts.map(longestWord)) + APART;
  return { least, wished: Math.max(least, Math.min(asked + APART, WIDEST)) };
}

const longestOf = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => text.length));
const longestWord = (text: string): number => longestOf(text.split(/[\s\u2003]/));
