import type { Refused } from '../types/account.types.js';

/** What is said where passwords of ours are not taken. */
export const LOCAL_ACCOUNTS_OFF: Refused = {
  __typename: 'Refused',
  code: 'LOCAL_ACCOUNTS_OFF',
  message: 'Nobody signs in with a password here. Use the sign-in of your organisation.',
};
