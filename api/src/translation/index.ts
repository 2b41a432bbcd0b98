export { inLanguage } from './in-language.js';
