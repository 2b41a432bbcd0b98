import { DOSES, GENDERS, isTable, LEVELS, sound, findsAll, type Fault } from './support/faults.js';
import { cellOf, isShown, planted, redrawn, tableOf, truthOf, type LooseCell } from './support/plant.js';
import { EVERYONE, release, type Wanted } from './support/release.js';

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

findsAll('in what is drawn', drawn);
