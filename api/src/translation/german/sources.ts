import type { Catalogue } from '#language';

/** What files are asked of which systems. */
export const sources: Catalogue = {
  'one of the rows declared in the settings': 'einer der Werte aus den Einstellungen',
  'Every figure, group by group': 'Jede Abbildung, Gruppe für Gruppe',
  // What one row is
  'one row per person per change; it holds until the person’s next row': 'eine Zeile je Person und Änderung; sie gilt bis zur nächsten Zeile der Person',
  'one row per request: who asked or was asked, and what came of it': 'eine Zeile je Anfrage: wer gefragt hat oder gefragt wurde und was daraus wurde',
  'one row per person and role in a relationship (a pair or a group)': 'eine Zeile je Person und Rolle in einer Mentoring-Beziehung (einem Paar oder einer Gruppe)',
  'one row per session held or planned': 'eine Zeile je Treffen, ob gehalten oder geplant',
  'one row per joint review of a relationship': 'eine Zeile je gemeinsamem Rückblick auf eine Mentoring-Beziehung',
  'one row per escalation of a relationship': 'eine Zeile je Eskalation in einer Mentoring-Beziehung',
  'one row per mentoring track': 'eine Zeile je Mentoring-Track',
  'one row per check of a skill': 'eine Zeile je Kompetenzcheck',
  'one row per step of a person; a step up is to_rank above from_rank': 'eine Zeile je Schritt einer Person; aufwärts geht es, wo to_rank über from_rank liegt',
  'one row per exit interview': 'eine Zeile je Austrittsgespräch',
  'one row per answer to one item of a pulse': 'eine Zeile je Antwort auf eine Frage einer Kurzbefragung',
  'one row per training or self-assessment of a mentor': 'eine Zeile je Schulung oder Selbsteinschätzung einer Mentorin oder eines Mentors',
  'one row per assessed skill of a person': 'eine Zeile je eingeschätzter Kompetenz einer Person',
  'one row per skill that a team needs': 'eine Zeile je Kompetenz, die ein Team braucht',
  'one row per mentoring session of a whole team': 'eine Zeile je Mentoring-Treffen eines ganzen Teams',
  'one row per team and sprint: how far mentoring is in the daily work; teams, never people': 'eine Zeile je Team und Sprint: wie weit Mentoring im Alltag angekommen ist; Teams, nie Personen',
  'one row per team and sprint; teams, never people': 'eine Zeile je Team und Sprint; Teams, nie Personen',
  // Usual exports
  'HR system': 'Personalsystem',
  'Mentoring suite': 'Mentoring-Plattform',
  'Learning management system': 'Lernplattform',
  'One row per person with employee id, department, hire date, level and place. A manager’s name or id is not read.': 'Eine Zeile je Person mit Personalnummer, Abteilung, Eintrittsdatum, Stufe und Ort. Name oder Kennung der Führungskraft werden nicht gelesen.',
  'Exports of matches (a pair per row), meetings, surveys and programmes. Names, e-mail addresses and messages are not read.': 'Exporte von Paaren (ein Paar je Zeile), Treffen, Befragungen und Programmen. Namen, E-Mail-Adressen und Nachrichten werden nicht gelesen.',
  'Results of assessments before and after. What else somebody learned is not read.': 'Ergebnisse von Kompetenzchecks vorher und nachher. Was jemand sonst gelernt hat, wird nicht gelesen.',
}; // prettier-ignore
