import { t } from '#language';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { policyInForce, readSettings } from '../../governance/index.js';
import {
  type ColumnDescription,
  type FileDescription,
  fileDescriptions,
  savedProfile,
  SOURCE_PRESETS,
  wordsOf,
} from '../../ingest/index.js';
import type { Dimension } from '../../kernel/index.js';
import { type MeasureContract, measureOf } from '../../measures/index.js';
import { dimensionsOf, publishedPeriods, readTable } from '../../releases/index.js';
import type { MappedColumns, NeededColumn, NeededFile, SmallestEffect, SourcePreset } from '../types/burden.types.js';
import { Database } from './database.js';
import { type Design, smallestDifference, smallestMean, smallestRatio, smallestShare } from './smallest-effect.js';
import { mappedColumns } from './mapped-columns.js';
import { UNLOCKS } from './unlocks.js';

/** Everybody, those who take part as mentees, and the teams, as the newest release has them. */
interface Sizes {
  readonly everybody: Design | null;
  readonly mentees: Design | null;
  readonly teams: Design | null;
}

const UNKNOWN: Sizes = { everybody: null, mentees: null, teams: null };

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
      files: profile.files.map(mappedColumns),
    }));
  }

  /** How the files of a source are read, as it is remembered. */
  async remembered(source: string): Promise<MappedColumns[]> {
    const profile = await savedProfile(this.database.reader, source);
    return (profile?.files ?? []).map((mapping) => ({
      ...mappedColumns(mapping),
      dates: mapping.dates ?? profile?.dates ?? null,
    }));
  }

  /** Read from what is published alone: nobody is counted for this page. */
  private async sizes(): Promise<Sizes> {
    const { noiseLevel } = (await policyInForce(this.database.reader, new Date().toISOString().slice(0, 10))).disclosure;
    const [newest] = (await publishedPeriods(this.tx)).sort((a, b) => (a.endsOn < b.endsOn ? 1 : -1));
    if (!newest) return UNKNOWN;
    const asked = { releaseId: newest.releaseId, measure: 'participation', variant: 'mentee', breakdown: [] };
    const whole = (await readTable(this.tx, asked))?.cells[0];
    if (whole?.status !== 'shown') return UNKNOWN;
    const design = (people = 0): Design | null => (people > 0 ? { people, noiseLevel } : null);
    const teams = lowestTeams(await dimensionsOf(this.tx, newest.releaseId));
    const { eligible, participants } = whole.drawn;
    return { everybody: design(eligible?.value), mentees: design(participants?.value), teams: design(teams) };
  }
}

const SPLITS = '*';

function lowestTeams(dimensions: readonly Dimension[]): number {
  const values = dimensions.find(({ key }) => key === 'team')?.values ?? [];
  const above = new Set(values.map(({ parent }) => parent));
  return values.filter(({ key }) => !above.has(key)).length;
}

function neededColumn(file: FileDescription, column: ColumnDescription, sizes: Sizes): NeededColumn {
  const { name, why, type } = column;
  const keys = UNLOCKS[file.name]?.[name] ?? [];
  const needed = Boolean((column.key && !column.mayBeEmpty) || column.required);
  return {
    name,
    needed,
    holds: wordsOf(type),
    kind: type.kind,
    choices: choicesOf(type),
    why,
    unlocks: labelsOf(keys),
    smallestEffects: needed ? [] : effectsOf(keys, sizes),
  };
}

function choicesOf(type: ColumnDescription['type']): string[] {
  if (type.kind === 'yesNo') return ['yes', 'no'];
  return type.kind === 'choice' ? [...type.of] : [];
}

const characteristic = (name: string, why: string, { everybody }: Sizes): NeededColumn => ({
  name,
  needed: false,
  holds: t('one of the rows declared in the settings'),
  kind: 'text',
  choices: [],
  why,
  unlocks: labelsOf([SPLITS]),
  smallestEffects: effect('share', everybody && smallestDifference(everybody, true)),
});

function labelsOf(keys: readonly string[]): string[] {
  return keys.flatMap((key) => (key === SPLITS ? ['Every figure, group by group'] : (measureOf(key)?.label ?? [])));
}

/** One for each kind of figure that the column unlocks: what could be seen at this size. */
function effectsOf(keys: readonly string[], sizes: Sizes): SmallestEffect[] {
  const { everybody } = sizes;
  const split = keys.includes(SPLITS) ? effect('share', everybody && smallestDifference(everybody, false)) : [];
  const measures = keys.flatMap((key) => measureOf(key) ?? []);
  return [...new Map([...split, ...measures.flatMap((one) => effectOf(one, sizes))].map((one) => [one.of, one])).values()];
}

function effectOf(measure: MeasureContract, { mentees, teams }: Sizes): SmallestEffect[] {
  const design = measure.subject === 'teams' ? teams : mentees;
  if (design === null) return [];
  switch (effectKindOf(measure)) {
    case 'mean':
      return effect('mean', smallestMean(design));
    case 'ratio':
      return effect('ratio', smallestRatio(design));
    case 'share':
      return effect('share', smallestShare(design));
  }
}

/** A model answers with a ratio of how fast people get there, or with a difference of means. */
function effectKindOf({ figure, values, primary }: MeasureContract): SmallestEffect['of'] {
  if (figure === 'model') return values.find(({ key }) => key === primary)?.format === 'ratio' ? 'ratio' : 'mean';
  if (figure === 'curve') return 'ratio';
  return figure === 'mean' ? 'mean' : 'share';
}

const effect = (of: SmallestEffect['of'], size: number | null): SmallestEffect[] => (size === null ? [] : [{ of, size }]);
