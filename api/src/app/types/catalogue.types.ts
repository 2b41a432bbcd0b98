import { ObjectType, registerEnumType } from '@nestjs/graphql';
import { Ruled } from '../schema/ruled.js';

export enum CellStatus {
  SHOWN = 'shown',
  SUPPRESSED = 'suppressed',
  NOT_ESTIMABLE = 'notEstimable',
  STRUCTURAL_ZERO = 'structuralZero',
  NOT_COLLECTED = 'notCollected',
}
registerEnumType(CellStatus, {
  name: 'CellStatus',
  description: 'What a published place can be. Absence always has a name.',
  valuesMap: {
    SHOWN: { description: 'There is a result.' },
    SUPPRESSED: { description: 'Hidden to protect people in small groups; there is one mark for every reason.' },
    NOT_ESTIMABLE: { description: 'Too little to say anything; reason names why.' },
    STRUCTURAL_ZERO: { description: 'There is nobody, by open facts.' },
    NOT_COLLECTED: { description: 'The organisation does not collect this.' },
  },
});

@ObjectType({ description: 'A quarter with a published release.' })
export class PublishedPeriod {
  @Ruled(() => String, 'catalogue', 'For example 2026-Q3.')
  key!: string;
  @Ruled(() => String, 'catalogue', 'For example Q3 2026 (July to September).')
  label!: string;
  @Ruled(() => String, 'catalogue', 'First day, YYYY-MM-DD.')
  startsOn!: string;
  @Ruled(() => String, 'catalogue', 'Last day, YYYY-MM-DD.')
  endsOn!: string;
  @Ruled(() => String, 'catalogue', 'The release that is read for it: the newest of the period.')
  releaseId!: string;
}

@ObjectType({ description: 'A key and what it is called.' })
export class Named {
  @Ruled(() => String, 'catalogue', 'In addresses and files.')
  key!: string;
  @Ruled(() => String, 'catalogue', 'On a page.')
  label!: string;
}

@ObjectType({ description: 'Whom a measure can be asked about.' })
export class MeasureVariant extends Named {
  @Ruled(() => String, 'catalogue', 'The secret that it is about.')
  subject!: string;
}

@ObjectType({ description: 'One number or verdict of a measure.' })
export class MeasureValue {
  @Ruled(() => String, 'catalogue', 'Its name in cells and files.')
  key!: string;
  @Ruled(() => String, 'catalogue', 'Its name on a page.')
  label!: string;
  @Ruled(
    () => String,
    'catalogue',
    'How it is written: people, fraction (0 to 1), ratio, difference, count, minutes, verdict and the like.',
  )
  format!: string;
}

@ObjectType({ description: 'What a measure asks, and how it is to be read.' })
export class Measure {
  @Ruled(() => String, 'catalogue', 'Its name in addresses and files.')
  key!: string;
  @Ruled(() => String, 'catalogue', 'Its name on a page.')
  label!: string;
  @Ruled(() => String, 'catalogue', 'The question it answers.')
  question!: string;
  @Ruled(() => String, 'catalogue', 'The query of this schema that reads it.')
  field!: string;
  @Ruled(() => String, 'catalogue', 'The secrets that it is about.')
  subject!: string;
  @Ruled(() => String, 'catalogue', 'What is counted.')
  unit!: string;
  @Ruled(() => String, 'catalogue', 'Who is in it.')
  population!: string;
  @Ruled(() => String, 'catalogue', 'What is put above the line.')
  numerator!: string;
  @Ruled(() => String, 'catalogue', 'What is put below it.')
  denominator!: string;
  @Ruled(() => String, 'catalogue', 'How its interval is made.')
  interval!: string;
  @Ruled(() => String, 'catalogue', 'When there is no answer.')
  whenThereIsNoAnswer!: string;
  @Ruled(() => String, 'catalogue', 'Where the method comes from.')
  source!: string;
  @Ruled(() => String, 'catalogue', 'How it is drawn: forest, rate, mean and the like.')
  figure!: string;
  @Ruled(() => [MeasureVariant], 'catalogue', 'Whom it can be asked about.')
  variants!: MeasureVariant[];
  @Ruled(() => String, 'catalogue', 'The value that stands for the whole.')
  primary!: string;
  @Ruled(() => [MeasureValue], 'catalogue', 'Its values, in the order of a table.')
  values!: MeasureValue[];
  @Ruled(() => [String], 'catalogue', 'What it must not be used for.')
  notFor!: string[];
  @Ruled(() => String, 'catalogue', 'What to read beside it, so that it is not gamed.')
  counterMeasure!: string;
  @Ruled(() => String, 'catalogue', 'How it is computed, in words.')
  method!: string;
}

@ObjectType({ description: 'A way in which a measure is split in a release.' })
export class Breakdown {
  @Ruled(() => [String], 'catalogue', 'The dimensions; none is the organisation.')
  by!: string[];
  @Ruled(() => String, 'catalogue', 'In words: by team and level.')
  label!: string;
  @Ruled(() => Boolean, 'catalogue', 'Whether a personal characteristic takes part.')
  special!: boolean;
}

@ObjectType({ description: 'A value of a dimension.' })
export class DimensionValue {
  @Ruled(() => String, 'catalogue', 'In addresses and files.')
  key!: string;
  @Ruled(() => String, 'catalogue', 'On a page.')
  label!: string;
  @Ruled(() => String, 'catalogue', 'The node above it, in a tree.', { nullable: true })
  parent!: string | null;
}

@ObjectType({ description: 'A column by which results are split.' })
export class Dimension {
  @Ruled(() => String, 'catalogue', 'Its name in addresses and files.')
  key!: string;
  @Ruled(() => String, 'catalogue', 'Its name on a page.')
  label!: string;
  @Ruled(() => String, 'catalogue', 'tree, ordered or nominal.')
  kind!: string;
  @Ruled(() => String, 'catalogue', 'open, special or secret.')
  sensitivity!: string;
  @Ruled(() => [DimensionValue], 'catalogue', 'Its values, in display order.')
  values!: DimensionValue[];
}
