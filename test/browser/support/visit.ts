import type { Browser, BrowserContext, BrowserContextOptions, Page, Request } from 'playwright-core';
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

type Session = Awaited<ReturnType<BrowserContext['storageState']>>;

/** Signing in is slow on purpose, so each reader does it once for all windows that leave the session as it is. */
const sessions = new Map<string, Promise<Session>>();

/** Opens a window, signed in as one of the sample's accounts or as nobody. Whoever ends the session opens `visitAnew`. */
export async function visit(browser: Browser, site: Site, reader: Reader, options: BrowserContextOptions = {}): Promise<Visit> {
  if (reader === null) return opened(browser, site, options);
  const key = `${site.base} ${reader}`;
  const session = sessions.get(key) ?? signedIn(browser, site, reader);
  sessions.set(key, session);
  // Who could not sign in tries again in the next test.
  session.catch(() => sessions.delete(key));
  return opened(browser, site, { ...options, storageState: await session });
}

/** The same with a session of its own. */
export async function visitAnew(browser: Browser, site: Site, reader: Exclude<Reader, null>): Promise<Visit> {
  return opened(browser, site, { storageState: await signedIn(browser, site, reader) });
}

async function opened(browser: Browser, site: Site, options: BrowserContextOptions): Promise<Visit> {
  const context = await browser.newContext({ baseURL: site.base, viewport: { width: 1280, height: 900 }, ...options });
  const [complaints, requests, bodies]: [string[], string[], string[]] = [[], [], []];
  context.on('page', watch);
  const page = await context.newPage();
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
  return { page, context, complaints, requests, bodies, close: () => context.close() };
}

/** The session of one of the sample's accounts; the page for signing in has journeys of its own. */
async function signedIn(browser: Browser, site: Site, reader: Exclude<Reader, null>): Promise<Session> {
  const email = `${reader}@sample.example`;
  const context = await browser.newContext({ baseURL: site.base });
  const query = `mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { __typename } }`;
  const variables = { email, password: site.accounts[email] ?? '' };
  const answer = await context.request.post('/graphql', {
    headers: { 'x-overstory-request': '1' },
    data: { query, variables },
  });
  if (!(await answer.text()).includes('SignedIn')) throw new Error(`${reader} could not sign in`);
  const session = await context.storageState();
  await context.close();
  return session;
}

/** What each page still waits for. */
const pending = new WeakMap<Page, Set<Request>>();

function watch(page: Page): Set<Request> {
  const waiting = new Set<Request>();
  pending.set(page, waiting);
  page.on('request', (request) => waiting.add(request));
  page.on('requestfinished', (request) => waiting.delete(request));
  page.on('requestfailed', (request) => waiting.delete(request));
  return waiting;
}

/** Goes to an address and waits until the page is whole: its heading is there and nothing is on its way. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await settled(page);
}

/** Goes to an address as a link of the page does, without loading the product again. */
export async function go(page: Page, address: string): Promise<void> {
  if (!page.url().startsWith('http')) return open(page, address);
  await page.evaluate((to) => {
    window.history.pushState(null, '', to);
    window.dispatchEvent(new PopStateEvent('popstate'));
  }, address);
  await settled(page);
}

const PATIENCE = 30_000;
/** So many looks in a row have to find the page at rest: what arrives may ask for more. */
const LOOKS = 2;

/** Waits until the page has its heading, nothing is on its way and the browser has nothing left to draw. */
export async function settled(page: Page): Promise<void> {
  const waiting = pending.get(page) ?? watch(page);
  const until = performance.now() + PATIENCE;
  for (let calm = 0; calm < LOOKS;) {
    const rests = await Promise.race([page.evaluate(isAtRest).catch(isLeaving), silence()]);
    calm = rests && waiting.size === 0 ? calm + 1 : 0;
    if (performance.now() > until)
      throw new Error(`the page never came to rest: ${page.url()} ${[...waiting].map((one) => one.url()).join(' ')}`);
    if (calm === 0) await page.waitForTimeout(20);
  }
}

/** A page that does not answer is not at rest. */
const silence = (): Promise<false> => new Promise((resolve) => setTimeout(() => resolve(false), 5000).unref());

/** Asked when the browser has nothing more urgent to do: whatever React still had to draw is drawn. */
async function isAtRest(): Promise<boolean> {
  const { scheduler } = window as unknown as { scheduler: { postTask: (task: () => void, how: object) => Promise<void> } };
  await scheduler.postTask(() => undefined, { priority: 'background' });
  return document.querySelector('h1') !== null && document.querySelector('[aria-busy="true"], [data-loading]') === null;
}

/** A page that is being left cannot be asked. */
function isLeaving(error: unknown): false {
  if (/context was destroyed|navigat|Cannot find context/i.test(String(error))) return false;
  throw error;
}
