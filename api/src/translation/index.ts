export { sayAgain } from './forms.js';
export { inLanguage } from './in-language.js';
