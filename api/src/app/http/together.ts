/** Gathers what comes in one turn of the event loop, and writes it once: a query may be refused hundreds of fields. */
export function together(write: (all: readonly string[]) => Promise<void>): (one: string) => Promise<void> {
  let waiting: { readonly all: Set<string>; readonly written: Promise<void> } | undefined;
  const begin = (): NonNullable<typeof waiting> => {
    const all = new Set<string>();
    const turn = new Promise<void>((go) => setImmediate(go));
    const written = turn.then(() => {
      waiting = undefined;
      return write([...all].sort());
    });
    return { all, written };
  };
  return (one) => {
    waiting ??= begin();
    waiting.all.add(one);
    return waiting.written;
  };
}
