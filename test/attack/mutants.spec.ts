import { describe, expect, it } from '@jest/globals';
import { attack } from '../../api/src/disclosure/index.js';
import { type Drawn, type ProtectedTable, type ReleaseFile } from '../../api/src/kernel/index.js';
import { proportionRatio, wilsonInterval } from '../../api/src/statistics/index.js';
import { people } from './support/organisation.js';
import {
  cellOf,
  cellsOf,
  hide,
  isHidden,
  isShown,
  planted,
  raw,
  redrawn,
  tableOf,
  truthOf,
  written,
  type LooseCell,
} from './support/plant.js';
import { EVERYONE, release, type Wanted } from './support/release.js';

const sound = release();
const LEVELS = 'participation/mentee/level';
const PARITY = 'parity/mentee/level';
const GENDERS = 'parity/mentee/demo_gender';
const DOSES = 'dose/mentee/level';
const TEAMS = 'participation/mentee/team';
const CROSS = 'participation/mentee/team+level';

type Fault = readonly [name: string, rule: string, file: () => ReleaseFile | readonly ReleaseFile[]];

const plain = (yes: Drawn, base: Drawn) => wilsonInterval({ successes: yes.value, trials: base.value });
const mentees = (cell: LooseCell) => [cell.drawn['participants']!, cell.drawn['eligible']!] as const;
const isTable = (table: ProtectedTable, name: string): boolean =>
  `${table.measure}/${table.variant}/${table.breakdown.join('+')}` === name;

/** Everything drawn in the given tables as it is in the microdata, with the noise that it should have had. */
const exactly =
  (names: readonly string[] | 'everywhere', share = 0): NonNullable<Wanted['tamper']> =>
  (tables, everyone) =>
    redrawn(tables, (table, group, name, drawn) => {
      if (name !== 'participants' || table.special || (names !== 'everywhere' && !names.some((one) => isTable(table, one))))
        return drawn;
      const truth = truthOf(everyone, group, table.variant as 'mentee' | 'mentor').participants;
      return { ...drawn, value: truth + Math.round((drawn.value - truth) * share) };
    });

/** What stands in the first table replaces the draws of the second. */
const shareNoise: NonNullable<Wanted['tamper']> = (tables) => {
  const mentee = tables.filter(({ variant }) => variant === 'mentee');
  return tables.map((table) => {
    const twin = mentee.find((one) => one.measure === table.measure && one.breakdown.join() === table.breakdown.join());
    return table.variant === 'mentor' && twin && !table.special ? { ...table, cells: twin.cells } : table;
  });
};

const form: readonly Fault[] = [
  ['a note in a cell', 'form', () => planted(sound, (file) => void Object.assign(cellOf(file, LEVELS), { note: '1' }))],
  ['a count beside a table', 'form', () => planted(sound, (file) => void Object.assign(tableOf(file, LEVELS), { rows: 17 }))],
  ['a place of its own at the top', 'form', () => planted(sound, (file) => void Object.assign(file, { extra: {} }))],
  [
    'a formula that is not in the list',
    'form',
    () => planted(sound, (file) => void (tableOf(file, LEVELS).derived['rate']!.by = 'ratio' as 'count')),
  ],
  [
    'a hash of something else',
    'form',
    () => raw(sound, (file) => void (file.hash = file.hash.replace(/.$/, (last) => (last === '0' ? '1' : '0')))),
  ],
  ['content changed after hashing', 'form', () => raw(sound, (file) => void (file.dimensions[0]!.label = 'Unit'))],
  [
    'drawn statistics in another order than the canonical one',
    'form',
    () =>
      raw(sound, (file) => {
        const cell = cellOf(file, LEVELS);
        cell.drawn = Object.fromEntries(Object.entries(cell.drawn).reverse());
      }),
  ],
  [
    'a hidden cell that carries its draw',
    'form',
    () =>
      planted(
        sound,
        (file) => void Object.assign(cellOf(file, CROSS, isHidden), { drawn: { participants: { value: 2, noise: 3 } } }),
      ),
  ],
  [
    'a hidden cell that says why',
    'form',
    () => planted(sound, (file) => void Object.assign(cellOf(file, CROSS, isHidden), { reason: 'tooFew' })),
  ],
  [
    'a second mark for hiding',
    'form',
    () => planted(sound, (file) => void (cellOf(file, CROSS, isHidden).status = 'complementary')),
  ],
  [
    'null in the place of an answer',
    'form',
    () => planted(sound, (file) => void (cellOf(file, PARITY).values['rateRatio'] = null as unknown as number)),
  ],
  ['a value left out', 'derived', () => planted(sound, (file) => void delete cellOf(file, PARITY).values['shortfall'])],
  ['a period that ends on another day', 'form', () => planted(sound, (file) => void (file.release.asOf = '2026-09-29'))],
];

const order: readonly Fault[] = [
  ['tables in another order', 'order', () => planted(sound, (file) => void file.tables.push(file.tables.shift()!))],
  [
    'cells in the order of their numbers',
    'order',
    () =>
      planted(
        sound,
        (file) =>
          void cellsOf(file, LEVELS)
            .sort((a, b) => b.drawn['participants']!.value - a.drawn['participants']!.value || 1)
            .reverse(),
      ),
  ],
  ['a missing category row', 'order', () => planted(sound, (file) => void cellsOf(file, GENDERS).splice(3, 1))],
  [
    'a hidden row left out',
    'order',
    () =>
      planted(sound, (file) => {
        const cells = cellsOf(file, CROSS);
        cells.splice(cells.findIndex(isHidden), 1);
      }),
  ],
  [
    'a row that stands twice',
    'order',
    () => planted(sound, (file) => void cellsOf(file, LEVELS).push(structuredClone(cellOf(file, LEVELS)))),
  ],
  ['dimensions in another order', 'order', () => planted(sound, (file) => void file.dimensions.reverse())],
  [
    'a table that stands twice',
    'order',
    () => planted(sound, (file) => void file.tables.splice(1, 0, structuredClone(file.tables[0]!))),
  ],
];

const drawn: readonly Fault[] = [
  [
    'half a person',
    'lattice',
    () =>
      release({
        tamper: (tables) =>
          redrawn(tables, (table, _group, name, one) =>
            isTable(table, LEVELS) && name === 'participants' ? { ...one, value: one.value + 0.5 } : one,
          ),
      }),
  ],
  [
    'the low bits of a sum',
    'lattice',
    () =>
      release({
        tamper: (tables) =>
          redrawn(tables, (table, _group, name, one) =>
            isTable(table, DOSES) && name === 'minutes' ? { ...one, value: one.value + 1e-7 } : one,
          ),
      }),
  ],
  [
    'a noise of 0 in a constant cell',
    'noise',
    () => planted(sound, (file) => void (cellOf(file, LEVELS).drawn['participants']!.noise = 0)),
  ],
  [
    'a noise of 0 in a whole column',
    'noise',
    () =>
      planted(sound, (file) => {
        for (const table of file.tables)
          for (const cell of (table.cells as unknown as LooseCell[]).filter(isShown))
            if (cell.drawn['participants']) cell.drawn['participants'].noise = 0;
      }),
  ],
  [
    'less noise in one cell',
    'noise',
    () => planted(sound, (file) => void (cellOf(file, LEVELS).drawn['participants']!.noise = 2.9)),
  ],
  [
    'a sum without its cap in the noise',
    'noise',
    () =>
      release({
        tamper: (tables) =>
          redrawn(tables, (_table, _group, name, one) => (name === 'minutes' ? { ...one, noise: one.noise / 3 } : one)),
      }),
  ],
  [
    'a range that is not named',
    'noise',
    () => planted(sound, (file) => void delete tableOf(file, DOSES).derived['mean']!.parameters),
  ],
  ['a noise level outside the policy', 'noise', () => release({ noiseLevel: 2 })],
  ['the lower noise level for too few people', 'noise', () => release({ noiseLevel: 2.5 })],
  [
    'an exact base in a special table',
    'noise',
    () => planted(sound, (file) => void Object.assign(cellOf(file, GENDERS).drawn, { eligible: { value: 400, noise: 0 } })),
  ],
  [
    'an exact value instead of a drawn one in one cell',
    'repeat',
    () => {
      const group = cellOf(
        sound as never,
        LEVELS,
        (cell) => cell.drawn['participants']!.value !== truthOf(EVERYONE, cell.group, 'mentee').participants,
      ).group;
      return release({
        tamper: (tables, everyone) =>
          redrawn(tables, (table, own, name, one) =>
            isTable(table, LEVELS) && name === 'participants' && own['level'] === group['level']
              ? { ...one, value: truthOf(everyone, own, 'mentee').participants }
              : one,
          ),
      });
    },
  ],
  ['exact values with the noise they should have', 'noise', () => release({ tamper: exactly('everywhere') })],
  ['noise a quarter as wide as stated', 'noise', () => release({ tamper: exactly('everywhere', 1 / 4) })],
  ['noise three times as wide as stated', 'noise', () => release({ tamper: exactly('everywhere', 3) })],
  [
    'open people that differ from measure to measure',
    'base',
    () =>
      release({
        tamper: (tables) =>
          redrawn(tables, (table, _group, name, one) =>
            isTable(table, LEVELS) && name === 'eligible' ? { ...one, value: one.value + 1 } : one,
          ),
      }),
  ],
  [
    'open people that do not add up',
    'base',
    () =>
      release({
        tamper: (tables) =>
          redrawn(tables, (_table, group, name, one) =>
            group['level'] === '3' && name === 'eligible' ? { ...one, value: one.value + 1 } : one,
          ),
      }),
  ],
];

const derived: readonly Fault[] = [
  [
    'a rate computed from the exact count',
    'derived',
    () =>
      planted(sound, (file) => {
        const cell = cellOf(
          file,
          LEVELS,
          (one) => one.drawn['participants']!.value !== truthOf(EVERYONE, one.group, 'mentee').participants,
        );
        const { people: all, participants } = truthOf(EVERYONE, cell.group, 'mentee');
        cell.values['rate'] = written(participants / all);
      }),
  ],
  [
    'a rate with all its digits',
    'derived',
    () =>
      planted(sound, (file) => {
        const cell = cellOf(
          file,
          LEVELS,
          (one) =>
            one.drawn['participants']!.value % one.drawn['eligible']!.value !== 0 &&
            written(one.drawn['participants']!.value / one.drawn['eligible']!.value) !==
              one.drawn['participants']!.value / one.drawn['eligible']!.value,
        );
        cell.values['rate'] = cell.drawn['participants']!.value / cell.drawn['eligible']!.value;
      }),
  ],
  [
    'a missing noise term in one interval',
    'derived',
    () =>
      planted(sound, (file) => {
        const cell = cellOf(file, LEVELS);
        const interval = plain(...mentees(cell));
        if (interval.kind === 'estimated') cell.values['lower'] = written(interval.value.lower);
      }),
  ],
  [
    'a covariance left out of a ratio',
    'derived',
    () =>
      planted(sound, (file) => {
        const [cell, total] = [cellOf(file, PARITY), cellOf(file, 'parity/mentee/')];
        const [[yes, base], [all, whole]] = [mentees(cell), mentees(total)];
        const ratio = proportionRatio({
          successes1: yes.value,
          trials1: base.value,
          successes2: all.value - yes.value,
          trials2: whole.value - base.value,
          noiseVariance1: 9,
          noiseVariance2: 18,
        });
        if (ratio.kind === 'estimated') cell.values['rateRatioLower'] = written(ratio.value.lower);
      }),
  ],
  [
    'everyone else with the group in it',
    'derived',
    () =>
      planted(sound, (file) => {
        const [yes, base] = mentees(cellOf(file, 'parity/mentee/'));
        cellOf(file, PARITY).values['otherRate'] = written(yes.value / base.value);
      }),
  ],
  [
    'a characteristic against the whole organisation',
    'derived',
    () =>
      planted(sound, (file) => {
        const [yes, base] = mentees(cellOf(file, 'parity/mentee/'));
        cellOf(file, GENDERS).values['otherRate'] = written(yes.value / base.value);
      }),
  ],
  [
    'a p that is not adjusted',
    'derived',
    () =>
      planted(sound, (file) => {
        const cell = cellOf(file, PARITY, (one) => one.values['scoreP'] !== one.values['adjustedP']);
        cell.values['adjustedP'] = cell.values['scoreP']!;
      }),
  ],
  [
    'a family without the other tables',
    'derived',
    () =>
      planted(sound, (file) =>
        cellsOf(file, PARITY)
          .filter(isShown)
          .forEach((cell) => void (cell.values['comparisons'] = 6)),
      ),
  ],
  [
    'a verdict from the ratio alone',
    'derived',
    () =>
      planted(sound, (file) => {
        const cell = cellOf(file, PARITY, (one) => isShown(one) && one.values['verdict'] === 'cannot_tell');
        cell.values['verdict'] = 'clearly_lower';
      }),
  ],
  [
    'a shortfall from the exact count',
    'derived',
    () =>
      planted(sound, (file) => {
        const cell = cellOf(file, PARITY, (one) => one.values['shortfall'] !== 0);
        cell.values['shortfall'] = written((cell.values['shortfall'] as number) + 1);
      }),
  ],
  [
    'a ratio to the average in the place of the highest',
    'derived',
    () =>
      planted(sound, (file) => {
        const cell = cellOf(file, PARITY);
        cell.values['impactRatio'] = cell.values['rateRatio']!;
      }),
  ],
  [
    'a mean without noise in its interval',
    'derived',
    () =>
      planted(sound, (file) => {
        const cell = cellOf(file, DOSES);
        cell.values['meanLower'] = written(((cell.values['mean'] as number) + (cell.values['meanLower'] as number)) / 2);
      }),
  ],
  ['a negative count', 'derived', () => planted(sound, (file) => void (cellOf(file, LEVELS).values['participants'] = -1))],
  [
    'no answer where there is one',
    'derived',
    () =>
      planted(sound, (file) => void (cellOf(file, PARITY).values['rateRatio'] = { absent: 'notEstimable', reason: 'tooFew' })),
  ],
  [
    'a rate under the protection limit',
    'derived',
    () => {
      const everyone = withFew('location', 'west', 8);
      const file = release({ everyone });
      return planted(file, (copy) => {
        const [cell, model] = [
          cellOf(copy, 'participation/mentee/location', (one) => one.status === 'notEstimable'),
          cellOf(copy, 'participation/mentee/location'),
        ];
        delete (cell as { reason?: string }).reason;
        const { people: all } = truthOf(everyone, cell.group, 'mentee');
        const interval = wilsonInterval({ successes: 3, trials: all, noiseVariance: 9 });
        const { estimate, lower, upper } = interval.kind === 'estimated' ? interval.value : { estimate: 0, lower: 0, upper: 1 };
        Object.assign(cell, structuredClone({ status: 'shown', drawn: model.drawn, values: model.values }));
        Object.assign(cell.drawn['eligible']!, { value: all });
        Object.assign(cell.drawn['participants']!, { value: 3 });
        Object.assign(cell.values, {
          eligible: all,
          participants: 3,
          rate: written(estimate),
          lower: written(lower),
          upper: written(upper),
        });
      });
    },
  ],
];

/** A sound export of people whose smallest groups lie on the limits. */
const withFew = (key: string, value: string, few: number) => {
  let left = few;
  return EVERYONE.filter(({ open, special }) => (open[key] ?? special[key]) !== value || left-- > 0);
};

const groups: readonly Fault[] = [
  [
    'an open group of four',
    'rule 3',
    () => {
      const file = release({ everyone: withFew('location', 'west', 5) });
      return planted(file, (copy) => {
        const [cell] = cellsOf(copy, 'participation/mentee/location').filter(({ group }) => group['location'] === 'west');
        Object.assign(cell!, {
          status: 'shown',
          drawn: { eligible: { noise: 0, value: 4 }, participants: { noise: 3, value: 2 } },
          values: cellOf(copy, LEVELS).values,
        });
        delete (cell as { reason?: string }).reason;
      });
    },
  ],
  [
    'a special base below its margin',
    'rule 3',
    () =>
      release({
        tamper: (tables) =>
          redrawn(tables, (table, group, name, one) =>
            table.special && group['demo_gender'] === 'x' && name === 'nonParticipants' ? { ...one, value: -40 } : one,
          ),
      }),
  ],
  [
    'a dose of too few mentees',
    'rule 3',
    () =>
      release({
        tamper: (tables) =>
          redrawn(tables, (table, group, name, one) =>
            isTable(table, DOSES) && group['level'] === '1' && name === 'mentees' ? { ...one, value: 10 } : one,
          ),
      }),
  ],
  [
    'a secret value that nobody holds',
    'rule 3',
    () => planted(sound, (file) => hide(cellOf(file, GENDERS, isHidden), 'structuralZero')),
  ],
  ['no base to test', 'rule 3', () => planted(sound, (file) => void (tableOf(file, GENDERS).bases = []))],
  ['thresholds below five and ten', 'rule 3', () => planted(sound, (file) => void (file.policy.thresholds.special = 5))],
  ['a sibling shown', 'rule 4', () => showSibling()],
  [
    'a part of a hidden group shown',
    'rule 4',
    () =>
      planted(sound, (file) => {
        const team = cellsOf(file, TEAMS).find((cell) => isShown(cell) && cell.group['team']!.includes('/'))!.group['team'];
        for (const table of file.tables)
          for (const cell of table.cells as unknown as LooseCell[])
            if (table.breakdown.join() === 'team' && cell.group['team'] === team && isShown(cell)) hide(cell);
        const cross = cellsOf(file, CROSS).find((cell) => cell.group['team'] === team)!;
        Object.assign(cross, structuredClone(cellOf(file, CROSS)), { group: cross.group });
      }),
  ],
  [
    'a suppression that depends on what is counted',
    'rule 4',
    () =>
      planted(sound, (file) =>
        hide(
          cellsOf(file, LEVELS).reduce((least, cell) =>
            cell.drawn['participants']!.value < least.drawn['participants']!.value ? cell : least,
          ),
        ),
      ),
  ],
  [
    'a group hidden everywhere without an open reason',
    'rule 4',
    () =>
      planted(sound, (file) => {
        for (const table of file.tables)
          for (const cell of table.cells as unknown as LooseCell[])
            if (table.measure !== 'dose' && cell.group['location'] === 'west' && isShown(cell)) hide(cell);
      }),
  ],
];

/** Hides one more small part of a parent and shows what covered it. */
function showSibling(): ReleaseFile {
  const file = release({ everyone: withFew('location', 'west', 3) });
  return planted(file, (copy) => {
    for (const table of copy.tables) {
      if (table.breakdown.join() !== 'location') continue;
      const cells = table.cells as unknown as LooseCell[];
      const covering = cells.find((cell) => isHidden(cell) && cell.group['location'] !== 'west')!;
      const model = structuredClone(cells.find(isShown)!);
      const role = table.variant as 'mentee' | 'mentor';
      Object.assign(covering, { ...model, group: covering.group });
      covering.drawn['eligible']!.value = truthOf(withFew('location', 'west', 3), covering.group, role).people;
    }
  });
}

const next: Wanted = { period: '2026-Q4', everyone: EVERYONE };
const repeats: readonly Fault[] = [
  ['noise that is kept from the release before', 'repeat', () => [sound, release({ ...next, drawnAs: 'release-2026-Q3' })]],
  [
    'noise that is kept where nothing changed',
    'repeat',
    () => [
      sound,
      release({
        ...next,
        everyone: EVERYONE.map((person, i) => (i % 9 === 0 ? { ...person, mentee: 'no' as const, minutes: [] } : person)),
        drawnAs: 'release-2026-Q3',
      }),
    ],
  ],
  [
    'one table with the noise of the release before',
    'repeat',
    () => [
      sound,
      mixed(
        (table) => table.measure === 'participation' && table.variant === 'mentee' && table.breakdown.join() === 'level,tenure',
      ),
    ],
  ],
  [
    'the sums of one cell with the noise of the release before',
    'repeat',
    () => [sound, mixed((table, group) => isTable(table, DOSES) && group['level'] === '2')],
  ],
  [
    'noise that moves by little',
    'repeat',
    () => [
      sound,
      release({
        ...next,
        tamper: (tables) =>
          redrawn(tables, (table, group, name, one) => {
            const before = cellsOf(sound as never, `${table.measure}/${table.variant}/${table.breakdown.join('+')}`).find(
              (cell) =>
                isShown(cell) &&
                JSON.stringify(Object.entries(cell.group).sort()) === JSON.stringify(Object.entries(group).sort()),
            )?.drawn[name];
            return before && name === 'participants' ? { ...one, value: before.value + (one.value % 2 === 0 ? 1 : -1) } : one;
          }),
      }),
    ],
  ],
  ['two questions that share their noise', 'repeat', () => release({ tamper: shareNoise })],
  [
    'a third release of one period',
    'history',
    () => [sound, release({ id: 'b', supersedes: 'release-2026-Q3' }), release({ id: 'c', supersedes: 'b' })],
  ],
  ['a restatement that does not say what it restates', 'history', () => [sound, release({ id: 'b' })]],
  [
    'an id that was used before',
    'history',
    () => [sound, planted(release({ ...next, id: 'b' }), (file) => void (file.release.id = 'release-2026-Q3'))],
  ],
];

/** A fresh release in which some cells have the draws of the one before. */
function mixed(old: (table: ProtectedTable, group: Readonly<Record<string, string>>) => boolean): ReleaseFile {
  return release({
    ...next,
    tamper: (tables) =>
      redrawn(tables, (table, group, name, one) => {
        if (!old(table, group)) return one;
        const cells = cellsOf(sound as never, `${table.measure}/${table.variant}/${table.breakdown.join('+')}`);
        const same = cells.find((cell) => table.breakdown.every((key) => cell.group[key] === group[key]));
        return same?.drawn?.[name] ?? one;
      }),
  });
}

const certificate: readonly Fault[] = [
  ['cells counted wrongly', 'certificate', () => raw(sound, (file) => void (file.certificate.tables[0]!.hidden += 1))],
  [
    'exposure with all its digits',
    'certificate',
    () => planted(sound, (file) => void (file.certificate.exposure = { release: { greatest: 0.273 } })),
  ],
  ['an attack that succeeded', 'certificate', () => planted(sound, (file) => void (file.certificate.attack.findings = 1))],
  [
    'another noise level than that of the release',
    'certificate',
    () => planted(sound, (file) => void (file.certificate.noiseLevel = 4)),
  ],
  ['limits of exposure above the law', 'certificate', () => planted(sound, (file) => void (file.policy.exposure.history = 0.9))],
];

describe('a fault planted in an export', () => {
  describe.each([
    ['of form', form],
    ['of order', order],
    ['in what is drawn', drawn],
    ['in what is derived', derived],
    ['in the choice of groups', groups],
    ['of noise met again', repeats],
    ['in the certificate', certificate],
  ] as const)('%s', (_kind, faults) => {
    it.each([...faults])('%s is found (%s)', (_name, rule, file) => {
      const made = file();
      const { findings } = attack(Array.isArray(made) ? made : [made]);
      expect(findings.map((finding) => finding.rule)).toContain(rule);
    });
  });
});

describe('a sound export', () => {
  it('withstands the attack with its whole history', () => {
    const history = [sound, release({ id: 'restated', supersedes: 'release-2026-Q3' }), release(next)];
    for (let length = 1; length <= 3; length += 1) expect(attack(history.slice(0, length)).findings).toEqual([]);
  });

  it('withstands it for organisations of any size', () => {
    for (const count of [12, 30, 60, 120, 300, 2000])
      expect(attack([release({ everyone: people(count, count), noiseLevel: count >= 1500 ? 2.5 : 3 })]).findings).toEqual([]);
  });
});
