import { Button, Checkbox } from '@mantine/core';
import { useId, useState } from 'react';
import { AbsenceMark, type Column, DataTable, rich } from '../kit/index.js';
import { drawnToy, protectToy, timesInHundred, type ToyRow } from './toy.js';
import styles from './trust.module.css';
import { t } from '../language/index.js';

const THRESHOLD = 5;
const BIRCH = 7;
const CEDAR = 31;
const OTHERS = 8;

const COLUMNS: readonly Column<ToyRow>[] = [
  { key: 'team', label: t('Invented team'), render: (row) => row.name },
  {
    key: 'people',
    label: t('People'),
    numeric: true,
    render: (row) => (row.shown ? row.people : <AbsenceMark status="suppressed" />),
  },
];

/** Three invented teams: make one small and see what is hidden, and that one hidden group is never enough. */
export function Toy() {
  const [ash, setAsh] = useState(9);
  const label = useId();
  const rows = protectToy(
    [
      { name: t('Ash'), people: ash },
      { name: t('Birch'), people: BIRCH },
      { name: t('Cedar'), people: CEDAR },
    ],
    THRESHOLD,
  );
  const hidden = rows.filter((row) => !row.shown).map((row) => row.name);
  return (
    <div className={styles['toy']}>
      <div className="stack-tight">
        <label htmlFor={label}>
          {rich('People in the invented team {team}: <strong>{people}</strong>', {
            team: t('Ash'),
            people: ash,
            strong: (inside) => <strong>{inside}</strong>,
          })}
        </label>
        <input
          id={label}
          className={styles['slider']}
          type="range"
          min={1}
          max={15}
          value={ash}
          onChange={(event) => setAsh(Number(event.currentTarget.value))}
        />
      </div>
      <DataTable
        caption={t('Three invented teams, together {people} people', { people: ash + BIRCH + CEDAR })}
        columns={COLUMNS}
        rows={rows}
        rowKey={(row) => row.name}
      />
      <p role="status">{explain(hidden)}</p>
    </div>
  );
}

function explain(hidden: readonly string[]): string {
  if (hidden.length === 0) return t('All three teams are large enough to be shown.');
  if (hidden.length === 1) return t('{team} is hidden.', { team: hidden[0] ?? '' });
  return t(
    '{teams} are hidden: with one of them shown, the total minus the others would give the smallest away. Both carry the same mark, so the mark does not tell which is which.',
    { teams: hidden.reduce((some, next) => t('{some} and {next}', { some, next })) },
  );
}

/** A group of twelve: move one person in or out, and see that the published number does not tell. */
export function MembershipToy({ noiseLevel }: { readonly noiseLevel: number }) {
  const [press, setPress] = useState(0);
  const [isIn, setIsIn] = useState(false);
  const published = drawnToy(OTHERS + (isIn ? 1 : 0), press);
  const times = (exact: number): number => Math.round(timesInHundred(published, exact, noiseLevel));
  return (
    <div className={styles['toy']}>
      <p>
        {t(
          'An invented group of twelve. {others} of the others take part; nobody ever reads that number. What about the twelfth person?',
          { others: OTHERS },
        )}
      </p>
      <Checkbox
        label={t('The twelfth person takes part')}
        checked={isIn}
        onChange={(event) => setIsIn(event.currentTarget.checked)}
      />
      <div role="status" className="stack-tight">
        <p>{t('A release would say:')}</p>
        <p className={styles['drawn']}>{t('about {published} of 12', { published })}</p>
        <p>
          {t(
            'Of a hundred releases, about {without} would say {published} if the twelfth person does not take part, and about {with} if the person does. The number does not tell which it is.',
            { without: times(OTHERS), published, with: times(OTHERS + 1) },
          )}
        </p>
      </div>
      <div>
        <Button variant="default" onClick={() => setPress(press + 1)}>
          {t('Publish once more')}
        </Button>
      </div>
      <p className="small quiet">
        {t(
          'Within one release the same question always has the same answer, drawn with a secret key; the next release is drawn afresh. The interval beside every rate contains it.',
        )}
      </p>
    </div>
  );
}
