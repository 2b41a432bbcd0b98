import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { Site } from './site.js';

/** A reader's window, with all that the page asked for, was answered and complained about. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: string[];
  readonly requests: string[];
  readonly bodies: string[];
  close(): Promise<void>;
}

export type Reader = 'manager' | 'steward' | 'owner' | 'auditor' | null;

/** Opens a window, signed in as one of the sample's accounts or as nobody. */
export async function visit(browser: Browser, site: Site, reader: Reader, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ baseURL: site.base, viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const [complaints, requests, bodies]: [string[], string[], string[]] = [[], [], []];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('request', (request) => requests.push(request.url()));
  page.on('response', (response) => {
    if (!/graphql|\/api\//.test(response.url())) return;
    // A body may be gone with its page; what the reader never received cannot have leaked to them.
    response.text().then(
      (body) => bodies.push(body),
      () => undefined,
    );
  });
  if (reader !== null) await signIn(page, site, reader);
  return { page, context, complaints, requests, bodies, close: () => context.close() };
}

export async function signIn(page: Page, site: Site, reader: Exclude<Reader, null>): Promise<void> {
  const email = `${reader}@sample.example`;
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(site.accounts[email] ?? '');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

/** Goes to an address and waits until the page is whole: its heading is there and nothing is on its way. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await settled(page);
}

export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"], [data-loading]') === null);
}
