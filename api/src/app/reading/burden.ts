import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { policyInForce, readSettings } from '../../governance/index.js';
import { type ColumnDescription, type FileDescription, fileDescriptions, SOURCE_PRESETS, wordsOf } from '../../ingest/index.js';
import { measureOf } from '../../measures/index.js';
import { publishedPeriods, readTable } from '../../releases/index.js';
import type { NeededColumn, NeededFile, SourcePreset } from '../types/burden.types.js';
import { Database } from './database.js';
import { type Design, smallestDifference, smallestShare } from './smallest-effect.js';
import { UNLOCKS } from './unlocks.js';

/** Everybody, and those who take part as mentees, as the newest release has them. */
interface Sizes {
  readonly everybody: Design | null;
  readonly mentees: Design | null;
}

/** What each source asks people for, and what one could learn from it. */
@Injectable()
export class Burden {
  constructor(
    private readonly database: Database,
    private readonly tx: EntityManager,
  ) {}

  /** Every file of the data dictionary with its columns; declared characteristics among them. */
  async files(): Promise<NeededFile[]> {
    const { settings } = await readSettings(this.database.reader);
    const sizes = await this.sizes();
    return fileDescriptions.map((file) => ({
      file: file.name,
      row: file.row,
      columns: [
        ...file.columns.map((column) => neededColumn(file, column, sizes)),
        ...(file.demographics ? settings.demographics : []).map(({ column, why }) => characteristic(column, why, sizes)),
      ],
    }));
  }

  presets(): SourcePreset[] {
    return SOURCE_PRESETS.map(({ key, label, about, profile }) => ({
      key,
      label,
      about,
      files: profile.files.map(({ file, columns, rows = [] }) => {
        const all = [columns, ...rows.map((row) => row.columns ?? {})].flatMap((of) => Object.entries(of));
        return { file, columns: all.map(([name, known]) => ({ name, known: [...known] })) };
      }),
    }));
  }

  /** Read from what is published alone: nobody is counted for this page. */
  private async sizes(): Promise<Sizes> {
    const { noiseLevel } = (await policyInForce(this.database.reader, new Date().toISOString().slice(0, 10))).disclosure;
    const [newest] = (await publishedPeriods(this.tx)).sort((a, b) => (a.endsOn < b.endsOn ? 1 : -1));
    if (!newest) return { everybody: null, mentees: null };
    const asked = { releaseId: newest.releaseId, measure: 'participation', variant: 'mentee', breakdown: [] };
    const whole = (await readTable(this.tx, asked))?.cells[0];
    if (whole?.status !== 'shown') return { everybody: null, mentees: null };
    const of = (name: string): Design | null => {
      const people = whole.drawn[name]?.value ?? 0;
      return people > 0 ? { people, noiseLevel } : null;
    };
    return { everybody: of('eligible'), mentees: of('participants') };
  }
}

const SPLITS = '*';

function neededColumn(file: FileDescription, column: ColumnDescription, sizes: Sizes): NeededColumn {
  const { name, why, type } = column;
  const keys = UNLOCKS[file.name]?.[name] ?? [];
  const needed = Boolean((column.key && !column.mayBeEmpty) || column.required);
  return {
    name,
    needed,
    holds: wordsOf(type),
    why,
    unlocks: labelsOf(keys),
    smallestEffect: needed ? null : effectOf(keys, sizes),
  };
}

const characteristic = (name: string, why: string, { everybody }: Sizes): NeededColumn => ({
  name,
  needed: false,
  holds: 'one of the rows declared in the settings',
  why,
  unlocks: labelsOf([SPLITS]),
  smallestEffect: everybody && smallestDifference(everybody, true),
});

function labelsOf(keys: readonly string[]): string[] {
  return keys.flatMap((key) => (key === SPLITS ? ['Every figure, group by group'] : (measureOf(key)?.label ?? [])));
}

function effectOf(keys: readonly string[], { everybody, mentees }: Sizes): number | null {
  if (keys.includes(SPLITS)) return everybody && smallestDifference(everybody, false);
  return keys.length > 0 && mentees ? smallestShare(mentees) : null;
}
