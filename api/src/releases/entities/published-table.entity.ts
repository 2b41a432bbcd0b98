import { Column, ViewEntity } from 'typeorm';
import type { ReleasedTable } from '../../kernel/index.js';

/** A row of `release.published_table`. */
@ViewEntity({ schema: 'release', name: 'published_table', synchronize: false })
export class PublishedTable {
  @Column({ name: 'release_id', type: 'text' })
  releaseId!: string;
  @Column({ type: 'text' })
  period!: string;
  @Column({ type: 'boolean' })
  current!: boolean;
  @Column({ type: 'boolean' })
  sample!: boolean;
  @Column({ type: 'int' })
  ordinal!: number;
  @Column({ type: 'text' })
  measure!: string;
  @Column({ type: 'text' })
  variant!: string;
  @Column({ type: 'text', array: true })
  breakdown!: readonly string[];
  @Column({ type: 'jsonb', select: false })
  content?: ReleasedTable;
}
