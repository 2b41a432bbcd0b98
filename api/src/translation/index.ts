export { sayAgain } from './forms.js';
export { isGermanNoun, mayBeginGerman } from './german-words.js';
export { inLanguage } from './in-language.js';
