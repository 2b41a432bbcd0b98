import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { addDirectoryToken } from '../../api/src/access/index.js';
import { freshInstallation, type TestInstallation } from '../support/database.js';
import { freePort, startProvider } from '../support/identity-provider.js';
import { type Serving, startServing } from '../support/serving.js';
import { chromiumPath, launchChromium, mustHaveChromium, NO_CHROMIUM } from './support/chromium.js';
import { settled } from './support/visit.js';

jest.setTimeout(120_000);

const suite = chromiumPath !== undefined || mustHaveChromium ? describe : describe.skip;
if (chromiumPath === undefined) it.skip(NO_CHROMIUM, () => undefined);

const PEOPLE = {
  ada: { email: 'ada@example.org', email_verified: true, groups: ['works-council'] },
  adm: { email: 'adm@example.org', email_verified: true, groups: ['it'] },
  stu: { email: 'stu@example.org', email_verified: true, groups: ['data-office'] },
  dee: { email: 'dee@example.org', email_verified: true, groups: ['gardeners'] },
};

/** The product as it is served, with an identity provider beside it and no password of its own. */
suite('signing in at the organisation, in the browser', () => {
  let browser: Browser;
  let serving: Serving;
  let installation: TestInstallation;

  beforeAll(async () => {
    installation = await freshInstallation();
    const { config, environment } = installation;
    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    const provider = await startProvider(PEOPLE, { product: address });
    const file = path.join(config.home, 'identity.json');
    fs.writeFileSync(file, JSON.stringify(settings(address, provider.issuer, provider.clientId)));
    browser = await launchChromium();
    serving = await startServing(
      {
        ...environment,
        PORT: String(port),
        OVERSTORY_IDENTITY: file,
        OVERSTORY_OIDC_CLIENT_SECRET: provider.clientSecret,
        OVERSTORY_LOCAL_ACCOUNTS: 'refused',
      },
      ['--no-sample'],
    );
  });
  afterAll(async () => {
    await browser?.close();
    await serving?.stop();
  });

  const window = async (): Promise<Page> => {
    const context = await browser.newContext({ baseURL: serving.address });
    return context.newPage();
  };
  const signInAs = async (page: Page, login: string): Promise<void> => {
    await page.getByRole('link', { name: 'Sign in with Example SSO' }).click();
    await page.getByPlaceholder('Enter any login').fill(login);
    await page.getByPlaceholder('and password').fill('x');
    await page.getByRole('button', { name: 'Sign-in' }).click();
    await page.waitForURL((url) => url.origin === serving.address);
  };

  it('leads there and back to the page that the reader wanted, and ends both sessions', async () => {
    const page = await window();
    await page.goto('/trust/certificates');
    await page.waitForURL(/sign-in\?to=/);
    expect(await page.getByLabel('Password', { exact: true }).count()).toBe(0);
    await signInAs(page, 'ada');
    expect(new URL(page.url()).pathname).toBe('/trust/certificates');
    await settled(page);
    expect(await page.evaluate(() => document.cookie)).toBe('');

    await page.goto('/account');
    await page.getByText('You sign in at your organisation').waitFor();
    expect(await page.getByRole('button', { name: 'Change password' }).count()).toBe(0);

    await page.getByRole('button', { name: /Auditor/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: /sign me out/i }).click();
    await page.waitForURL(`${serving.address}/sign-in*`);
    await page.getByRole('link', { name: 'Sign in with Example SSO' }).click();
    // The provider asks again: its session has ended, too.
    await page.getByPlaceholder('Enter any login').waitFor();
    await page.context().close();
  });

  it('lets an administrator add, narrow and close accounts, and make a token that is shown once', async () => {
    const reader = await window();
    await reader.goto('/sign-in');
    await signInAs(reader, 'ada');
    const page = await window();
    await page.goto('/sign-in?to=/admin/accounts');
    await signInAs(page, 'adm');
    await settled(page);
    expect(await page.getByRole('row', { name: /ada@example.org/ }).innerText()).toMatch(/Auditor.*The identity provider/s);
    expect(await page.getByRole('row', { name: /adm@example.org/ }).innerText()).toContain('Your own');
    expect(await axe(page)).toEqual([]);
    expect(await fits(page)).toEqual([]);

    await page.getByLabel('E-mail').fill('new@example.org');
    await page.getByRole('button', { name: 'Add this account' }).click();
    await page.getByRole('row', { name: /new@example.org/ }).waitFor();
    await page.getByLabel('Account', { exact: true }).selectOption('new@example.org');
    await page.getByLabel('Its branch of the team tree').fill('eng/platform');
    await page.getByLabel('Its role from now on').selectOption('engineering-manager');
    await page.getByRole('button', { name: 'Give this role' }).click();
    await page.getByRole('cell', { name: 'Engineering manager, eng/platform' }).waitFor();

    await page.getByRole('button', { name: 'Close ada@example.org' }).click();
    await page.getByRole('button', { name: 'Open ada@example.org' }).waitFor();
    await reader.goto('/trust/certificates');
    await reader.waitForURL(/sign-in/);

    await page.goto('/admin/tokens');
    await settled(page);
    await page.getByLabel('Name', { exact: true }).fill('lms nightly');
    await page.getByLabel('Speaks for').fill('lms');
    await page.getByLabel('Sends').fill('skill_checks');
    await page.getByRole('button', { name: 'Make the token', exact: true }).click();
    const secret = await page.locator('code').innerText();
    expect(secret).toMatch(/^overstory_/);
    expect(await axe(page)).toEqual([]);
    expect(await fits(page)).toEqual([]);
    await page.reload();
    await settled(page);
    expect(await page.content()).not.toContain(secret.slice(10));
    await page.getByRole('button', { name: 'End lms nightly' }).click();
    await page.getByRole('cell', { name: /^Ended/ }).waitFor();
    await Promise.all([reader, page].map((one) => one.context().close()));
  });

  it('lets a data steward take in what the directory said of people', async () => {
    const token = await addDirectoryToken(installation.pool('owner'), {
      name: 'hr',
      source: 'hr',
      persons: 'externalId',
      days: 1,
    });
    const told = await fetch(`${serving.address}/scim/v2/Users`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' },
      body: JSON.stringify({
        schemas: [],
        userName: 'new.person@example.org',
        externalId: 'canary-id-7731',
        timezone: 'Europe/Berlin',
      }),
    });
    expect(told.status).toBe(201);
    const page = await window();
    await page.goto('/sign-in?to=/data/loads');
    await signInAs(page, 'stu');
    await settled(page);
    await page.getByRole('button', { name: 'Take in what it said' }).click();
    await page.getByRole('cell', { name: 'hr', exact: true }).waitFor();
    await page.reload();
    await settled(page);
    expect(await axe(page)).toEqual([]);
    expect(await page.content()).not.toContain('canary-id-7731');
    await page.context().close();
  });

  it('says in words why somebody without a role is not let in', async () => {
    const page = await window();
    await page.goto('/sign-in');
    await signInAs(page, 'dee');
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('none of your groups there has a role here');
    expect(await page.title()).toMatch(/^Error: /);
    await page.context().close();
  });
});

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function axe(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe: runner } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: unknown[] }[] }> };
    };
    const { violations } = await runner.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.length}`);
  });
}

/** What is too wide for a narrow window, or too small for a finger. */
async function fits(page: Page): Promise<string[]> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 700 });
  const problems = await page.evaluate(() => {
    const wide = document.documentElement.scrollWidth;
    const small = [...document.querySelectorAll('main button, main select, main input')]
      .map((one) => ({ name: one.outerHTML.slice(0, 80), box: one.getBoundingClientRect() }))
      .filter(({ box }) => box.width < 24 || box.height < 24);
    return [...(wide > 320 ? [`${wide} pixels wide`] : []), ...small.map(({ name }) => name)];
  });
  if (before) await page.setViewportSize(before);
  return problems.filter((one) => !one.includes('type="checkbox"'));
}

const settings = (address: string, issuer: string, clientId: string): object => ({
  address,
  provider: { label: 'Example SSO', issuer, clientId, scope: 'openid email groups' },
  roles: [
    { group: 'works-council', role: 'auditor' },
    { group: 'it', role: 'administrator' },
    { group: 'data-office', role: 'data-steward' },
  ],
});
