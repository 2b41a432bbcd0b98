// How fast pages feel, in Chromium on a fresh sample installation: what the first load of the Overview takes (largest paint,
// shift of the layout, time in which the page does not answer, script over the wire), how long a change of breakdown or period
// takes until the new figure stands, how evenly a heatmap of 200 teams and 6 levels scrolls, and how Lighthouse would score the
// speed of the pages that are opened most, on its desktop and on its slow phone. Prints one line of JSON.
// node test/bench/browser.mjs [ROUNDS=5]
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { chromium } from 'playwright-core';
import { DEVICES, score } from './support/score.mjs';
import { environmentOf, serve, stop } from './support/served.mjs';

const [rounds = 5] = process.argv.slice(2).map(Number);
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'overstory-browser-bench-'));
const executablePath = [process.env.OVERSTORY_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
  (place) => place && fs.existsSync(place),
);

const HEADERS = { 'x-overstory-request': '1' };

async function signedIn(browser, baseURL, reader) {
  const accounts = JSON.parse(fs.readFileSync(path.join(home, 'sample-accounts.json'), 'utf8'));
  const { email, password } = accounts.find(({ role }) => role === reader);
  const context = await browser.newContext({ baseURL, viewport: { width: 1280, height: 900 } });
  const ask = async (query) =>
    (await (await context.request.post('/graphql', { headers: HEADERS, data: { query } })).json()).data;
  await ask(`mutation { signIn(email: "${email}", password: "${password}") { __typename } }`);
  for (;;) {
    const { installation, periods } = await ask('{ installation { preparing { done } } periods { key } }');
    if (installation.preparing === null) return { context, periods: periods.map(({ key }) => key) };
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

const median = (all) => Math.round([...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? NaN);
const rounded = (value) => Math.round(value * 1000) / 1000;

/** Kept in the page from its first script on. */
function watching() {
  window.seen = { shift: 0, first: 0, largest: 0, blocked: 0, blockedSinceFirst: 0 };
  const watch = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  watch('layout-shift', (entry) => (window.seen.shift += entry.value));
  watch('largest-contentful-paint', (entry) => (window.seen.largest = entry.startTime));
  watch('paint', (entry) => entry.name === 'first-contentful-paint' && (window.seen.first = entry.startTime));
  watch('longtask', ({ startTime, duration }) => {
    window.seen.blocked += Math.max(0, duration - 50);
    // Nobody can click what is not there yet: a task counts from the first paint on.
    const since = Math.max(startTime, window.seen.first || Infinity);
    window.seen.blockedSinceFirst += Math.max(0, startTime + duration - since - 50);
  });
}

const rested = (page) =>
  page.waitForFunction(() => document.querySelector('h1') && !document.querySelector('[aria-busy="true"], [data-loading]'));

async function firstLoads(context) {
  const all = [];
  for (let round = 0; round < rounds; round += 1) {
    // A browser that was never here: nothing is kept from the round before.
    const fresh = await context
      .browser()
      .newContext({ storageState: await context.storageState(), viewport: { width: 1280, height: 900 } });
    const page = await fresh.newPage();
    await page.addInitScript(watching);
    let bytes = 0;
    const scripts = [];
    page.on('response', (response) => /\.js$/.test(new URL(response.url()).pathname) && scripts.push(response.body()));
    await page.goto(`${context.base}/`);
    await rested(page);
    await page.waitForTimeout(1000);
    for (const body of await Promise.all(scripts)) bytes += zlib.gzipSync(body).length;
    all.push({ ...(await page.evaluate(() => window.seen)), bytes });
    await fresh.close();
  }
  return {
    largestPaintMs: median(all.map(({ largest }) => largest)),
    layoutShift: rounded(Math.max(...all.map(({ shift }) => shift))),
    blockedMs: median(all.map(({ blocked }) => blocked)),
    scriptKb: Math.round(Math.max(...all.map(({ bytes }) => bytes)) / 1000),
  };
}

/** Milliseconds from a choice until the figure that it asks for is drawn. */
async function switched(page, label, value, part) {
  return page.evaluate(
    async ([name, wish, inSubtitle]) => {
      const select = [...document.querySelectorAll('select')].find((one) => one.labels[0]?.textContent === name);
      const begun = performance.now();
      Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value').set.call(select, wish);
      select.dispatchEvent(new Event('change', { bubbles: true }));
      for (;;) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
        const told = document.querySelector('figure[data-chart]')?.innerText ?? '';
        if (told.includes(inSubtitle) && !document.querySelector('figure[data-chart]').closest('[aria-busy="true"]')) break;
        if (performance.now() - begun > 10_000) break;
      }
      return performance.now() - begun;
    },
    [label, value, part],
  );
}

async function switching(context, periods) {
  const page = await context.newPage();
  await page.goto(`${context.base}/explore/participation?by=level`);
  await rested(page);
  const [now, before] = periods;
  const inWords = (period) => {
    const [year, quarter] = period.split('-Q').map(Number);
    return `${['January', 'April', 'July', 'October'][quarter - 1]} to ${['March', 'June', 'September', 'December'][quarter - 1]} ${year}`;
  };
  const times = { newBreakdown: [], knownBreakdown: [], newPeriod: [], knownPeriod: [] };
  const rest = () => page.waitForTimeout(600);
  for (let round = 0; round < rounds; round += 1) {
    await page.goto(`${context.base}/explore/participation?by=level`);
    await rested(page);
    await rest();
    times.newBreakdown.push(await switched(page, 'Compare by', 'location', 'by location'));
    await rest();
    times.knownBreakdown.push(await switched(page, 'Compare by', 'level', 'by level'));
    await rest();
    times.newPeriod.push(await switched(page, 'Period', before, inWords(before)));
    await rest();
    times.knownPeriod.push(await switched(page, 'Period', now, inWords(now)));
    await rest();
  }
  await page.close();
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [`${name}Ms`, median(all)]));
}

/** Pages that are opened most, and by whom. */
const SCORED = [
  ['auditor', '/'],
  ['engineering-manager', '/'],
  ['programme-owner', '/'],
  ['auditor', '/explore/participation?by=level'],
  ['auditor', '/tracks'],
  ['auditor', '/outcomes/progression'],
  ['auditor', '/reports'],
  ['auditor', '/trust'],
];

/** One visit of a browser that was never here, over a line and with a processor of this device. */
async function visited(context, address, { window: size, line, slowdown }) {
  const fresh = await context.browser().newContext({ storageState: await context.storageState(), ...size });
  const page = await fresh.newPage();
  // On a busy machine a slow phone is slow indeed.
  page.setDefaultTimeout(180_000);
  await page.addInitScript(watching);
  const cdp = await fresh.newCDPSession(page);
  const bytesPerSecond = (line.kbps * 1000) / 8;
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: line.latency,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.goto(`${context.base}${address}`);
  await rested(page);
  await page.waitForTimeout(2000);
  const seen = await page.evaluate(() => window.seen);
  await fresh.close();
  return seen;
}

async function scores(contexts) {
  const all = [];
  for (const [reader, address] of SCORED)
    for (const [name, device] of Object.entries(DEVICES)) {
      const visits = [];
      for (let round = 0; round < rounds; round += 1) visits.push(await visited(contexts[reader], address, device));
      const metrics = {
        firstPaintMs: median(visits.map(({ first }) => first)),
        largestPaintMs: median(visits.map(({ largest }) => largest)),
        blockedMs: median(visits.map(({ blockedSinceFirst }) => blockedSinceFirst)),
        layoutShift: rounded(Math.max(...visits.map(({ shift }) => shift))),
      };
      all.push({ page: `${address} (${reader})`, device: name, score: score(name, metrics), ...metrics });
    }
  return all;
}

/** The server’s own cells, repeated until there are 200 teams: the drawing is measured, not the data. */
async function enlarged(route) {
  const response = await route.fetch();
  const json = await response.json();
  for (const table of Object.values(json.data ?? {})) {
    if (!Array.isArray(table?.cells) || table.by?.length !== 2) continue;
    const cells = table.cells;
    const teams = new Set(cells.map(({ group }) => group[0].value));
    for (let copy = 1; new Set(table.cells.map(({ group }) => group[0].value)).size < 200; copy += 1)
      table.cells = table.cells.concat(
        cells.map((cell) => ({
          ...cell,
          group: [
            { ...cell.group[0], value: `${cell.group[0].value} ${copy}`, label: `${cell.group[0].label} ${copy}` },
            ...cell.group.slice(1),
          ],
        })),
      );
    if (teams.size === 0) throw new Error('no team');
  }
  await route.fulfill({ response, json });
}

async function heatmap(context) {
  const page = await context.newPage();
  await page.route('**/graphql', enlarged);
  await page.addInitScript(watching);
  await page.goto(`${context.base}/explore/participation?by=team&split=level`);
  await rested(page);
  await page.waitForTimeout(1000);
  const found = await page.evaluate(async () => {
    const heat = document.querySelector('[role="region"][aria-label^="Heatmap"] table');
    const end = document.documentElement.scrollHeight - innerHeight;
    const frames = [];
    let last = performance.now();
    for (let y = 0; y < Math.min(end, 12_000); y += 80) {
      window.scrollTo(0, y);
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const now = performance.now();
      frames.push(now - last);
      last = now;
    }
    frames.sort((a, b) => a - b);
    return {
      rows: [...heat.tBodies].reduce((sum, body) => sum + body.rows.length, 0),
      cells: heat.querySelectorAll('td').length,
      p95: frames[Math.floor(frames.length * 0.95)],
      worst: frames.at(-1),
    };
  });
  const { blocked } = await page.evaluate(() => window.seen);
  await page.close();
  return {
    rows: found.rows,
    cells: found.cells,
    frameP95Ms: Math.round(found.p95),
    frameWorstMs: Math.round(found.worst),
    blockedMs: Math.round(blocked),
  };
}

const server = serve(environmentOf(home));
let browser;
try {
  if (executablePath === undefined) throw new Error('no Chromium was found; OVERSTORY_CHROMIUM names one');
  const base = await server.address;
  browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  const contexts = {};
  let periods = [];
  for (const reader of new Set(SCORED.map(([one]) => one))) {
    const { context, periods: known } = await signedIn(browser, base, reader);
    contexts[reader] = Object.assign(context, { base });
    periods = known;
  }
  const context = contexts.auditor;
  const overview = await firstLoads(context);
  const switches = await switching(context, periods);
  const heat = await heatmap(context);
  const pages = await scores(contexts);
  const found = { benchmark: 'browser', cores: os.cpus().length, rounds, overview, switches, heatmap: heat, scores: pages };
  process.stdout.write(`${JSON.stringify(found)}\n`);
} catch (error) {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
} finally {
  await browser?.close();
  await stop(server.child);
  fs.rmSync(home, { recursive: true, force: true });
}
