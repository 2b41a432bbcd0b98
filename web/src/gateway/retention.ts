/** What the next retention run deletes of one class of files. */
export interface RetentionClass {
  readonly label: string;
  readonly before: string;
  /** In words: none, fewer than 10, about 120. */
  readonly amount: string;
}

export interface NextRetention {
  readonly lastRunAt: string | null;
  readonly dueOn: string | null;
  readonly countedOn: string | null;
  readonly classes: readonly RetentionClass[];
}

export const RETENTION = 'query Retention { retention { lastRunAt dueOn countedOn classes { label before amount } } }';
