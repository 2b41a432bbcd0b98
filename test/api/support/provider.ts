import { startProvider, type People, type TestProvider, freePort, Wanderer } from '../../support/identity-provider.js';
import type { TestInstallation } from '../../support/database.js';
import { Client, webOn } from './web.js';

/** What a file of OVERSTORY_IDENTITY says where this provider is the organisation's. */
export const identityOf = (product: string, { issuer, clientId }: TestProvider): object => ({
  address: product,
  provider: {
    label: 'Example SSO',
    issuer,
    clientId,
    scope: 'openid email groups',
    claims: { groups: 'groups', team: 'team' },
    clockToleranceSeconds: 60,
  },
  roles: [
    { group: 'mentoring-audit', role: 'auditor' },
    { group: 'managers', role: 'engineering-manager' },
  ],
});

/** Somebody of the provider, who is an auditor unless their claims say otherwise. */
export const person = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  email_verified: true,
  groups: ['staff', 'mentoring-audit'],
  ...more,
});

/** A provider, and the product on a port of its own that people sign in to there. */
export async function productWithProvider(
  installation: TestInstallation,
  people: People,
  options: { readonly namesSessions?: boolean } = {},
): Promise<{ readonly provider: TestProvider; readonly address: string }> {
  const port = await freePort();
  const product = `http://127.0.0.1:${port}`;
  const provider = await startProvider(people, { product, ...options });
  const identity = { identity: JSON.stringify(identityOf(product, provider)), clientSecret: provider.clientSecret };
  return { provider, address: await webOn(installation, { port, identity }) };
}

/** Somebody who signed in at the provider, in a browser of their own. */
export async function signedInAt(
  provider: TestProvider,
  address: string,
  login: string,
): Promise<{ readonly client: Client; readonly browser: Wanderer }> {
  const [client, browser] = [new Client(address), new Wanderer(provider.issuer)];
  const left = await client.fetch('/api/sign-in/provider');
  await client.fetch(await browser.signInAt(left.headers.get('location') ?? '', login));
  return { client, browser };
}
