import type { ReleaseFile } from '../../api/src/kernel/index.js';
import { CROSS, DOSES, GENDERS, isTable, LEVELS, sound, TEAMS, withFew, findsAll, type Fault } from './support/faults.js';
import { cellOf, cellsOf, hide, isHidden, isShown, planted, redrawn, tableOf, truthOf, type LooseCell } from './support/plant.js';
import { release } from './support/release.js';

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
  [
    'a mean of fewer open people than the policy wants',
    'rule 3',
    () => planted(sound, (file) => void (file.policy.otherTables.minimumOpen = 250)),
  ],
  [
    'a special mean of fewer holders than the policy wants',
    'rule 3',
    () => planted(sound, (file) => void (file.policy.otherTables.minimumSpecialBase = 200)),
  ],
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

findsAll('in the choice of groups', groups);
