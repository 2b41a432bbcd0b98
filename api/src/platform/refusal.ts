/**
 * Something the product declines to do, worded for the person who asked. The code never changes; the
 * message may. It never holds a person's value nor a small count. Exit code 2: the question was wrong;
 * 3: the answer is no. Everything else that is thrown is a fault of ours.
 */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly exitCode: 2 | 3 = 3,
  ) {
    super(message);
    this.name = 'Refusal';
  }
}
