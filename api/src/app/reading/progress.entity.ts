import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { WorkKind } from '../work-kinds.js';

/** A row of `jobs.progress`. */
@Entity({ schema: 'jobs', name: 'progress', synchronize: false })
export class ProgressRow {
  @PrimaryColumn({ name: 'progress_id', type: 'bigint' })
  id!: string;
  @Column({ type: 'text' })
  kind!: WorkKind;
  @Column({ type: 'text' })
  subject!: string;
  @Column({ name: 'asked_by', type: 'text' })
  askedBy!: string;
  @Column({ type: 'text' })
  state!: 'waiting' | 'running' | 'done' | 'refused' | 'failed' | 'cancelled';
  @Column({ type: 'text' })
  step!: string;
  @Column({ type: 'int' })
  done!: number;
  @Column({ type: 'int' })
  total!: number;
  @Column({ type: 'text' })
  message!: string;
  @Column({ name: 'asked_at', type: 'timestamptz' })
  askedAt!: Date;
  @Column({ name: 'started_at', type: 'timestamptz', nullable: true })
  startedAt!: Date | null;
  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt!: Date | null;
  @Column({ name: 'cancelled_by', type: 'text', nullable: true })
  cancelledBy!: string | null;
}
