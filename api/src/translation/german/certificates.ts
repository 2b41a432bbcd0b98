import type { Catalogue } from '#language';

/** Rules that a certificate names; they are kept in English with the release. */
export const certificates: Catalogue = {
  'rule 0: what is drawn, and where it is shown, depends on open facts, settings and drawn values alone':
    'Regel 0: Was gezogen wird und wo es gezeigt wird, hängt allein von offenen Tatsachen, Einstellungen und gezogenen Werten ab',
  'rule 1: every figure is computed from drawn statistics and open facts':
    'Regel 1: Jede Zahl wird aus gezogenen Statistiken und offenen Tatsachen berechnet',
  'rule 2: noise on everything drawn, scaled to the most that one person can move it':
    'Regel 2: Rauschen auf allem Gezogenen, bemessen an dem Meisten, um das eine Person es verschieben kann',
  'rule 3: groups of at least the threshold, tested exactly for open bases and with a margin for secret ones':
    'Regel 3: Gruppen von mindestens der Schwelle, bei offenen Grundzahlen genau geprüft, bei geheimen mit einem Abstand',
  'rule 4: no smaller open group by one subtraction': 'Regel 4: keine kleinere offene Gruppe durch eine Subtraktion',
  'rule 5: a budget of exposure, measured with the memberships that people had then':
    'Regel 5: eine Obergrenze des Offenlegungsgrads, gemessen mit den damaligen Zugehörigkeiten',
};
