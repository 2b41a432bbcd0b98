/** Names, counts of files, milliseconds: never a value from a row. */
export type LogFields = Readonly<Record<string, string | number>>;

/** Writes one line to stderr: time, event, fields. Stdout belongs to the answers of commands. */
export function log(event: string, fields: LogFields = {}): void {
  const words = Object.entries(fields).map(([key, value]) => `${key}=${oneWord(value)}`);
  process.stderr.write([new Date().toISOString(), event, ...words].join(' ') + '\n');
}

function oneWord(value: string | number): string {
  const text = String(value);
  return /^[\w.:/@+-]+$/.test(text) ? text : JSON.stringify(text);
}
