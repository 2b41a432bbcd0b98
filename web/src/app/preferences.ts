/** How this browser likes its pages: beside the theme, all that is kept in it. Nothing here tells of a reader or of data. */
export interface Preferences {
  /** `compact` makes rows of tables lower; nothing gets smaller than it can be hit. */
  readonly density: 'comfortable' | 'compact';
  /** Whether single keys are shortcuts; keys with Ctrl always are. */
  readonly keys: boolean;
}

const KEY = 'overstory-preferences';
const USUAL: Preferences = { density: 'comfortable', keys: true };

/** Reads what is kept; whatever is not a known choice counts as not chosen. */
export function readPreferences(kept: string | null): Preferences {
  try {
    const found = JSON.parse(kept ?? '{}') as Partial<Preferences>;
    return { density: found.density === 'compact' ? 'compact' : 'comfortable', keys: found.keys !== false };
  } catch {
    return USUAL;
  }
}

const keptHere = (): string | null => {
  try {
    return window.localStorage.getItem(KEY);
  } catch {
    return null;
  }
};

export const preferences = (): Preferences => readPreferences(keptHere());

/** Puts them to work on this page. */
export function applyPreferences({ density }: Preferences): void {
  document.documentElement.dataset['density'] = density;
}

/** Keeps them, where the browser allows it, and puts them to work at once. */
export function keepPreferences(next: Preferences): void {
  applyPreferences(next);
  try {
    window.localStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // A browser that keeps nothing still shows what was chosen until the page is left.
  }
}
