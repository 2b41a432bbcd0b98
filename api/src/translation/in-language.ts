import { AsyncLocalStorage } from 'node:async_hooks';
import { GERMAN } from '#german';
import { type Language, speak, teach } from '#language';
import { SERVED_GERMAN } from './german/index.js';

const reader = new AsyncLocalStorage<Language>();

teach('de', GERMAN);
teach('de', SERVED_GERMAN);
speak(() => reader.getStore() ?? 'en');

/** Does a piece of work, and all that it starts, in a reader's language; outside of it everything is English. */
export const inLanguage = <T>(language: Language, work: () => T): T => reader.run(language, work);
