import { t } from '#language';
import type { WriteRights } from '../../access/index.js';
import { Refusal } from '../../platform/index.js';
import type { FileDescription, Sensitivity } from '../files/index.js';
import { remark } from '../remarks.js';

/**
 * Holds a file against what its sender may write.
 *
 * @param names the header, lower case.
 * @throws Refusal `file-not-allowed`, `columns-not-allowed` (3) that names the columns; the caller lets nothing of the
 *   load stand.
 */
export function checkRights(rights: WriteRights, file: FileDescription, names: readonly string[]): void {
  if (!rights.files.includes(file.name))
    throw new Refusal(
      'file-not-allowed',
      t('This sender may not write {file}.csv. Nothing of the load was kept.', { file: file.name }),
    );
  const outside = names.filter((name) => !mayWrite(rights, file, name));
  if (outside.length === 0) return;
  // A header may be a row of values; only what looks like names is repeated.
  const { columns } = remark('unknown-columns', outside);
  throw new Refusal(
    'columns-not-allowed',
    t('This sender may not write these columns of {file}.csv: {columns}. Nothing of the load was kept.', {
      file: file.name,
      columns: columns.join(', '),
    }),
  );
}

function mayWrite(rights: WriteRights, file: FileDescription, name: string): boolean {
  const column = file.columns.find((one) => one.name === name);
  if (column?.key) return true;
  const classes: readonly Sensitivity[] = column?.classes ?? (name.startsWith('demo_') ? ['special'] : []);
  if (classes.some((one) => (one === 'special' || one === 'control') && !rights[one])) return false;
  // What is in no dictionary is not read, so a sender of all columns may send it; a list means what it says.
  return rights.columns === null || rights.columns.includes(`${file.name}.${name}`);
}
