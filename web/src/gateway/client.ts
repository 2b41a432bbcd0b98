import { language } from '../language/index.js';
import { cacheExchange, Client, type CombinedError, fetchExchange, mapExchange } from 'urql';

/** The server refuses a request without the first header, so that no foreign page can send one in a reader's name. */
export const REQUEST_HEADERS = { 'x-overstory-request': '1', 'accept-language': language() } as const;

const WHO = 'query Who { viewer { email } }';

/**
 * Answers live in memory for as long as the page is open; nothing goes into the browser's storage.
 *
 * @param onEnded called when the server no longer knows the reader: it answers them as it answers anybody, *not found*.
 */
export function makeClient(onEnded: () => void): Client {
  const client: Client = new Client({
    url: '/graphql',
    preferGetMethod: false,
    exchanges: [cacheExchange, mapExchange({ onError: (error) => void afterRefusal(client, error, onEnded) }), fetchExchange],
    fetchOptions: { credentials: 'same-origin', headers: REQUEST_HEADERS },
  });
  return client;
}

const isNotFound = (error: CombinedError): boolean =>
  error.graphQLErrors.some(({ extensions }) => extensions['code'] === 'NOT_FOUND');

async function afterRefusal(client: Client, error: CombinedError, onEnded: () => void): Promise<void> {
  if (!isNotFound(error)) return;
  const { data } = await client.query<{ viewer: unknown }>(WHO, {}, { requestPolicy: 'network-only' });
  if (data?.viewer === null) onEnded();
}
