import type { ApolloServerPlugin } from '@apollo/server';
import type { RequestContext } from '../http/request-context.js';

/** Errors of queries that never ran, and how they are called on the trail; the query itself is not kept. */
const NEVER_RAN: Readonly<Record<string, string>> = {
  GRAPHQL_PARSE_FAILED: 'a query that cannot be read',
  GRAPHQL_VALIDATION_FAILED: 'a query that the schema does not allow',
  BAD_USER_INPUT: 'a query with values that do not fit',
};

/** Whoever tries out what might be asked is on record before the refusal is heard. */
export const noteRefused: ApolloServerPlugin<RequestContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didEncounterErrors: async ({ contextValue, errors }) => {
        const codes = errors.map(({ extensions }) => extensions.code).filter((code) => typeof code === 'string');
        const [said] = codes.flatMap((code) => NEVER_RAN[code] ?? []);
        if (said) await contextValue.noteDenial(said);
      },
    }),
};
