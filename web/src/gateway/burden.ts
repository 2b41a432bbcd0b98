/** A column of the data dictionary, and what one could learn from it. */
export interface NeededColumn {
  readonly name: string;
  readonly needed: boolean;
  readonly holds: string;
  readonly why: string;
  readonly unlocks: readonly string[];
  /** In percentage points; null where it could show none, or nobody knows the size yet. */
  readonly smallestEffect: number | null;
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
  neededFiles { file row columns { name needed holds why unlocks smallestEffect } }
}`;

export const SOURCE_PRESETS = 'query SourcePresets { sourcePresets { key label about files { file columns { name known } } } }';
