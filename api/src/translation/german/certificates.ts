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
  // What the attack tried
  'form: every key, type and key order at every depth':
    'Form: jeder Schlüssel, jeder Typ und jede Reihenfolge der Schlüssel in jeder Tiefe',
  'form: the hash of the content': 'Form: der Hash des Inhalts',
  'order: {n} tables in canonical order, each with every cell of its layers once':
    'Ordnung: {n} Tabellen in kanonischer Reihenfolge, jede mit jeder Zelle ihrer Schichten genau einmal',
  'lattice and noise: {n} drawn values at noise level {level}': 'Gitter und Rauschen: {n} gezogene Werte bei Rauschstufe {level}',
  'derived: {n} values recomputed from drawn statistics': 'Abgeleitet: {n} Werte aus gezogenen Statistiken nachgerechnet',
  'base: {n} numbers of open people, equal wherever they stand and adding up in {m} families':
    'Grundzahlen: {n} Anzahlen offener Personen, überall gleich und in {m} Familien zusammen passend',
  'rule 3: bases of {n} shown cells against their thresholds and margins':
    'Regel 3: Grundzahlen von {n} gezeigten Zellen gegen ihre Schwellen und Abstände',
  'rule 4: remainders of {n} parents and their parts, finer cells of hidden ones, reasons for hiding':
    'Regel 4: Reste von {n} Obergruppen und ihren Teilen, feinere Zellen von verdeckten, Gründe des Verdeckens',
  'reading: {n} hidden open cells by least squares from all shown draws':
    'Lesen: {n} verdeckte offene Zellen durch kleinste Quadrate aus allem gezeigten Gezogenen',
  'noise: what parents leave after their parts is as wide as stated, {n} degrees of freedom':
    'Rauschen: Was Obergruppen nach ihren Teilen übrig lassen, streut so weit wie angegeben, {n} Freiheitsgrade',
  'repeat: {n} questions that stand more than once have one answer; no two questions share theirs':
    'Wiederholung: {n} Fragen, die mehrfach stehen, haben eine Antwort; keine zwei Fragen teilen ihre',
  'certificate: cells of {n} tables': 'Zertifikat: Zellen von {n} Tabellen',
  'history: together with every release published before': 'Verlauf: zusammen mit jeder zuvor erschienenen Veröffentlichung',
};
