/** What must happen before the process ends on a signal; answered by the exit status. */
type Ending = () => Promise<number>;
let ending: Ending | undefined;

/**
 * Ctrl-C and a polite kill end the process in order: by default at once, which still stops an embedded
 * server nobody else uses; a command that serves says how it wants to end. A second signal does not wait.
 */
export function endOnSignals(): void {
  for (const [signal, status] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    process.on(signal, () => {
      const work = ending;
      ending = undefined;
      if (!work) process.exit(status);
      work().then(
        (code) => process.exit(code),
        () => process.exit(1),
      );
    });
  }
}

export function endWith(work: Ending): void {
  ending = work;
}
