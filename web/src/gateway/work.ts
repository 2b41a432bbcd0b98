/** Work of the server that goes on when the page is left. */
export interface Job {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly label: string;
  readonly step: string;
  readonly done: number;
  readonly total: number;
  readonly state: string;
  readonly message: string;
  readonly askedAt: string;
  readonly endedAt: string | null;
}

export type WorkAnswer =
  | { readonly __typename: 'JobAccepted'; readonly job: Job }
  | { readonly __typename: 'Refused'; readonly code: string; readonly message: string };

export const isOver = (job: Job): boolean => ['done', 'refused', 'failed', 'cancelled'].includes(job.state);

/** What a load did, or would do, with one file. */
export interface LoadFile {
  readonly part: number;
  /** The file of the data dictionary that it was recognised as. */
  readonly file: string;
  /** receiving, received, checked or refused. */
  readonly state: string;
  readonly remarks: readonly string[];
  readonly accepted: number;
  readonly rejected: number;
  readonly waiting: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

export interface LoadProblem {
  readonly file: string;
  readonly line: number | null;
  readonly column: string | null;
  readonly rule: string;
  readonly message: string;
}

export interface Load {
  readonly id: string;
  readonly number: number | null;
  readonly state: string;
  readonly source: string;
  readonly createdAt: string;
  readonly knownAt: string | null;
  readonly withdraws: string | null;
  readonly sample: boolean;
  readonly files: readonly LoadFile[];
  readonly problems?: readonly LoadProblem[];
}

export interface Certificate {
  readonly rules: readonly string[];
  readonly noiseLevel: number;
  readonly tables: readonly { readonly table: string; readonly shown: number; readonly hidden: number }[];
  readonly exposure: string;
  readonly attackFindings: number;
  readonly attackChecks: readonly string[];
  readonly leftOut: readonly string[];
  readonly changed: readonly string[] | null;
  readonly quality: readonly string[];
  readonly charters: readonly { readonly track: string; readonly version: number; readonly hash: string }[];
  readonly versions: readonly { readonly key: string; readonly value: string }[];
}

export interface Release {
  readonly id: string;
  readonly period: string;
  readonly status: string;
  readonly current: boolean;
  readonly asOf: string;
  readonly knownAt: string;
  readonly supersedes: string | null;
  readonly sample: boolean;
  readonly builtAt: string;
  readonly publishedAt: string | null;
  readonly hash: string | null;
  readonly signedBy: string | null;
  readonly certificate?: Certificate;
}

export interface Trust {
  readonly collected: readonly { readonly file: string; readonly column: string; readonly class: string; readonly why: string }[];
  readonly access: readonly AccessRow[];
  readonly retention: readonly string[];
  readonly contact: string | null;
}

export interface AccessRow {
  readonly resource: string;
  readonly verb: string;
  readonly label: string;
  readonly signedOut: boolean;
  /** Also whoever owns the installation's folder, by the command line. */
  readonly operator: boolean;
  /** The fields, routes and commands that the row decides. */
  readonly doors: readonly string[];
  readonly roles: readonly AccessCell[];
}

export interface AccessCell {
  readonly role: string;
  readonly roleLabel: string;
  readonly reach: string;
  readonly purpose: string | null;
}

/** One entry of the audit trail. */
export interface TrailRecord {
  readonly number: number;
  readonly at: string;
  readonly who: string;
  readonly roleLabel: string | null;
  readonly kind: string;
  readonly action: string;
  readonly subject: string;
  readonly purpose: string | null;
  readonly times: number;
  readonly more: readonly { readonly key: string; readonly value: string }[];
}

export interface TrailPage {
  readonly entries: readonly TrailRecord[];
  readonly hasOlder: boolean;
}

export interface TrailKind {
  readonly key: string;
  readonly label: string;
  readonly months: number | null;
}
