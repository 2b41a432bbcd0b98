import type { LoadProblem } from '../gateway/index.js';
import { t } from '../language/index.js';

/** Places that one repair mends: same file, column and rule. */
export interface Repair {
  readonly file: string;
  readonly column: string | null;
  readonly rule: string;
  readonly message: string;
  readonly lines: readonly number[];
  readonly places: number;
}

/** Groups problems by what has to be done about them, the most frequent first, then by file and column. */
export function repairsOf(problems: readonly LoadProblem[]): Repair[] {
  const groups = new Map<string, LoadProblem[]>();
  for (const problem of problems) {
    const key = JSON.stringify([problem.file, problem.column, problem.rule, problem.message]);
    groups.set(key, [...(groups.get(key) ?? []), problem]);
  }
  return [...groups.values()].map(repairOf).sort((a, b) => b.places - a.places || order(a).localeCompare(order(b)));
}

const order = (repair: Repair): string => `${repair.file} ${repair.column ?? ''} ${repair.rule}`;

function repairOf(problems: readonly LoadProblem[]): Repair {
  const [first] = problems;
  const lines = problems.map((problem) => problem.line).filter((line) => line !== null);
  return {
    file: first?.file ?? '',
    column: first?.column ?? null,
    rule: first?.rule ?? '',
    message: first?.message ?? '',
    lines,
    places: problems.length,
  };
}

const MOST = 12;

/** `Lines 3, 7, 12 and 40 more`. */
export function linesInWords(lines: readonly number[]): string {
  if (lines.length === 0) return t('The whole file');
  const shown = lines.slice(0, MOST).join(', ');
  const more = lines.length - MOST;
  if (more > 0) return t('Lines {shown} and {more} more', { shown, more });
  return lines.length === 1 ? t('Line {shown}', { shown }) : t('Lines {shown}', { shown });
}
