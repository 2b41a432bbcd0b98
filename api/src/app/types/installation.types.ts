import { Float, Int, ObjectType } from '@nestjs/graphql';
import { Ruled, Said } from '../schema/ruled.js';

@ObjectType({ description: 'The smallest groups that are shown.' })
export class Thresholds {
  @Ruled(() => Int, 'public', 'People in a group by team, level, location and the like.')
  dimension!: number;
  @Ruled(() => Int, 'public', 'People in a group by a personal characteristic.')
  special!: number;
}

@ObjectType({ description: 'Ratios that count as similar: agreed before anybody looks, and no legal test.' })
export class SimilarRatios {
  @Ruled(() => Float, 'public', 'From here …')
  low!: number;
  @Ruled(() => Float, 'public', '… to here.')
  high!: number;
}

@ObjectType({ description: 'How far the earlier quarters of a new sample installation are.' })
export class Preparing {
  @Ruled(() => Int, 'public', 'Quarters that are ready.')
  done!: number;
  @Ruled(() => Int, 'public', 'Quarters in all.')
  total!: number;
}

@ObjectType({ description: 'This installation of the product.' })
export class Installation {
  @Ruled(() => String, 'public', 'The name of the organisation.')
  organisation!: string;
  @Ruled(() => Boolean, 'public', 'Whether the organisation is invented; every page and file then says so.')
  sample!: boolean;
  @Ruled(() => String, 'public', 'Version of the product.')
  productVersion!: string;
  @Ruled(() => Float, 'public', 'Standard deviation of the noise of a count, as the policy in force says.')
  noiseLevel!: number;
  @Ruled(() => Thresholds, 'public', 'The smallest groups that are shown.')
  thresholds!: Thresholds;
  @Ruled(() => SimilarRatios, 'public', 'Ratios that the policy in force treats as similar.')
  similar!: SimilarRatios;
  @Ruled(() => Preparing, 'public', 'Earlier sample quarters that are still being built; null when there are none.', {
    nullable: true,
  })
  preparing!: Preparing | null;
}

@ObjectType({ description: 'A column that is taken in, and how far it may go.' })
export class CollectedColumn {
  @Ruled(() => String, 'public', 'The file it comes in.')
  file!: string;
  @Ruled(() => String, 'public', 'Its name.')
  column!: string;
  @Ruled(() => String, 'public', 'How sensitive it is: label, dimension, special, control, value or sealed.')
  class!: string;
  @Said(() => String, 'public', 'What it is for.')
  why!: string;
}

@ObjectType({ description: 'How far one role reaches.' })
export class AccessCell {
  @Ruled(() => String, 'public', 'The role, as the command line spells it.')
  role!: string;
  @Said(() => String, 'public', 'The role in words.')
  roleLabel!: string;
  @Ruled(() => String, 'public', 'everything, own-branch, organisation, headline, own, or none.')
  reach!: string;
  @Said(() => String, 'public', 'What the role may do it for, in words; null where it may not.', { nullable: true })
  purpose!: string | null;
}

@ObjectType({ description: 'A row of the access policy, as it is enforced.' })
export class AccessRow {
  @Ruled(() => String, 'public', 'The resource.')
  resource!: string;
  @Ruled(() => String, 'public', 'read or write.')
  verb!: string;
  @Said(() => String, 'public', 'The resource in words.')
  label!: string;
  @Ruled(() => Boolean, 'public', 'Whether it needs no account at all.')
  signedOut!: boolean;
  @Ruled(() => Boolean, 'public', 'Whether whoever owns the folder of the installation may do it by the command line.')
  operator!: boolean;
  @Ruled(() => [AccessCell], 'public', 'Every role, in a fixed order.')
  roles!: AccessCell[];
  @Ruled(() => [String], 'public', 'The fields, routes and commands that this row decides.')
  doors!: string[];
}

@ObjectType({ description: 'What anybody may know about what is collected, shown and protected.' })
export class Trust {
  @Ruled(() => [CollectedColumn], 'public', 'Every column that is read; nothing else is.')
  collected!: CollectedColumn[];
  @Ruled(() => [AccessRow], 'public', 'Who can see and do what: the table that the server enforces.')
  access!: AccessRow[];
  @Said(() => [String], 'public', 'How long what is kept, in sentences.')
  retention!: string[];
  @Ruled(() => String, 'public', 'Whom to ask, where the organisation says so.', { nullable: true })
  contact!: string | null;
}
