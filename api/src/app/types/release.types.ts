import { Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Ruled } from '../schema/ruled.js';

@ObjectType({ description: 'How much of one table is shown.' })
export class CertifiedTable {
  @Ruled(() => String, 'releases', 'measure/variant/breakdown.')
  table!: string;
  @Ruled(() => Int, 'releases', 'Cells shown.')
  shown!: number;
  @Ruled(() => Int, 'releases', 'Cells hidden.')
  hidden!: number;
}

@ObjectType({ description: 'A version that took part.' })
export class CertifiedVersion {
  @Ruled(() => String, 'releases', 'Of what.')
  key!: string;
  @Ruled(() => String, 'releases', 'Which.')
  value!: string;
}

@ObjectType({ description: 'A charter in force when a release was frozen.' })
export class CertifiedCharter {
  @Ruled(() => String, 'releases', 'The track.')
  track!: string;
  @Ruled(() => Int, 'releases', 'Its version.')
  version!: number;
  @Ruled(() => String, 'releases', 'Its hash, which names every word of it.')
  hash!: string;
}

@ObjectType({ description: 'What was checked before publication, against whom, with which result.' })
export class ReleaseCertificate {
  @Ruled(() => [String], 'releases', 'The rules that were applied, in sentences.')
  rules!: string[];
  @Ruled(() => Float, 'releases', 'Standard deviation of the noise of a count.')
  noiseLevel!: number;
  @Ruled(() => [CertifiedTable], 'releases', 'Every table.')
  tables!: CertifiedTable[];
  @Ruled(
    () => String,
    'releases',
    'What all published numbers together could tell about one person, as JSON; notCollected where it was not measured.',
  )
  exposure!: string;
  @Ruled(() => Int, 'releases', 'What the attack found; a release with findings is not made.')
  attackFindings!: number;
  @Ruled(() => [String], 'releases', 'What the attack tried.')
  attackChecks!: string[];
  @Ruled(() => [String], 'releases', 'Tables left out, the finest first.')
  leftOut!: string[];
  @Ruled(() => [String], 'releases', 'Of a restatement: what changed since the release that it replaces, in sentences.', {
    nullable: true,
  })
  changed!: string[] | null;
  @Ruled(() => [String], 'releases', 'What was asked of the data, and which measures were withheld for it, in sentences.')
  quality!: string[];
  @Ruled(() => [CertifiedCharter], 'releases', 'Charters by which tracks were judged when it was frozen.')
  charters!: CertifiedCharter[];
  @Ruled(() => [CertifiedVersion], 'releases', 'Versions of policy, methods, settings and program.')
  versions!: CertifiedVersion[];
}

@ObjectType({
  description: 'A release: results of one period, protected and frozen. A draft shows its certificate and nothing else.',
})
export class Release {
  @Ruled(() => ID, 'releases', 'Its name.')
  id!: string;
  @Ruled(() => String, 'releases', 'The quarter, for example 2026-Q3.')
  period!: string;
  @Ruled(() => String, 'releases', 'draft or published.')
  status!: string;
  @Ruled(() => Boolean, 'releases', 'Whether this is what is read for the period; false where a restatement took its place.')
  current!: boolean;
  @Ruled(() => String, 'releases', 'The last day of the period.')
  asOf!: string;
  @Ruled(() => String, 'releases', 'What was loaded later is not in it.')
  knownAt!: string;
  @Ruled(() => String, 'releases', 'The release that it restates.', { nullable: true })
  supersedes!: string | null;
  @Ruled(() => Boolean, 'releases', 'Whether the organisation is invented.')
  sample!: boolean;
  @Ruled(() => String, 'releases', 'When it was built.')
  builtAt!: string;
  @Ruled(() => String, 'releases', 'When it was published.', { nullable: true })
  publishedAt!: string | null;
  @Ruled(() => String, 'releases', 'SHA-256 of the exported file; null for a draft.', { nullable: true })
  hash!: string | null;
  @Ruled(() => String, 'releases', 'Fingerprint of the key that signed it; null for a draft.', { nullable: true })
  signedBy!: string | null;
  @Ruled(() => ReleaseCertificate, 'releases', 'What was checked.')
  certificate!: ReleaseCertificate;
}
