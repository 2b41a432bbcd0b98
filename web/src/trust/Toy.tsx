import { Button, Checkbox } from '@mantine/core';
import { useId, useState } from 'react';
import { AbsenceMark, type Column, DataTable } from '../kit/index.js';
import { drawnToy, protectToy, timesInHundred, type ToyRow } from './toy.js';
import styles from './trust.module.css';

const THRESHOLD = 5;
const BIRCH = 7;
const CEDAR = 31;
const OTHERS = 8;

const COLUMNS: readonly Column<ToyRow>[] = [
  { key: 'team', label: 'Invented team', render: (row) => row.name },
  {
    key: 'people',
    label: 'People',
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
      { name: 'Ash', people: ash },
      { name: 'Birch', people: BIRCH },
      { name: 'Cedar', people: CEDAR },
    ],
    THRESHOLD,
  );
  const hidden = rows.filter((row) => !row.shown).map((row) => row.name);
  return (
    <div className={styles['toy']}>
      <div className="stack-tight">
        <label htmlFor={label}>
          People in the invented team Ash: <strong>{ash}</strong>
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
        caption={`Three invented teams, together ${ash + BIRCH + CEDAR} people`}
        columns={COLUMNS}
        rows={rows}
        rowKey={(row) => row.name}
      />
      <p role="status">{explain(hidden)}</p>
    </div>
  );
}

function explain(hidden: readonly string[]): string {
  if (hidden.length === 0) return 'All three teams are large enough to be shown.';
  if (hidden.length === 1) return `${hidden[0] ?? ''} is hidden.`;
  return `${hidden.join(' and ')} are hidden: with one of them shown, the total minus the others would give the smallest away. Both carry the same mark, so the mark does not tell which is which.`;
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
        An invented group of twelve. {OTHERS} of the others take part; nobody ever reads that number. What about the twelfth
        person?
      </p>
      <Checkbox label="The twelfth person takes part" checked={isIn} onChange={(event) => setIsIn(event.currentTarget.checked)} />
      <div role="status" className="stack-tight">
        <p>A release would say:</p>
        <p className={styles['drawn']}>about {published} of 12</p>
        <p>
          Of a hundred releases, about {times(OTHERS)} would say {published} if the twelfth person does not take part, and about{' '}
          {times(OTHERS + 1)} if the person does. The number does not tell which it is.
        </p>
      </div>
      <div>
        <Button variant="default" onClick={() => setPress(press + 1)}>
          Publish once more
        </Button>
      </div>
      <p className="small quiet">
        Within one release the same question always has the same answer, drawn with a secret key; the next release is drawn
        afresh. The interval beside every rate contains it.
      </p>
    </div>
  );
}
