import { describe, expect, it } from '@jest/globals';
import { attack } from '../../api/src/disclosure/index.js';
import { CROSS, GENDERS, LEVELS, PARITY, sound, findsAll, type Fault } from './support/faults.js';
import { cellOf, cellsOf, isHidden, planted, raw, tableOf } from './support/plant.js';

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
  [
    'a charter of a track that stands twice',
    'certificate',
    () =>
      planted(sound, (file) => {
        const charter = { track: 'depth', version: 1, hash: `sha256:${'0'.repeat(64)}` };
        Object.assign(file.certificate, { charters: [charter, charter] });
      }),
  ],
  ['limits of exposure above the law', 'certificate', () => planted(sound, (file) => void (file.policy.exposure.history = 0.9))],
];

describe('charters in force', () => {
  it('may be named in a certificate, each by its hash', () => {
    const charters = ['breadth', 'depth'].map((track) => ({ track, version: 1, hash: `sha256:${'0'.repeat(64)}` }));
    expect(attack([planted(sound, (file) => void Object.assign(file.certificate, { charters }))]).findings).toEqual([]);
  });
});

findsAll('in the form', form);
findsAll('in the order', order);
findsAll('in the certificate', certificate);
