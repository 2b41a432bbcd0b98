import { t } from '#language';

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

/** A part under its heading. What is written here is said in the reader's language; rows of tables come as they are to be read. */
export const section = (title: string, blocks: readonly Block[]): Section => ({ title: t(title), blocks });

export const text = (...sentences: readonly string[]): Block => ({
  kind: 'text',
  text: sentences
    .filter(Boolean)
    .map((sentence) => t(sentence))
    .join(' '),
});
export const list = (items: readonly string[]): Block => ({ kind: 'list', items: items.map((item) => t(item)) });
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): Block => ({
  kind: 'table',
  head: head.map((title) => t(title)),
  rows,
});
export const open = (what: string): Block => ({ kind: 'open', text: what });
