import { describe, expect, it } from '@jest/globals';
import { linesInWords, repairsOf } from './repairs.js';

const problem = (line: number | null, rule = 'date') => ({
  file: 'people.csv',
  line,
  column: 'left_on',
  rule,
  message: `about ${rule}`,
});

describe('repairs', () => {
  it('group places by what mends them, the most frequent first', () => {
    const repairs = repairsOf([problem(3, 'order'), problem(4), problem(9)]);
    expect(repairs.map((repair) => [repair.rule, repair.lines])).toEqual([['date', [4, 9]], ['order', [3]]]); // prettier-ignore
  });

  it('name lines, and a whole file where no line is meant', () => {
    expect(linesInWords([3])).toBe('Line 3');
    expect(linesInWords(Array.from({ length: 52 }, (_, i) => i + 1))).toBe(
      'Lines 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 40 more',
    );
    expect(linesInWords(repairsOf([problem(null)])[0]?.lines ?? [1])).toBe('The whole file');
  });
});
