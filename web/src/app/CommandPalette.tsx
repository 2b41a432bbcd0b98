import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useSession } from '../access/index.js';
import { readView, withPeriod } from '../kit/index.js';
import { findPlaces, type Place } from './find-places.js';
import { placesOf } from './places.js';
import styles from './shell.module.css';
import { t } from '../language/index.js';

const MOST = 12;

interface CommandPaletteProps {
  readonly onClose: () => void;
}

/** Goes anywhere by typing: the browser's own dialog keeps the focus inside, Escape gives it back to where it was. */
export default function CommandPalette({ onClose }: CommandPaletteProps) {
  const { viewer, measures } = useSession();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [wish, setWish] = useState('');
  const [at, setAt] = useState(0);
  useEffect(() => dialog.current?.showModal(), []);
  const found = findPlaces(placesOf(viewer, measures), wish).slice(0, MOST);
  const go = (place: Place | undefined): void => {
    if (place === undefined) return;
    dialog.current?.close();
    void navigate(withPeriod(place.to, readView(search).period));
  };
  const onKey = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt((at + step + found.length) % Math.max(1, found.length));
    }
    if (event.key === 'Enter') go(found[at]);
  };
  return (
    <dialog ref={dialog} className={styles['palette']} aria-label={t('Go to a page')} onClose={onClose}>
      <label htmlFor={`${id}-wish`}>{t('Go to a page or a measure')}</label>
      <input
        id={`${id}-wish`}
        role="combobox"
        autoComplete="off"
        aria-expanded="true"
        aria-controls={`${id}-found`}
        aria-activedescendant={found[at] === undefined ? undefined : `${id}-${at}`}
        value={wish}
        onChange={(event) => {
          setWish(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKey}
      />
      <ul id={`${id}-found`} role="listbox" aria-label={t('Pages')}>
        {found.map((place, i) => (
          <li
            key={`${place.section}/${place.to}/${place.label}`}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === at}
            onClick={() => go(place)}
            onMouseMove={() => setAt(i)}
          >
            {place.label} <span className="quiet">{place.section}</span>
          </li>
        ))}
      </ul>
      <p role="status" className="small quiet">
        {found.length === 0
          ? t('No page of that name. Try a shorter word.')
          : t('Arrow keys choose, Enter goes there, Escape closes.')}
      </p>
    </dialog>
  );
}
