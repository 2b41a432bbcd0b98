import { t } from '../language/index.js';

/** Why signing in at the organisation came to nothing, and what to do; the server names the problem by a word of its own. */
const PROBLEMS: Readonly<Record<string, (provider: string) => string>> = {
  cancelled: (provider) => t('You left {provider} before you were signed in. Begin again when you are ready.', { provider }),
  'too-old': () => t('This sign-in was begun too long ago, or in another window. Begin again.'),
  'not-proven': (provider) =>
    t('What came back from {provider} could not be verified, so nobody was signed in. Begin again.', { provider }),
  'provider-away': (provider) => t('{provider} does not answer. Try again in a few minutes.', { provider }),
  'no-role': (provider) =>
    t('{provider} knows you, but none of your groups there has a role here. Ask the people who run this product for one.', {
      provider,
    }),
  'no-team': (provider) =>
    t('{provider} does not say which team you lead, so there is nothing that you could be shown. Ask the people who run it.', {
      provider,
    }),
  'no-email': (provider) => t('{provider} names no verified e-mail address for you. Ask the people who run it.', { provider }),
  disabled: () => t('Your account here was closed. Ask an administrator of this product.'),
  'local-account': () =>
    t('There is an account with a password under your e-mail address. Sign in with that, or ask an administrator.'),
  'email-taken': () => t('Somebody else’s account has your e-mail address. Ask an administrator of this product.'),
};

/** The words of a problem; null where there is none, whatever else the address says. */
export function problemInWords(problem: string | null, provider: string | null): string | null {
  if (problem === null || !Object.hasOwn(PROBLEMS, problem)) return null;
  return PROBLEMS[problem]?.(provider ?? t('Your organisation’s sign-in')) ?? null;
}
