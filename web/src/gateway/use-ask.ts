import { type AnyVariables, useQuery } from 'urql';
import type { Asked } from './use-tables.js';

/** Asks one query; a failure of one part of a page stays in that part. */
export function useAsk<Answer>(query: string, variables: AnyVariables = {}, pause = false): Asked<Answer> {
  const [result, run] = useQuery<Answer>({ query, variables, pause });
  return {
    answer: result.data ?? null,
    loading: result.fetching,
    failed: result.error !== undefined && result.data === undefined,
    retry: () => run({ requestPolicy: 'network-only' }),
  };
}
