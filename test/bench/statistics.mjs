// How long the estimators take on large data, beside R on the same numbers where Rscript is present.
// npm run bench -- statistics [ROWS=1000000] ; goals: about a second each, a few seconds for Cox.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { aalenJohansen, cox, inequality, kaplanMeier, logRank } from '../../api/dist/statistics/index.js';

const rows = Number(process.argv[2] ?? 1_000_000);
const intervals = rows / 5;

/** The same numbers on every run and every machine. */
let state = 20260101;
function uniform() {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return (state + 0.5) / 4294967296;
}
const list = (length, make) => Array.from({ length }, make);

const times = list(rows, () => -Math.log(uniform()) * 100);
const states = list(rows, () => Math.floor(uniform() * 3));
const events = states.map((one) => (one === 1 ? 1 : 0));
const groups = list(rows, () => (uniform() < 0.5 ? 'a' : 'b'));
const starts = list(intervals, () => Math.floor(uniform() * 4000));
const stops = starts.map((start) => start + 1 + Math.floor(uniform() * 1000));
const ended = list(intervals, () => (uniform() < 0.3 ? 1 : 0));
const covariates = list(intervals, () => [
  uniform() < 0.5 ? 1 : 0,
  uniform() * 10,
  -Math.log(uniform()),
  Math.floor(uniform() * 5),
]);
const eventTimes = new Set(stops.filter((_, i) => ended[i] === 1)).size;

/** What is timed: the product's call, and R's on the same data. */
const BENCHES = [
  {
    name: `Kaplan–Meier, ${rows} rows`,
    run: () => kaplanMeier({ times, events }),
    r: 'survfit(Surv(d$times, d$events) ~ 1, conf.type = "log-log")',
  },
  {
    name: `log-rank, ${rows} rows`,
    run: () => logRank({ times, events, groups }),
    r: 'survdiff(Surv(d$times, d$events) ~ d$groups)',
  },
  {
    name: `Aalen–Johansen, ${rows} rows`,
    run: () => aalenJohansen({ times, states }),
    r: 'survfit(Surv(d$times, factor(d$states)) ~ 1)',
  },
  {
    name: `Gini, ${rows} rows`,
    run: () => inequality({ values: times }),
    r: '{ x <- sort(d$times); n <- length(x); sum((2 * seq_len(n) - n - 1) * x) / (n * sum(x)) }',
  },
  {
    name: `Cox, 4 covariates, ${intervals} intervals, ${eventTimes} event times`,
    run: () => cox({ starts, stops, events: ended, covariates }),
    r: 'coxph(Surv(starts, stops, ended) ~ c1 + c2 + c3 + c4, data = i, ties = "efron")',
  },
];

function timed(run) {
  run();
  const before = performance.now();
  const processor = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(processor);
  return { seconds: (performance.now() - before) / 1000, processor: (user + system) / 1e6, kind: result.kind };
}

/** Seconds that R takes for each call, read inside R so that its start does not count; nothing where it is absent. */
function secondsOfR() {
  if (spawnSync('Rscript', ['--version']).error) return undefined;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'overstory-bench-'));
  const csv = (header, length, line) => `${header}\n${list(length, (_, i) => line(i)).join('\n')}\n`;
  fs.writeFileSync(
    path.join(folder, 'd.csv'),
    csv('times,events,states,groups', rows, (i) => [times[i], events[i], states[i], groups[i]].join()),
  );
  const line = (i) => [starts[i], stops[i], ended[i], ...covariates[i]].join();
  fs.writeFileSync(path.join(folder, 'i.csv'), csv('starts,stops,ended,c1,c2,c3,c4', intervals, line));
  const script = `suppressMessages(library(survival)); setwd(commandArgs(TRUE)[1]); d <- read.csv("d.csv"); i <- read.csv("i.csv")\n${BENCHES.map(
    ({ r }) => `cat(system.time(${r})[["elapsed"]], "\\n")`,
  ).join('\n')}\n`;
  fs.writeFileSync(path.join(folder, 'bench.R'), script);
  const { stdout, status } = spawnSync('Rscript', [path.join(folder, 'bench.R'), folder], { encoding: 'utf8' });
  fs.rmSync(folder, { recursive: true, force: true });
  return status === 0 ? stdout.trim().split(/\s+/).map(Number) : undefined;
}

const fromR = secondsOfR();
for (const [i, { name, run }] of BENCHES.entries()) {
  const { seconds, processor, kind } = timed(run);
  const beside = fromR === undefined ? '' : `   R ${fromR[i].toFixed(2)} s`;
  console.log(
    `${seconds.toFixed(2).padStart(7)} s (processor ${processor.toFixed(2)} s)   ${name}${kind === 'estimated' ? '' : ` (${kind})`}${beside}`,
  );
}
if (fromR === undefined) console.log('R beside it: skipped: Rscript not found');
