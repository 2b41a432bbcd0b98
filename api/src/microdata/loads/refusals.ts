import { Refusal } from '../../platform/index.js';

/** Something is not in the state that was asked for; the message is ours and holds no value. */
const notInThatState = '55000';

/** A refusal of the database's own functions, worded for the person who asked. */
export async function asRefusal<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (!isStateError(error)) throw error;
    const sentence = `${error.message[0]?.toUpperCase() ?? ''}${error.message.slice(1)}.`;
    throw new Refusal('load-state', error.hint ? `${sentence} ${error.hint}` : sentence);
  }
}

function isStateError(error: unknown): error is Error & { hint?: string } {
  return error instanceof Error && 'code' in error && error.code === notInThatState;
}
