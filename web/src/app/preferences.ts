import { isLanguage, type Language, spokenOf, speak, teach } from '../language/index.js';

/** How this browser likes its pages: beside the theme, all that is kept in it. Nothing here tells of a reader or of data. */
export interface Preferences {
  /** `compact` makes rows of tables lower; nothing gets smaller than it can be hit. */
  readonly density: 'comfortable' | 'compact';
  /** Whether single keys are shortcuts; keys with Ctrl always are. */
  readonly keys: boolean;
  /** Null follows the browser. */
  readonly language: Language | null;
}

const KEY = 'overstory-preferences';
const USUAL: Preferences = { density: 'comfortable', keys: true, language: null };

/** Reads what is kept; whatever is not a known choice counts as not chosen. */
export function readPreferences(kept: string | null): Preferences {
  try {
    const found = JSON.parse(kept ?? '{}') as Partial<Preferences>;
    return {
      density: found.density === 'compact' ? 'compact' : 'comfortable',
      keys: found.keys !== false,
      language: isLanguage(found.language ?? '') ? (found.language ?? null) : null,
    };
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

/** The language of this page for as long as it lives: what was chosen, or else what the browser asks for. */
export async function speakAsPreferred({ language }: Preferences): Promise<void> {
  const chosen = language ?? spokenOf(window.navigator.languages.join(','));
  if (chosen === 'de') teach('de', (await import('../language/german/index.js')).GERMAN);
  speak(() => chosen);
  document.documentElement.lang = chosen;
}
