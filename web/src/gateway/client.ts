import { cacheExchange, Client, fetchExchange } from 'urql';

/** The server refuses a request without this header, so that no foreign page can send one in a reader's name. */
export const REQUEST_HEADERS = { 'x-overstory-request': '1' } as const;

/** Answers live in memory for as long as the page is open; nothing goes into the browser's storage. */
export const makeClient = (): Client =>
  new Client({
    url: '/graphql',
    preferGetMethod: false,
    exchanges: [cacheExchange, fetchExchange],
    fetchOptions: { credentials: 'same-origin', headers: REQUEST_HEADERS },
  });
