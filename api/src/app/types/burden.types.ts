import { Float, ObjectType } from '@nestjs/graphql';
import { Ruled, Said } from '../schema/ruled.js';

@ObjectType({ description: 'The smallest effect that a kind of figure could show: 95 % sure, found in four of five cases.' })
export class SmallestEffect {
  @Ruled(
    () => String,
    'loads',
    'share: a difference in percentage points; mean: a change in standard deviations between people; ratio: how many times as often or as fast.',
  )
  of!: 'share' | 'mean' | 'ratio';
  @Ruled(() => Float, 'loads', 'How large.')
  size!: number;
}

@ObjectType({ description: 'A column of the data dictionary, and what one could learn from it.' })
export class NeededColumn {
  @Ruled(() => String, 'loads', 'Its name.')
  name!: string;
  @Ruled(() => Boolean, 'loads', 'Whether no row can be taken without it.')
  needed!: boolean;
  @Ruled(() => String, 'loads', 'What a cell holds, in words.')
  holds!: string;
  @Ruled(
    () => String,
    'loads',
    'The kind of what it holds: identifier, text, path, zone, date, integer, number, yesNo, choice, …',
  )
  kind!: string;
  @Ruled(() => [String], 'loads', 'The words that it may hold, where they are fixed; else empty.')
  choices!: string[];
  @Said(() => String, 'loads', 'What it is for.')
  why!: string;
  @Said(() => [String], 'loads', 'The measures that it unlocks, by name; empty where it unlocks none by itself.')
  unlocks!: string[];
  @Ruled(
    () => [SmallestEffect],
    'loads',
    'From the design alone: the smallest effects that it could show at this size; empty where it could show none, or nobody knows the size yet.',
  )
  smallestEffects!: SmallestEffect[];
}

@ObjectType({ description: 'A file of the data dictionary: what it asks people for, and what for.' })
export class NeededFile {
  @Ruled(() => String, 'loads', 'Its name.')
  file!: string;
  @Said(() => String, 'loads', 'What one row is.')
  row!: string;
  @Ruled(() => [NeededColumn], 'loads', 'Its columns.')
  columns!: NeededColumn[];
}

@ObjectType({ description: 'A word of a source, and the dictionary’s word for it.' })
export class MappedWord {
  @Ruled(() => String, 'loads', 'What the source says, in lower case.')
  said!: string;
  @Ruled(() => String, 'loads', 'What it means.')
  means!: string;
}

@ObjectType({ description: 'A column of the data dictionary, and how sources call it.' })
export class MappedColumn {
  @Ruled(() => String, 'loads', 'The column of the data dictionary.')
  name!: string;
  @Ruled(() => [String], 'loads', 'What sources call it; the first that is there is read.')
  known!: string[];
  @Ruled(() => String, 'loads', 'Whose it is, where one row is a pair: mentor or mentee; else null.', { nullable: true })
  role!: string | null;
  @Ruled(() => [MappedWord], 'loads', 'Words that are translated.')
  words!: MappedWord[];
}

@ObjectType({ description: 'A file of a source, and the names under which its columns are known.' })
export class MappedColumns {
  @Ruled(() => String, 'loads', 'The file of the data dictionary.')
  file!: string;
  @Ruled(() => [MappedColumn], 'loads', 'Its columns.')
  columns!: MappedColumn[];
  @Ruled(() => String, 'loads', 'How it writes dates; null where it does as its source.', { nullable: true })
  dates!: string | null;
}

@ObjectType({ description: 'A usual kind of source.' })
export class SourcePreset {
  @Ruled(() => String, 'loads', 'How an upload names it.')
  key!: string;
  @Said(() => String, 'loads', 'What it is.')
  label!: string;
  @Said(() => String, 'loads', 'What is read of it, and what is not.')
  about!: string;
  @Ruled(() => [MappedColumns], 'loads', 'Which of its columns are read as what.')
  files!: MappedColumns[];
}
