import type { Catalogue } from '../text.js';

export const app: Catalogue = {
  'Language': 'Sprache',
  'Theme': 'Farbschema',
  'System': 'Wie im System',
  'Light': 'Hell',
  'Dark': 'Dunkel',
}; // prettier-ignore
