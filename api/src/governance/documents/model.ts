/** A part of a document. */
export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  /** What the product cannot know and somebody has to add by hand. */
  | { readonly kind: 'open'; readonly text: string };

export interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type DocumentKey = 'record-of-processing' | 'impact-assessment' | 'works-council-annex';

/** A document that is written from the running configuration. */
export interface GovernanceDocument {
  readonly key: DocumentKey;
  readonly title: string;
  /** Of what, in force when. */
  readonly lead: string;
  readonly sections: readonly Section[];
}

export const text = (...sentences: readonly string[]): Block => ({ kind: 'text', text: sentences.filter(Boolean).join(' ') });
export const list = (items: readonly string[]): Block => ({ kind: 'list', items });
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): Block => ({ kind: 'table', head, rows });
export const open = (what: string): Block => ({ kind: 'open', text: what });
