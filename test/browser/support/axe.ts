import fs from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What another theme or width can break in a page whose structure was judged already. */
const LOOKS = ['color-contrast', 'target-size'];

interface Node {
  readonly target: readonly string[];
  readonly failureSummary: string;
}

interface Result {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly Node[];
}

interface Judged {
  readonly violations: readonly Result[];
  readonly incomplete: readonly Result[];
}

/** What axe finds on a page as it stands, and what it cannot judge. */
export async function judged(page: Page, rules: 'all' | 'looks' = 'all'): Promise<{ findings: string[]; doubts: string[] }> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const runOnly = rules === 'all' ? { type: 'tag', values: TAGS } : { type: 'rule', values: LOOKS };
  const { violations, incomplete } = await page.evaluate(run, runOnly);
  return { findings: violations.map(told), doubts: incomplete };
}

/** Rule, impact and first places of every violation. */
export const axe = async (page: Page): Promise<string[]> => (await judged(page)).findings;

/**
 * Runs in the page. Of what axe leaves open only that comes back which nothing else judges: texts of drawings and marks of
 * hidden places are measured by a test of our own, what a table has scrolled out of sight looks like what is in sight, and
 * signs without a letter stand beside words that say the same.
 */
async function run(runOnly: object): Promise<{ violations: Result[]; incomplete: string[] }> {
  const { axe } = window as unknown as { axe: { run: (options: object) => Promise<Judged> } };
  const { violations, incomplete } = await axe.run({ runOnly, resultTypes: ['violations', 'incomplete'] });
  const judgedElsewhere = 'svg, svg *, [data-status], [data-status] *, [role="region"][tabindex="0"] *';
  const open = incomplete.flatMap(({ id, nodes }) =>
    nodes
      .map(({ target }) => target.join(' '))
      .filter((place) => {
        const found = document.querySelector(place);
        const isSign = !/[\p{L}\p{N}]/u.test(found?.textContent ?? 'a');
        return id !== 'color-contrast' || !(isSign || found?.matches(judgedElsewhere) === true);
      })
      .map((place) => `${id}: ${place}`),
  );
  return { violations: [...violations], incomplete: open };
}

const told = ({ id, impact, nodes }: Result): string =>
  `${id} (${impact}): ${nodes
    .slice(0, 2)
    .map((node) => `${node.target.join(' ')} ${node.failureSummary}`)
    .join(' | ')}`;
