import { Column, ViewEntity } from 'typeorm';
import type { Certificate, Dimension } from '../../kernel/index.js';

/** A row of `release.published_release`. */
@ViewEntity({ schema: 'release', name: 'published_release', synchronize: false })
export class PublishedRelease {
  @Column({ name: 'release_id', type: 'text' })
  id!: string;
  @Column({ type: 'text' })
  period!: string;
  @Column({ name: 'starts_on', type: 'date' })
  startsOn!: string;
  @Column({ name: 'as_of', type: 'date' })
  asOf!: string;
  @Column({ name: 'known_at', type: 'timestamptz' })
  knownAt!: Date;
  @Column({ type: 'text', nullable: true })
  supersedes!: string | null;
  @Column({ name: 'noise_level', type: 'numeric', transformer: { from: Number, to: String } })
  noiseLevel!: number;
  @Column({ type: 'boolean' })
  sample!: boolean;
  @Column({ type: 'jsonb', select: false })
  header?: unknown;
  @Column({ type: 'jsonb', select: false })
  policy?: unknown;
  @Column({ type: 'jsonb', select: false })
  dimensions?: readonly Dimension[];
  @Column({ type: 'jsonb' })
  certificate!: Certificate;
  @Column({ type: 'text' })
  hash!: string;
  @Column({ type: 'text', select: false })
  document?: string;
  @Column({ name: 'built_at', type: 'timestamptz' })
  builtAt!: Date;
  @Column({ name: 'published_at', type: 'timestamptz' })
  publishedAt!: Date;
  @Column({ type: 'boolean' })
  current!: boolean;
  @Column({ name: 'signed_by', type: 'text', nullable: true })
  signedBy!: string | null;
}
