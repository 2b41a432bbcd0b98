/** The ending of a file's name: `xlsx`. */
export const kindOf = (name: string): string => /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';

/** Whether a file has to be taken apart before it is sent; all others go as they are. */
export const isPacked = (name: string): boolean => ['zip', 'xlsx', 'jsonl', 'ndjson'].includes(kindOf(name));
