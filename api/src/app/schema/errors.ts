import { t } from '#language';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { log, Refusal } from '../../platform/index.js';

/** What is said to whoever asks for something that is not there or not theirs: the same, always. */
export const NOT_FOUND_MESSAGE = 'This page does not exist or you cannot see it.';
const FAULT_MESSAGE = 'Something went wrong on our side. Nothing was changed. Try again.';

/** One answer for *forbidden* and *not there*. */
export const notFound = (): GraphQLError => new GraphQLError(NOT_FOUND_MESSAGE, { extensions: { code: 'NOT_FOUND' } });

/** What leaves the server of an error: a code, a message that we wrote, and where in the query. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const original = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  if (original instanceof Refusal) return answer(formatted, original.code, t(original.message));
  if (original instanceof GraphQLError) return answer(formatted, codeOf(formatted), t(withoutQuotes(formatted.message)));
  logFault('graphql.fault', original);
  return answer(formatted, 'FAULT', t(FAULT_MESSAGE));
}

/** Puts a fault into the log: its name, its database code and where it was thrown. Its message may quote a value. */
export function logFault(event: string, fault: unknown): void {
  const error = fault instanceof Error ? fault : new Error('not an error');
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '-';
  const place = /\((.*:\d+):\d+\)|at (\S+:\d+):\d+/.exec(error.stack ?? '');
  log(event, { name: error.name, code, at: (place?.[1] ?? place?.[2] ?? '-').split('/').slice(-3).join('/') });
}

function answer(formatted: GraphQLFormattedError, code: string, message: string): GraphQLFormattedError {
  return {
    message,
    extensions: { code },
    ...(formatted.locations ? { locations: formatted.locations } : {}),
    ...(formatted.path ? { path: formatted.path } : {}),
  };
}

function codeOf(formatted: GraphQLFormattedError): string {
  const code = formatted.extensions?.code;
  return typeof code === 'string' ? code : 'BAD_REQUEST';
}

/** Validation quotes the query back, and a query may carry what its sender would not want in a log or a page. */
function withoutQuotes(message: string): string {
  return message
    .replace(/ Did you mean .*$/s, '')
    .replace(/"[^"]{40,}"/g, '"…"')
    .slice(0, 300);
}
