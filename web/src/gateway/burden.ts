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
  /** identifier, text, path, zone, date, integer, number, yesNo, choice, … */
  readonly kind: string;
  /** The words that it may hold, where they are fixed. */
  readonly choices: readonly string[];
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

/** A column of the dictionary, and how a source calls it. */
export interface MappedColumn {
  readonly name: string;
  readonly known: readonly string[];
  /** mentor or mentee, where one row is a pair. */
  readonly role: string | null;
  readonly words: readonly { readonly said: string; readonly means: string }[];
}

/** How one file of a source is read as a file of the dictionary. */
export interface MappedColumns {
  readonly file: string;
  readonly columns: readonly MappedColumn[];
  readonly dates: string | null;
}

/** A usual kind of source, and how its columns are called. */
export interface SourcePreset {
  readonly key: string;
  readonly label: string;
  readonly about: string;
  readonly files: readonly MappedColumns[];
}

export const NEEDED_FILES = `query NeededFiles {
  neededFiles { file row columns { name needed holds kind choices why unlocks smallestEffects { of size } } }
}`;

const MAPPED = 'file dates columns { name known role words { said means } }';

export const SOURCE_PRESETS = `query SourcePresets { sourcePresets { key label about files { ${MAPPED} } } }`;

export const SOURCE_MAPPING = `query SourceMapping($source: String!) { sourceMapping(source: $source) { ${MAPPED} } }`;
