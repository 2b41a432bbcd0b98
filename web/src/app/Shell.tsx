import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { NavLink, Outlet, ScrollRestoration, useLocation, useSearchParams } from 'react-router';
import { useSession } from '../access/index.js';
import { readView, rich, withPeriod } from '../kit/index.js';
import { PRODUCT, SAMPLE_RIBBON } from '../wording/index.js';
import { AccountMenu } from './AccountMenu.js';
import { LanguagePicker } from './LanguagePicker.js';
import { navigationOf } from './navigation.js';
import { PeriodPicker } from './PeriodPicker.js';
import { PreviewRibbon } from './PreviewRibbon.js';
import styles from './shell.module.css';
import { ThemePicker } from './ThemePicker.js';
import { useShortcuts } from './use-shortcuts.js';
import { t } from '../language/index.js';

const CommandPalette = lazy(() => import('./CommandPalette.js'));

/** The frame of every page. From 1024 px on the menu stands at the left, below that behind a button at the top. */
export function Shell() {
  const { installation } = useSession();
  const [open, setOpen] = useState(false);
  const { pathname } = useLocation();
  useEffect(() => setOpen(false), [pathname]);
  const [searching, setSearching] = useState(false);
  useShortcuts(useCallback(() => setSearching(true), []));
  return (
    <div className={styles['shell']}>
      <a className={styles['skip']} href="#content">
        {t('Skip to the content')}
      </a>
      <header className={styles['head']}>
        {installation.sample ? (
          <p className={styles['ribbon']} role="note">
            {t(SAMPLE_RIBBON)}
          </p>
        ) : null}
        <PreviewRibbon />
        <div className={styles['bar']}>
          <Brand organisation={installation.organisation} />
          <button
            type="button"
            className={styles['menuButton']}
            aria-expanded={open}
            aria-controls="menu"
            onClick={() => setOpen(!open)}
          >
            {t('Menu')}
          </button>
          <div className={styles['tools']} data-open={open || undefined}>
            <button type="button" className={styles['search']} aria-haspopup="dialog" onClick={() => setSearching(true)}>
              {rich('Go to … <k>Ctrl K</k>', { k: (inside) => <kbd aria-hidden="true">{inside}</kbd> })}
            </button>
            <PeriodPicker />
            <ThemePicker />
            <AccountMenu />
          </div>
        </div>
      </header>
      <Menu open={open} />
      <main id="content" className={styles['content']} tabIndex={-1}>
        <Outlet />
      </main>
      <ScrollRestoration />
      {searching ? (
        <Suspense fallback={null}>
          <CommandPalette onClose={() => setSearching(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}

function Brand({ organisation }: { readonly organisation: string }) {
  return (
    <p className={styles['brand']}>
      <img src="/icon.svg" alt="" width="28" height="28" />
      <span>{PRODUCT}</span>
      {organisation === '' ? null : <span className={styles['organisation']}>{organisation}</span>}
    </p>
  );
}

function Menu({ open }: { readonly open: boolean }) {
  const { viewer, measures } = useSession();
  const [search] = useSearchParams();
  const { period } = readView(search);
  return (
    <nav id="menu" className={styles['menu']} data-open={open || undefined} aria-label={t('Main')}>
      {navigationOf(viewer, measures).map((section) => (
        <section key={section.label ?? 'first'}>
          {section.label === null ? null : <h2 className={styles['menuTitle']}>{section.label}</h2>}
          <ul>
            {section.entries.map((entry) => (
              <li key={entry.to}>
                <NavLink to={withPeriod(entry.to, period)} end className={styles['link'] ?? ''}>
                  {entry.label}
                </NavLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <div className={styles['language']}>
        <LanguagePicker />
      </div>
    </nav>
  );
}
