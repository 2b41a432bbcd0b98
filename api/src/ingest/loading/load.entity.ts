import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LoadState } from './loads.js';

/** A row of `jobs.load`. */
@Entity({ schema: 'jobs', name: 'load', synchronize: false })
export class LoadRow {
  @PrimaryColumn({ name: 'load_id', type: 'bigint' })
  id!: string;
  @Column({ name: 'load_no', type: 'int', nullable: true })
  number!: number | null;
  @Column({ type: 'text' })
  state!: LoadState;
  @Column({ type: 'text' })
  source!: string;
  @Column({ name: 'created_by', type: 'text' })
  createdBy!: string;
  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
  @Column({ name: 'known_at', type: 'timestamptz', nullable: true })
  knownAt!: Date | null;
  @Column({ type: 'bigint', nullable: true })
  withdraws!: string | null;
  @Column({ type: 'bigint', nullable: true })
  repeats!: string | null;
  @Column({ type: 'boolean' })
  sample!: boolean;
}
