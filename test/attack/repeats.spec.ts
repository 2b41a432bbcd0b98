import type { ProtectedTable, ReleaseFile } from '../../api/src/kernel/index.js';
import { DOSES, isTable, next, sound, findsAll, type Fault } from './support/faults.js';
import { cellsOf, isShown, planted, redrawn } from './support/plant.js';
import { EVERYONE, release, type Wanted } from './support/release.js';

/** What stands in the first table replaces the draws of the second. */
const shareNoise: NonNullable<Wanted['tamper']> = (tables) => {
  const mentee = tables.filter(({ variant }) => variant === 'mentee');
  return tables.map((table) => {
    const twin = mentee.find((one) => one.measure === table.measure && one.breakdown.join() === table.breakdown.join());
    return table.variant === 'mentor' && twin && !table.special ? { ...table, cells: twin.cells } : table;
  });
};

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

findsAll('by drawing noise again', repeats);
