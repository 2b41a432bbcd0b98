import type { ApolloServerPlugin } from '@apollo/server';
import { type GraphQLError, Kind } from 'graphql';
import { QUESTION_ABOUT_A_PERSON } from '../../governance/index.js';
import type { RequestContext } from '../http/request-context.js';

/** Names that somebody would try who looks for people. There are none of them in the schema outside of what is sent in. */
const PEOPLE =
  /person|people|employee|colleague|staff|member|mentors?$|mentees?$|pairs?$|pairing|relationship|session|request|apprais|performance|rank|salary|score/i;

/**
 * Nothing here can serve an appraisal: a question about a person has no field to be asked with. Whoever tries one all the
 * same is put on record before the refusal is heard; the question itself is not kept.
 */
export const purposeWall: ApolloServerPlugin<RequestContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didEncounterErrors: async ({ contextValue, errors }) => {
        if (errors.some(asksAboutPeople)) await contextValue.noteDenial(QUESTION_ABOUT_A_PERSON);
      },
    }),
};

function asksAboutPeople(error: GraphQLError): boolean {
  if (error.extensions.code !== 'GRAPHQL_VALIDATION_FAILED') return false;
  return (error.nodes ?? []).some((node) => node.kind === Kind.FIELD && PEOPLE.test(node.name.value));
}
