/** share: percentage points; mean: standard deviations between people; ratio: how many times as often or as fast. */
export interface SmallestEffect {
  readonly of: string;
  readonly size: number;
}

/** A column of the data dictionary, and what one could learn from it. */
export interface NeededColumn {
  readonly name: string;
  readonly needed: boolean;
  readonly holds: string;
  readonly why: string;
  readonly unlocks: readonly string[];
  /** What it could show at this size; empty where that is nothing, or nobody knows the size yet. */
  readonly smallestEffects: readonly SmallestEffect[];
}

export interface NeededFile {
  readonly file: string;
  readonly row: string;
  readonly columns: readonly NeededColumn[];
}

/** A usual kind of source, and how its columns are called. */
export interface SourcePreset {
  readonly key: string;
  readonly label: string;
  readonly about: string;
  readonly files: readonly {
    readonly file: string;
    readonly columns: readonly { readonly name: string; readonly known: readonly string[] }[];
  }[];
}

export const NEEDED_FILES = `query NeededFiles {
  neededFiles { file row columns { name needed holds why unlocks smallestEffects { of size } } }
}`;

export const SOURCE_PRESETS = 'query SourcePresets { sourcePresets { key label about files { file columns { name known } } } }';
