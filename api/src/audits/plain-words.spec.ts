import { describe, expect, it } from '@jest/globals';
import { inLanguage } from '../translation/index.js';
import { plainWords } from './plain-words.js';

const isRefused = (text: string): boolean => {
  try {
    plainWords(text, 300);
    return false;
  } catch {
    return true;
  }
};

describe('words that somebody wrote', () => {
  it.each([
    'Invite every level 2 team to the onboarding track by Q4 2026.',
    'The Programme owner agrees a cap of three mentees with each team.',
    'Berlin and Lisbon start an hour earlier on Tuesdays',
    'Betroffene Teams früher einladen',
  ])('pass: %s', (text) => expect(plainWords(text, 300)).toBe(text));

  it.each([
    'Ask jo.doe@example.org to mentor again',
    'Talk to Jane Doe about her mentees',
    'Jane Doe takes two mentees more',
    'Ask them again. Jane Doe knows how',
    'Talk to Mary-Jane O’Doe about her mentees',
    'Give employee 48213 another mentor',
    'Pair emp-1042 with somebody nearby',
  ])('are refused without being quoted: %s', (text) => {
    expect(() => plainWords(text, 300)).toThrow(expect.objectContaining({ code: 'names-somebody' }));
    expect(() => plainWords(text, 300)).toThrow(expect.objectContaining({ message: expect.not.stringContaining('Doe') }));
  });

  it('may name the groups of an audit, and roles in the language of the page', () => {
    expect(isRefused('Invite Data Platform to the track first')).toBe(true);
    expect(plainWords('Invite Data Platform to the track first', 300, ['Data Platform'])).toContain('Platform');
    expect(inLanguage('de', () => plainWords('Das klärt Programmverantwortung Berlin', 300, ['Berlin']))).toContain('Berlin');
  });

  it('are refused where there are too few or too many', () => {
    expect(() => plainWords('Do it.', 300)).toThrow(expect.objectContaining({ code: 'words-missing' }));
    expect(() => plainWords('a b '.repeat(100), 300)).toThrow(expect.objectContaining({ code: 'words-missing' }));
  });
});

describe('German words, every noun of which has a capital', () => {
  it('are refused wherever somebody is named', () => {
    expect(NAMING.filter((text) => !isRefused(text))).toEqual([]);
  });

  it('pass in five of six ordinary sentences', () => {
    expect(ORDINARY.filter(isRefused).length / ORDINARY.length).toBeLessThan(1 / 6);
  });
});

const NAMING = `
  Mit Jonas Weber sprechen, wie es weitergeht
  Jonas Weber übernimmt zwei Mentees mehr.
  Bitte Anna Schmidt fragen, ob sie hilft
  Frau Weber betreut zu viele Mentees.
  Das klärt Herr Kraft mit dem Team.
  Lena Hoffmann und Tim Becker tauschen die Rollen.
  Wir fragen Katharina Müller nach ihrer Erfahrung.
  Ernst Richter soll entlastet werden.
  Anna-Lena Müller gibt zwei Mentees ab.
  mit Hans-Peter Klein reden
  Gespräch mit Fatma Yılmaz führen
  Zoë Müller-Lüdenscheidt braucht Hilfe
  Mark Schumacher zieht sich zurück.
  Marie Klein möchte wechseln.
  Webers Team braucht Entlastung.
  Mentor Weber hat zu viele Mentees.
  Die Mentorin Sabine Wagner hört auf.
  Ansprechperson Schneider fragen
  Das Team von Stefan Koch ist zu groß.
  Ulrich Stein geht in Rente.
  Will Young takes two mentees more
  Ask Mark Short to help the team
  Grace Page mentors too many people
  Rosa Lang gibt die Rolle ab.
  Christian Berg ist nicht erreichbar.
  Max Zimmermann hat keine Zeit.
  Hannelore Kraft übernimmt die Gruppe.
  Der Fall Peter Baumann ist zu klären.
  Leiterin Petra Vogel entscheidet.
  Zuständig: Thomas Kaiser
  Wolf Kern wechselt das Team.
  Viola Sommer pausiert bis Herbst.
  Dr. Meier gibt Auskunft über die Gruppe.
  Nach Absprache mit Ayşe Demir erledigt
  Bitte Kollege Huber einbinden
  Das betrifft vor allem Julia Sommer.
  JONAS WEBER übernimmt das
  Treffen mit O'Brien Patrick planen
  Frank Zeiger bleibt verantwortlich.
  Erika Hartung ist überlastet.
`
  .trim()
  .split(/\s*\n\s*/);

const ORDINARY = `
  Betroffene Teams werden im nächsten Quartal zuerst eingeladen.
  Alle Mentees erhalten eine zweite Ansprechperson.
  Neue Mentor:innen werden vor dem ersten Treffen geschult.
  Das Team lädt Beschäftigte der Stufe 2 zum Einstiegstrack ein.
  Pro Quartal Treffen mit festen Zeiten vereinbaren
  Wir laden Teams mit geringer Teilnahme persönlich ein.
  Die Programmverantwortung klärt die Obergrenze mit jeder Führungskraft.
  Laden Sie Teams mit wenigen Mentees zuerst ein.
  Überlappende Arbeitszeiten mit den Teams vereinbaren
  Feste Zeiten im Sprint einplanen
  Mentoring-Zeiten in der Planung berücksichtigen
  Weitere Mentor:innen aus der Stufe 4 gewinnen
  Bitte Befund erneut prüfen, weil Spalten fehlen.
  Der Befund stützt sich auf veraltete Daten.
  Gegenzeichnung fehlt noch, Maßnahmen sind unklar.
  Fehlende Angaben bei den Standorten ergänzen
  Kurze Einladungen an alle Standorte schicken
  Mehr Gruppenformate anbieten, damit die Wartezeit sinkt
  Offene Zusagen aus dem letzten Audit nachholen
  Der Abstand ist klein, Beobachtung genügt.
  Verantwortliche Führungskräfte planen Zeit für Mentoring ein.
  Die Daten des Quartals werden neu geladen.
  Im Quartal Mentoring-Stunden fest einplanen
  Nach der Umstellung Teilnahme erneut ansehen
  Diese Maßnahme passt nicht zum Befund.
  Schulungen für Mentor:innen vor Beginn anbieten
  Erfahrene Beschäftigte als Mentor:innen gewinnen
  Gemeinsame Sprechstunden für Einsteiger einrichten
  Monatliche Rückmeldung der Teams einholen
  Kleine Gruppen statt einzelner Paare bilden
  Zusätzliche Plätze im Onboarding-Track schaffen
  Teams ohne Mentor:innen bekommen Unterstützung.
  Bis Quartal 2 Plätze verlosen
  Ältere Anfragen zuerst beantworten
  Regelmäßige Wechsel der Mentor:innen vorbereiten
  Für Teilzeitkräfte Termine am Vormittag anbieten
  Vor der Entscheidung Methode erklären lassen
  Nächste Schritte mit dem Betriebsrat abstimmen
  Unklare Begründung, bitte genauer schreiben
  Eine Definition hat sich geändert, Vergleich nicht möglich.
  Zwei Tracks werden zusammengelegt, Auswertung folgt.
  Einladung der Gruppe über die Rolle statt über Kontakte
  Transparente Kriterien für Plätze veröffentlichen
  Technische Hürden bei der Anmeldung beseitigen
  Ungleiche Lasten zwischen den Mentor:innen ausgleichen
  Standort Berlin beginnt eine Stunde früher.
  Verdeckte Werte erlauben keine Aussage.
  Wechselnde Zuständigkeiten haben die Zuordnung erschwert.
  Sobald Zahlen vorliegen, entscheiden wir erneut.
  Damit Berufseinsteiger Anschluss finden, starten wir früher.
  Flexible Termine für Teams in anderen Zeitzonen anbieten
  Interne Kommunikation über Gruppenangebote verbessern
  Schriftliche Vereinbarungen mit jedem Team treffen
  Führungskräfte erinnern Teams vierteljährlich an freie Plätze.
  Spätere Auswertung abwarten, Stichprobe zu klein
  Begründung fehlt, bitte Entscheidung ergänzen
  Teilnahme steigt, weitere Schritte sind nicht nötig.
  Fachliche Leitung stimmt Zeiten mit den Teams ab.
  Sichtbare Vorbilder aus allen Stufen gewinnen
  Warteliste abbauen, bevor neue Tracks starten
  Persönliche Ansprache durch Teamleitungen verstärken
  Offene Fragen zur Methode mit der Datenverantwortung klären
  Am Standort feste Sprechzeiten einführen
  Bessere Daten zur Betriebszugehörigkeit beschaffen
  Alle Stufen erhalten gleiche Fristen.
  Barrierefreie Unterlagen bereitstellen
  Ab Oktober Mentoring in der Einarbeitung verankern
  Vertretung regeln, falls Mentor:innen ausfallen
  Lange Wartezeiten entstehen durch fehlende Paare.
  Zweite Unterschrift erst nach Klärung der offenen Punkte
  Anteil der Teilzeitbeschäftigten getrennt betrachten
  Keine Maßnahme, weil Unterschiede gewollt sind
  Aktuelle Zahlen nachliefern, dann erneut öffnen
  Korrektur der Spalte Standort abwarten
  Gesammelte Rückmeldungen auswerten und Ergebnisse vorstellen
`
  .trim()
  .split(/\s*\n\s*/);
