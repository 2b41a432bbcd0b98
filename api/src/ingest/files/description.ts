/** The sensitivity classes of the data dictionary. */
export type Sensitivity = 'label' | 'dimension' | 'special' | 'control' | 'value' | 'sealed';

/** Kinds of identifier that are replaced by a keyed hash on the way in; the kind is part of what is hashed. */
export type IdentifierKind = 'person' | 'relationship' | 'request' | 'session' | 'escalation';

/** What a cell of a column may hold. The wording of rules, the parser's check and the SQL type follow from it. */
export type ColumnType =
  | { readonly kind: 'identifier'; readonly of: IdentifierKind }
  | { readonly kind: 'text'; readonly longest: number }
  | { readonly kind: 'path' }
  | { readonly kind: 'zone' }
  | { readonly kind: 'date' }
  | { readonly kind: 'integer'; readonly least: number; readonly most: number }
  | { readonly kind: 'number'; readonly least?: number; readonly above?: number; readonly most?: number }
  | { readonly kind: 'yesNo' }
  | { readonly kind: 'choice'; readonly of: readonly string[] }
  | { readonly kind: 'choices'; readonly of: readonly string[] }
  | { readonly kind: 'texts' }
  | { readonly kind: 'paths' }
  | { readonly kind: 'themes' }
  | { readonly kind: 'notes' };

export interface ColumnDescription {
  /** The name in the file, in error messages and (identifiers apart) in the database. */
  readonly name: string;
  readonly type: ColumnType;
  readonly classes: readonly Sensitivity[];
  /** Part of what identifies a row. */
  readonly key?: true;
  /** A key column in which empty is a value of its own. */
  readonly mayBeEmpty?: true;
  /** Must be said in every row although it is no key. */
  readonly required?: true;
  /** What an unsaid cell reads as. */
  readonly otherwise?: string;
  /** A row that names something unknown waits until the other side arrives. */
  readonly refersTo?: 'person' | 'track' | 'relationship';
  /** Not earlier than the named date column of the same row. */
  readonly notBefore?: string;
  /** Name of the database column where it differs from the rule (`person_id` → `person_key`). */
  readonly stored?: string;
  /** Version table of this column where it is not the file's own. */
  readonly table?: string;
  /** Why it is asked: shown on the upload and trust pages. */
  readonly why: string;
}

/** One file of the data dictionary: everything ingest knows of it. */
export interface FileDescription {
  /** The contract's file name without `.csv`. */
  readonly name: string;
  /** Version table, with its schema. */
  readonly table: string;
  /** What one row is, in words. */
  readonly row: string;
  readonly columns: readonly ColumnDescription[];
  /** Declared `demo_*` columns belong to this file. */
  readonly demographics?: true;
}
