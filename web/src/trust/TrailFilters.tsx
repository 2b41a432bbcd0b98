import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import type { TrailKind } from '../gateway/index.js';
import { Choice } from '../kit/index.js';
import { isFiltered, type TrailView } from './trail-address.js';
import styles from './trust.module.css';
import { t } from '../language/index.js';

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
  const options = [{ value: '', label: t('Everything') }, ...kinds.map(({ key, label }) => ({ value: key, label }))];
  return (
    <form className={styles['filters']} onSubmit={apply} aria-label={t('What to look for')}>
      <TextInput label={t('Who')} placeholder={t('E-mail, or operator, anonymous')} {...text('who')} />
      <Choice
        label={t('About##trail')}
        value={wish.kind}
        options={options}
        onChange={(kind) => setWish((now) => ({ ...now, kind }))}
      />
      <TextInput label={t('To what')} placeholder={t('A part of its name')} {...text('subject')} />
      <TextInput label={t('From')} type="date" {...text('from')} />
      <TextInput label={t('Until')} type="date" {...text('until')} />
      <Button type="submit">{t('Show')}</Button>
      {isFiltered(view) ? <Link to="/trust/trail">{t('Show all entries')}</Link> : null}
    </form>
  );
}
