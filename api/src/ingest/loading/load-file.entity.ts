import { Column, type ColumnOptions, Entity, PrimaryColumn } from 'typeorm';
import type { Remark } from '../remarks.js';
import type { LoadFile } from './loads.js';

/** Rows are counted far below 2^53. */
const count: ColumnOptions = { type: 'bigint', transformer: { from: Number, to: String } };

/** A row of `jobs.load_file`. */
@Entity({ schema: 'jobs', name: 'load_file', synchronize: false })
export class LoadFileRow {
  @PrimaryColumn({ name: 'load_id', type: 'bigint' })
  load!: string;
  @PrimaryColumn({ type: 'int' })
  part!: number;
  @Column({ type: 'text' })
  file!: string;
  @Column({ type: 'text' })
  state!: LoadFile['state'];
  @Column(count)
  accepted!: number;
  @Column(count)
  rejected!: number;
  @Column(count)
  waiting!: number;
  @Column(count)
  added!: number;
  @Column(count)
  changed!: number;
  @Column(count)
  unchanged!: number;
  @Column({ type: 'bytea', nullable: true, select: false })
  fingerprint?: Uint8Array | null;
  @Column({ type: 'jsonb' })
  remarks!: readonly Remark[];
}
