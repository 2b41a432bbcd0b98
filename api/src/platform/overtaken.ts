import { Refusal } from './refusal.js';

interface SqlFile {
  readonly name: string;
  readonly sql: string;
}

/**
 * A file may come late: two were written beside each other, and the one with the higher number was applied first. That is no
 * harm where they have nothing in common. Where they have, the older text would undo the newer one.
 *
 * @throws Refusal `migration-out-of-order` that names both files and what they share.
 */
export function refuseOvertaken(waiting: readonly SqlFile[], applied: readonly SqlFile[]): void {
  for (const late of waiting) {
    const changes = changedBy(late.sql);
    for (const newer of applied.filter(({ name }) => name > late.name)) {
      const shared = [...changedBy(newer.sql)].find((object) => changes.has(object));
      if (shared !== undefined) throw overtaken(late.name, newer.name, shared);
    }
  }
}

const overtaken = (late: string, newer: string, shared: string): Refusal =>
  new Refusal(
    'migration-out-of-order',
    `${late} cannot be applied any more: ${newer} was applied before it, and both change ${shared}. Nothing was changed. ` +
      'This database goes on with the version of Overstory that ran here before; this version needs a new installation.',
  );

const KINDS = 'table|view|function|procedure|trigger|type|index|policy|sequence';
const STATEMENT = new RegExp(
  `\\b(?:create(?:\\s+or\\s+replace|\\s+unique)?|alter|drop|update|insert\\s+into|delete\\s+from|disable|enable)\\s+` +
    `(?:(?:${KINDS})\\s+)?(?:if\\s+(?:not\\s+)?exists\\s+)?([a-z_]+\\.[a-z_]+)`,
  'gi',
);

/** Tables, views and functions that a file makes, changes, removes or fills, by name with their schema. */
function changedBy(sql: string): Set<string> {
  const plain = sql.replace(/--[^\n]*/g, '');
  return new Set([...plain.matchAll(STATEMENT)].map(([, name = '']) => name.toLowerCase()));
}
