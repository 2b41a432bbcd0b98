// How long protection and exposure take, with the greatest memory of each and the share of cells that are shown.
// node test/bench/disclosure.mjs [CASE …] ; all cases but the last (minutes) without arguments. Each runs in its own process.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const dist = new URL('../../api/dist/disclosure/', import.meta.url);
const { evidenceOf, exposure, protect } = await import(new URL('index.js', dist));
const { decide } = await import(new URL('decide.js', dist));

const POLICY = {
  version: 'bench',
  thresholds: { dimension: 5, special: 10 },
  noiseLevel: 3,
  lowerNoise: { from: 1500, noiseLevel: 2.5 },
  noiseSteps: [3, 4, 5, 6, 8],
  exposure: { release: 0.3, history: 0.65, permanent: 0.67, periods: 8 },
  otherTables: { minimumOpen: 30, minimumSpecialBase: 50 },
  similar: { low: 0.8, high: 1.25 },
};
const SECRET = { key: new Uint8Array(32).fill(1), release: 'bench' };

function chance(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const key64 = (random) => Buffer.from(Uint32Array.of(random() * 2 ** 32, random() * 2 ** 32).buffer).toString('hex');
const column = (key, size, sensitivity = 'open') => ({
  key,
  label: key,
  kind: 'nominal',
  sensitivity,
  values: Array.from({ length: size }, (_, i) => ({ key: `${key}${i}`, label: '' })),
});

// ---- protect: one wide table with its margins, three statistics in every cell

const COUNT = { kind: 'count' };
const OPEN = { kind: 'open' };
const SUM = { kind: 'sum', cap: 3, low: 0, high: 240 };
const statistic = (question, value, sensitivity) => ({
  question,
  columnsOf: 'person',
  subject: 'mentees',
  sensitivity,
  exact: { kind: 'exact', value },
});
const NOTHING = {};

function wideRelease(cells) {
  const random = chance(1);
  const [rows, columns] = [Math.round(Math.sqrt(cells)), Math.floor(cells / Math.round(Math.sqrt(cells)))];
  const cell = (group, people) => ({
    group,
    open: { count: people, xor: key64(random) },
    secret: NOTHING,
    statistics: {
      eligible: statistic('eligible/1', people, OPEN),
      participants: statistic('mentees/1', (people * random()) | 0, COUNT),
      minutes: statistic('minutes/1', people * random(), SUM),
    },
  });
  const dimensions = [column('a', rows), column('b', columns)];
  const [ofRow, ofColumn] = [new Array(rows).fill(0), new Array(columns).fill(0)];
  const fine = [];
  for (let i = 0; i < rows; i += 1)
    for (let j = 0; j < columns; j += 1) {
      const people = (random() * random() * 40) | 0;
      ofRow[i] += people;
      ofColumn[j] += people;
      fine.push(cell({ a: dimensions[0].values[i].key, b: dimensions[1].values[j].key }, people));
    }
  const table = (breakdown, list) => ({
    measure: 'm',
    variant: 'v',
    breakdown,
    special: false,
    bases: [{ kind: 'open' }],
    cells: list,
  });
  const tables = [
    table(
      [],
      [
        cell(
          {},
          ofRow.reduce((a, b) => a + b),
        ),
      ],
    ),
    table(
      ['a'],
      ofRow.map((people, i) => cell({ a: `a${i}` }, people)),
    ),
    table(
      ['b'],
      ofColumn.map((people, i) => cell({ b: `b${i}` }, people)),
    ),
    table(['a', 'b'], fine),
  ];
  return { dimensions, tables };
}

function protectCells(cells) {
  const release = wideRelease(cells);
  const begun = clock();
  const tables = protect(release, POLICY, SECRET);
  return { ...begun(), ...shares(tables.flatMap((table) => table.cells.map(({ status }) => status))) };
}

function shares(statuses) {
  const filled = statuses.filter((status) => status !== 'structuralZero');
  const shown = filled.filter((status) => status === 'shown').length;
  return { cells: statuses.length, shown: `${((100 * shown) / filled.length).toFixed(1)} %` };
}

// ---- an organisation: divisions, departments, teams, levels, places, tenure, three characteristics

const CHARACTERISTICS = { gender: [69, 29.5, 1.5], origin: [58, 14, 10, 8, 5, 3, 2], care: [75, 25] };

function pick(random, weights) {
  let left = random() * weights.reduce((sum, weight) => sum + weight);
  const found = weights.findIndex((weight) => (left -= weight) < 0);
  return found < 0 ? weights.length - 1 : found;
}

function organisation(size) {
  const teams = Math.max(3, Math.round(size / 30));
  const departments = Math.max(2, Math.round(teams / 5));
  const divisions = Math.max(2, Math.round(Math.sqrt(departments)));
  const upper = (team) => {
    const department = Math.floor((team * departments) / teams);
    return { department, division: Math.floor((department * divisions) / departments) };
  };
  const random = chance(size);
  const weights = Array.from({ length: teams }, () => 0.3 + random() * random() * 3);
  const ends = weights.map(
    (
      (sum) => (weight) =>
        (sum += weight)
    )(0),
  );
  const aTeam = () => {
    const at = random() * ends[teams - 1];
    let [low, high] = [0, teams - 1];
    while (low < high)
      if (ends[(low + high) >> 1] > at) high = (low + high) >> 1;
      else low = ((low + high) >> 1) + 1;
    return low;
  };
  const newcomer = (id) => {
    const special = Object.fromEntries(Object.entries(CHARACTERISTICS).map(([key, shares_]) => [key, pick(random, shares_)]));
    return {
      id,
      key: [random() * 2 ** 32, random() * 2 ** 32].map((half) => half >>> 0),
      team: aTeam(),
      level: pick(random, [8, 20, 28, 24, 14, 6]),
      place: pick(random, [22, 21, 18, 15, 13, 11]),
      tenure: pick(random, [20, 22, 28, 30]),
      ...special,
    };
  };
  return {
    random,
    aTeam,
    newcomer,
    upper,
    sizes: { teams, departments, divisions },
    people: Array.from({ length: size }, (_, id) => newcomer(id)),
  };
}

/** A quarter later: 3 % replaced, 3 % moved, 3 % promoted, 10 % in another tenure band. */
function quarterLater(organisation_, nextId) {
  const { random, aTeam, newcomer } = organisation_;
  let id = nextId;
  const people = organisation_.people.map((person) => {
    const what = random();
    if (what < 0.03) return newcomer(id++);
    if (what < 0.06) return { ...person, team: aTeam() };
    if (what < 0.09) return { ...person, level: Math.min(5, person.level + 1) };
    return what < 0.19 ? { ...person, tenure: Math.min(3, person.tenure + 1) } : person;
  });
  return [{ ...organisation_, people }, id];
}

const SPECIAL = Object.keys(CHARACTERISTICS);
const BREAKDOWNS = [
  [],
  ...[['division'], ['department'], ['team'], ['level'], ['place'], ['tenure']],
  ...[
    ['division', 'level'],
    ['department', 'level'],
    ['team', 'level'],
  ],
  ...SPECIAL.flatMap((key) => [[key], ['level', key], ['division', key], ['department', key]]),
];
const UNITS = ['division', 'department', 'team'];

/** The cells of every breakdown as lists of people (places in the list). */
function groupsOf({ people, upper }, breakdown) {
  const found = new Map();
  for (const [i, person] of people.entries()) {
    const of = { ...upper(person.team), ...person };
    const key = breakdown.map((name) => of[name]).join();
    const list = found.get(key);
    if (list) list.push(i);
    else found.set(key, [i]);
  }
  return found;
}

function treeOf({ sizes, upper }) {
  const unit = (kind, i) => `${kind}${i}`;
  const values = Array.from({ length: sizes.divisions }, (_, i) => ({ key: unit('division', i), label: '' }));
  for (let i = 0; i < sizes.departments; i += 1)
    values.push({
      key: unit('department', i),
      label: '',
      parent: unit('division', Math.floor((i * sizes.divisions) / sizes.departments)),
    });
  for (let i = 0; i < sizes.teams; i += 1)
    values.push({ key: unit('team', i), label: '', parent: unit('department', upper(i).department) });
  return { key: 'unit', label: '', kind: 'tree', sensitivity: 'open', values };
}

/** The tables of an organisation; cells without people are left out but for the open one-way tables. */
function releaseOf(organisation_, membership) {
  const dimensions = [
    treeOf(organisation_),
    ...[
      ['level', 6],
      ['place', 6],
      ['tenure', 4],
    ].map(([key, size]) => column(key, size)),
    ...Object.entries(CHARACTERISTICS).map(([key, weights]) => column(key, weights.length, 'special')),
  ];
  const opens = new Map();
  const openOf = (columns, values) => {
    const name = columns.join();
    if (!opens.has(name)) opens.set(name, groupsOf(organisation_, columns));
    return opens.get(name).get(values.join());
  };
  const tables = new Map();
  for (const breakdown of BREAKDOWNS) {
    const isUnit = breakdown.some((name) => UNITS.includes(name));
    const columns = breakdown.map((name) => (UNITS.includes(name) ? 'unit' : name));
    const special = breakdown.some((name) => SPECIAL.includes(name));
    const table = tables.get(columns.join()) ?? {
      measure: 'participation',
      variant: 'mentee',
      breakdown: columns,
      special,
      bases: special ? [{ kind: 'secret', of: ['participants', 'nonParticipants'] }] : [{ kind: 'open' }],
      cells: [],
    };
    tables.set(columns.join(), table);
    for (const [key, members] of groupsOf(organisation_, breakdown)) {
      const values = breakdown.length === 0 ? [] : key.split(',').map(Number);
      const openColumns = breakdown.filter((name) => !SPECIAL.includes(name));
      const there = special
        ? openOf(
            openColumns,
            values.filter((_, i) => !SPECIAL.includes(breakdown[i])),
          )
        : members;
      const group = Object.fromEntries(breakdown.map((name, i) => [columns[i], `${name}${values[i]}`]));
      const secret = Object.fromEntries(SPECIAL.filter((name) => name in group).map((name) => [name, group[name]]));
      const halves = there.reduce(
        ([a, b], i) => [(a ^ organisation_.people[i].key[0]) >>> 0, (b ^ organisation_.people[i].key[1]) >>> 0],
        [0, 0],
      );
      const xor = halves.map((half) => half.toString(16).padStart(8, '0')).join('');
      const counted = members.filter((i) => organisation_.people[i].id % 4 === 0).length;
      const statistics = special
        ? {
            participants: statistic('mentees/1', counted, COUNT),
            nonParticipants: statistic('others/1', members.length - counted, COUNT),
          }
        : { eligible: statistic('eligible/1', there.length, OPEN), participants: statistic('mentees/1', counted, COUNT) };
      table.cells.push({ group, open: { count: there.length, xor }, secret, statistics });
      membership?.set(
        JSON.stringify(Object.entries(group).sort()),
        Int32Array.from(members, (i) => organisation_.people[i].id),
      );
    }
    if (!isUnit && breakdown.length === 1 && !special)
      table.cells.sort((a, b) => (a.group[breakdown[0]] < b.group[breakdown[0]] ? -1 : 1));
  }
  return { dimensions, tables: [...tables.values()] };
}

function decideGroups(size) {
  const { dimensions, tables } = releaseOf(organisation(size));
  const release = { dimensions, tables: tables.filter(({ special }) => !special) };
  const begun = clock();
  const decided = decide(release, POLICY, () => ({ value: 0, noise: 0 }));
  const time = begun();
  const statuses = decided.flatMap(({ table, nodes, hidden }) =>
    table.cells.map((_, i) => (hidden[nodes[i]] === 1 ? 'suppressed' : 'shown')),
  );
  return { ...time, ...shares(statuses) };
}

function shownOf(size, noiseLevel) {
  const release = releaseOf(organisation(size));
  const begun = clock();
  const tables = protect(release, { ...POLICY, noiseLevel }, SECRET);
  return { ...begun(), ...shares(tables.flatMap(({ cells }) => cells.map(({ status }) => status))) };
}

function evidenceOver(size, releases) {
  let now = organisation(size);
  let next = size;
  const all = [];
  for (let period = 0; period < releases; period += 1) {
    const membership = new Map();
    const release = releaseOf(now, membership);
    const members = (group) => membership.get(JSON.stringify(Object.entries(group).sort())) ?? [];
    all.push(...evidenceOf(release, POLICY, { ...SECRET, release: `${period}` }, members).get('mentees'));
    [now, next] = quarterLater(now, next);
  }
  return { evidence: all, people: next };
}

function measure(size, releases, effort) {
  const { evidence, people } = evidenceOver(size, releases);
  const begun = clock();
  const { greatest, mean, exact } = exposure(evidence, people, effort);
  return { ...begun(), greatest: greatest.toFixed(4), mean: mean.toFixed(4), how: exact ? 'exactly' : 'by probes' };
}

/** Elapsed and processor seconds; other work on the machine moves only the first much. */
function clock() {
  globalThis.gc?.();
  const [elapsed, used] = [performance.now(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(used);
    return { seconds: ((performance.now() - elapsed) / 1000).toFixed(2), processor: ((user + system) / 1e6).toFixed(2) };
  };
}

const CASES = {
  'protect 100,000 cells': { most: 0.7, run: () => protectCells(100_000) },
  'protect 1,000,000 cells': { most: 6, run: () => protectCells(1_000_000) },
  'groups of 200,000 people': { most: 0.5, run: () => decideGroups(200_000) },
  'cells of 6,000 people, noise level 2.5': { run: () => shownOf(6000, 2.5) },
  'cells of 6,000 people, noise level 3': { run: () => shownOf(6000, 3) },
  'exposure of 6,000 people': { most: 1, run: () => measure(6000, 1) },
  'exposure of 200,000 people': { most: 15, heap: 400, run: () => measure(200_000, 1) },
  'exposure over eight of 1,500 people': { most: 20, run: () => measure(1500, 8) },
  'exposure over eight of 6,000 people': { most: 60, run: () => measure(6000, 8) },
  'exposure over eight of 200,000 people': { run: () => measure(200_000, 8, { probes: 6, candidates: 6 }), onlyIfNamed: true },
};

const [flag, ...named] = process.argv.slice(2);
if (flag === '--one') {
  const result = CASES[named[0]].run();
  console.log(JSON.stringify({ ...result, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) }));
} else {
  const wanted = flag === undefined ? Object.keys(CASES).filter((name) => !CASES[name].onlyIfNamed) : [flag, ...named];
  for (const name of wanted) {
    const heap = CASES[name].heap ?? 6000;
    const options = [`--max-old-space-size=${heap}`, '--expose-gc', fileURLToPath(import.meta.url), '--one', name];
    const result = JSON.parse(execFileSync(process.execPath, options, { encoding: 'utf8' }));
    console.log(
      JSON.stringify({ benchmark: 'disclosure', case: name, ...(CASES[name].most ? { most: CASES[name].most } : {}), ...result }),
    );
  }
}
