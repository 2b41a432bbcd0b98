import { useCallback, useEffect, useState } from 'react';
import { type Client, useClient } from 'urql';
import type { TableResult } from './cell.js';
import { readTable, type WireTable } from './decode.js';
import { batchesOf, tablesDocument, type TableRequest } from './documents.js';

export interface Asked<Answer> {
  readonly answer: Answer | null;
  readonly loading: boolean;
  readonly failed: boolean;
  readonly retry: () => void;
}

/** Tables beside the requests that they answer, in their order. */
export interface AnsweredTables {
  readonly requests: readonly TableRequest[];
  readonly results: readonly TableResult[];
}

interface State {
  readonly key: string;
  readonly answer: AnsweredTables | null;
  readonly failed: boolean;
}

const keyOf = (requests: readonly TableRequest[]): string =>
  JSON.stringify(requests.map((request) => [request.measure.key, request.period, request.variant, request.by]));

/**
 * Asks for several tables at once. While the next ones are on their way the last ones stay, with the requests that
 * they answer, so that a page neither jumps nor mixes two views.
 */
export function useTables(requests: readonly TableRequest[]): Asked<AnsweredTables> {
  const client = useClient();
  const key = keyOf(requests);
  const [state, setState] = useState<State>({ key: '', answer: null, failed: false });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let wanted = true;
    void askTables(client, requests, round > 0).then((results) => {
      if (!wanted) return;
      setState((last) =>
        results === null ? { key, answer: last.answer, failed: true } : { key, answer: { requests, results }, failed: false },
      );
    });
    return () => {
      wanted = false;
    };
    // The key says all that the requests say; a new array with the same wishes is the same question.
  }, [client, key, round]);
  const retry = useCallback(() => setRound((last) => last + 1), []);
  const loading = state.key !== key;
  return { answer: state.answer, loading, failed: !loading && state.failed, retry };
}

/** Null when any part of the answer did not arrive. */
async function askTables(client: Client, requests: readonly TableRequest[], anew: boolean): Promise<TableResult[] | null> {
  const policy = anew ? ({ requestPolicy: 'network-only' } as const) : {};
  const answers = await Promise.all(
    batchesOf(requests).map(async (batch) => {
      const { query, variables } = tablesDocument(batch);
      const { data } = await client.query<Record<string, WireTable>>(query, variables, policy);
      return data === undefined ? null : batch.map((_, i) => readTable(data[`t${i}`] ?? { __typename: 'NotPublished' }));
    }),
  );
  return answers.some((answer) => answer === null) ? null : answers.flatMap((answer) => answer ?? []);
}
