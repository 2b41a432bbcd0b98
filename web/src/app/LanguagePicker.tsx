import { Choice } from '../kit/index.js';
import { type Language, language, LANGUAGES, t } from '../language/index.js';
import { keepPreferences, preferences } from './preferences.js';

const OPTIONS = Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }));

/** A page speaks one language for as long as it lives, so another one is a new page at the same address. */
const speakFromNowOn = (next: Language): void => {
  keepPreferences({ ...preferences(), language: next });
  window.location.reload();
};

/** Each language by its own name, which is the one its readers look for. */
export function LanguagePicker() {
  return (
    <Choice label={t('Language')} value={language()} options={OPTIONS} onChange={(next) => speakFromNowOn(next as Language)} />
  );
}
