import { Column, ViewEntity } from 'typeorm';
import type { Certificate } from '../../kernel/index.js';

/** A row of `release.draft`: of its numbers there is nothing to map. */
@ViewEntity({ schema: 'release', name: 'draft', synchronize: false })
export class WaitingDraft {
  @Column({ name: 'release_id', type: 'text' })
  id!: string;
  @Column({ type: 'text' })
  period!: string;
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
  @Column({ type: 'jsonb' })
  certificate!: Certificate;
  @Column({ name: 'built_at', type: 'timestamptz' })
  builtAt!: Date;
}
