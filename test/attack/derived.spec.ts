import type { Drawn } from '../../api/src/kernel/index.js';
import { proportionRatio, wilsonInterval } from '../../api/src/statistics/index.js';
import { DOSES, GENDERS, LEVELS, PARITY, sound, withFew, findsAll, type Fault } from './support/faults.js';
import { cellOf, cellsOf, isShown, planted, truthOf, written, type LooseCell } from './support/plant.js';
import { EVERYONE, release } from './support/release.js';

const plain = (yes: Drawn, base: Drawn) => wilsonInterval({ successes: yes.value, trials: base.value });
const mentees = (cell: LooseCell) => [cell.drawn['participants']!, cell.drawn['eligible']!] as const;
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

findsAll('in what is derived', derived);
