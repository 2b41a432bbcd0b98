import { Int, ObjectType } from '@nestjs/graphql';
import { Ruled } from '../schema/ruled.js';

@ObjectType({ description: 'A column of the data dictionary, and what one could learn from it.' })
export class NeededColumn {
  @Ruled(() => String, 'loads', 'Its name.')
  name!: string;
  @Ruled(() => Boolean, 'loads', 'Whether no row can be taken without it.')
  needed!: boolean;
  @Ruled(() => String, 'loads', 'What a cell holds, in words.')
  holds!: string;
  @Ruled(() => String, 'loads', 'What it is for.')
  why!: string;
  @Ruled(() => [String], 'loads', 'The measures that it unlocks, by name; empty where it unlocks none by itself.')
  unlocks!: string[];
  @Ruled(
    () => Int,
    'loads',
    'From the design alone: the smallest difference that it could show at this size, in percentage points; null where it could show none, or nobody knows the size yet.',
    { nullable: true },
  )
  smallestEffect!: number | null;
}

@ObjectType({ description: 'A file of the data dictionary: what it asks people for, and what for.' })
export class NeededFile {
  @Ruled(() => String, 'loads', 'Its name.')
  file!: string;
  @Ruled(() => String, 'loads', 'What one row is.')
  row!: string;
  @Ruled(() => [NeededColumn], 'loads', 'Its columns.')
  columns!: NeededColumn[];
}

@ObjectType({ description: 'A column of the data dictionary, and how sources call it.' })
export class MappedColumn {
  @Ruled(() => String, 'loads', 'The column of the data dictionary.')
  name!: string;
  @Ruled(() => [String], 'loads', 'What sources call it; the first that is there is read.')
  known!: string[];
}

@ObjectType({ description: 'A file of a source, and the names under which its columns are known.' })
export class MappedColumns {
  @Ruled(() => String, 'loads', 'The file of the data dictionary.')
  file!: string;
  @Ruled(() => [MappedColumn], 'loads', 'Its columns.')
  columns!: MappedColumn[];
}

@ObjectType({ description: 'A usual kind of source.' })
export class SourcePreset {
  @Ruled(() => String, 'loads', 'How an upload names it.')
  key!: string;
  @Ruled(() => String, 'loads', 'What it is.')
  label!: string;
  @Ruled(() => String, 'loads', 'What is read of it, and what is not.')
  about!: string;
  @Ruled(() => [MappedColumns], 'loads', 'Which of its columns are read as what.')
  files!: MappedColumns[];
}
