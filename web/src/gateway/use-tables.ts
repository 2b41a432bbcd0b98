import { useMemo } from 'react';
import { useQuery } from 'urql';
import type { TableResult } from './cell.js';
import { readTable, type WireTable } from './decode.js';
import { tablesDocument, type TableRequest } from './documents.js';

export interface Asked<Answer> {
  readonly answer: Answer | null;
  readonly loading: boolean;
  readonly failed: boolean;
  readonly retry: () => void;
}

/** Asks for several tables in one request; the answers stand in the order of the requests. */
export function useTables(requests: readonly TableRequest[]): Asked<readonly TableResult[]> {
  const key = JSON.stringify(requests.map((r) => [r.measure.key, r.period, r.variant, r.by]));
  // The key says all that the document depends on; a new array with the same wishes is the same question.
  const { query, variables } = useMemo(() => tablesDocument(requests), [key]);
  const [result, run] = useQuery<Record<string, WireTable>>({ query, variables, pause: requests.length === 0 });
  const answer = useMemo(() => {
    const { data } = result;
    if (data === undefined) return null;
    return requests.map((_, i) => readTable(data[`t${i}`] ?? { __typename: 'NotPublished' }));
  }, [result.data]);
  return {
    answer: requests.length === 0 ? [] : answer,
    loading: result.fetching,
    failed: result.error !== undefined && result.data === undefined,
    retry: () => run({ requestPolicy: 'network-only' }),
  };
}
