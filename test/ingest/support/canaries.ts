import { type ColumnDescription, fileDescriptions, type IngestSettings } from '../../../api/src/ingest/index.js';
import type { Files } from './loading.js';

/** A mark that stands nowhere but where it was planted. */
const mark = 'qvzcanary';

export const canarySettings: IngestSettings = {
  demographics: [
    { column: 'demo_origin', label: 'Origin', why: 'Equity', values: [{ key: `${mark}-declared`, label: 'Declared' }] },
  ],
  themes: ['growth'],
};

/** What may be found where: sealed values nowhere at all, other values in microdata alone, labels anywhere. */
export interface Canaries {
  readonly files: Files;
  readonly sealed: readonly string[];
  readonly hidden: readonly string[];
}

/** Every file of the dictionary with a mark in every cell that can take one; rows that are taken, and rows that break rules. */
export function plant(): Canaries {
  const files: Record<string, string> = {};
  const sealed: string[] = [];
  const hidden: string[] = [];
  for (const { name, columns } of fileDescriptions) {
    const good = columns.map((column) => cell(name, column, { sealed, hidden }));
    const bad = columns.map((column) => {
      const value = `${mark}-bad-${name}-${column.name}`;
      hidden.push(value);
      return value;
    });
    const extra =
      name === 'people'
        ? { name: ',demo_origin,demo_secret', good: `,${mark}-declared,${mark}-undeclared`, bad: `,${mark}-bad-origin,x` }
        : { name: '', good: '', bad: '' };
    files[`${name}.csv`] = `${columns.map((column) => column.name).join(',')}${extra.name},unknown\n`;
    for (const [cells, more] of [
      [good, extra.good],
      [bad, extra.bad],
    ] as const)
      files[`${name}.csv`] += `${cells.join(',')}${more},${mark}-unread-${name}\n`;
    hidden.push(`${mark}-unread-${name}`);
  }
  hidden.push(`${mark}-undeclared`, `${mark}-bad-origin`, `${mark}-declared`);
  return { files, sealed, hidden };
}

function cell(file: string, { name, type, classes }: ColumnDescription, found: { sealed: string[]; hidden: string[] }): string {
  switch (type.kind) {
    case 'identifier':
    case 'notes': {
      const value = `${mark}-${type.kind === 'notes' ? `Dear ${file}, ask mary@example.org` : `${file}-${name}@example.org`}`;
      found.sealed.push(value);
      return `"${value}"`;
    }
    case 'text':
    case 'path': {
      const value = `${mark}-${file}-${name}`;
      if (!classes.includes('label')) found.hidden.push(value);
      return value;
    }
    case 'choice':
    case 'choices':
      return type.of[0]!;
    case 'date':
      return '2024-02-03';
    case 'integer':
      return String(type.least);
    case 'number':
      return '1';
    case 'yesNo':
      return 'yes';
    case 'zone':
      return 'Europe/Berlin';
    case 'themes':
      return 'growth';
    case 'texts':
    case 'paths':
      return '';
  }
}
