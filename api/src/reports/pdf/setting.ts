/** A document to be set: a template of ours, and what it says. */
export interface Setting {
  readonly template: string;
  readonly content: object;
}

/** With what the process ends where there is no engine for this kind of machine. */
export const NO_ENGINE = 3;
