import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import type { TrailKind } from '../gateway/index.js';
import { Choice } from '../kit/index.js';
import { isFiltered, type TrailView } from './trail-address.js';
import styles from './trust.module.css';

interface TrailFiltersProps {
  readonly view: TrailView;
  readonly kinds: readonly TrailKind[];
  readonly onApply: (view: TrailView) => void;
}

/** What to look for. Nothing is asked while somebody types: every look is an entry of the trail. */
export function TrailFilters({ view, kinds, onApply }: TrailFiltersProps) {
  const [wish, setWish] = useState(view);
  const text = (key: 'who' | 'subject' | 'from' | 'until') => ({
    value: wish[key],
    maxLength: 200,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => {
      const { value } = event.currentTarget;
      setWish((now) => ({ ...now, [key]: value }));
    },
  });
  const apply = (event: FormEvent): void => {
    event.preventDefault();
    onApply({ ...wish, who: wish.who.trim(), subject: wish.subject.trim(), below: null });
  };
  const options = [{ value: '', label: 'Everything' }, ...kinds.map(({ key, label }) => ({ value: key, label }))];
  return (
    <form className={styles['filters']} onSubmit={apply} aria-label="What to look for">
      <TextInput label="Who" placeholder="E-mail, or operator, anonymous" {...text('who')} />
      <Choice label="About" value={wish.kind} options={options} onChange={(kind) => setWish((now) => ({ ...now, kind }))} />
      <TextInput label="To what" placeholder="A part of its name" {...text('subject')} />
      <TextInput label="From" type="date" {...text('from')} />
      <TextInput label="Until" type="date" {...text('until')} />
      <Button type="submit">Show</Button>
      {isFiltered(view) ? <Link to="/trust/trail">Show all entries</Link> : null}
    </form>
  );
}
