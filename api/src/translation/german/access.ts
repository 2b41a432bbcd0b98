import type { Catalogue } from '#language';

export const access: Catalogue = {
  'Engineering manager': 'Engineering-Leitung',
  'Programme owner': 'Programmverantwortung',
  Executive: 'Geschäftsleitung',
  'Data steward': 'Datenverantwortung',
  'Auditor (works council, privacy)': 'Prüfung (Betriebsrat, Datenschutz)',
  Administrator: 'Administration',
  'Any employee': 'Alle Beschäftigten',
};
