import type { Catalogue } from '../text.js';

/** How a released value follows from drawn ones. */
export const formulas: Catalogue = {
  'the count as drawn, never below zero': 'die Anzahl, wie gezogen, nie unter null',
  'the sum of drawn counts': 'die Summe gezogener Anzahlen',
  'people who do, divided by people eligible': 'die, die es tun, geteilt durch die Berechtigten',
  'lower end of the 95 % score interval, noise included': 'unteres Ende des 95-%-Score-Intervalls, Rauschen eingerechnet',
  'upper end of the 95 % score interval, noise included': 'oberes Ende des 95-%-Score-Intervalls, Rauschen eingerechnet',
  'those who do, divided by those who do and those who do not, both drawn':
    'die, die es tun, geteilt durch die, die es tun, und die, die es nicht tun, beide gezogen',
  'lower end of the 95 % score interval, noise of both counts included':
    'unteres Ende des 95-%-Score-Intervalls, Rauschen beider Anzahlen eingerechnet',
  'upper end of the 95 % score interval, noise of both counts included':
    'oberes Ende des 95-%-Score-Intervalls, Rauschen beider Anzahlen eingerechnet',
  'the group’s rate divided by the rate of everyone else': 'die Quote der Gruppe, geteilt durch die Quote aller anderen',
  'lower end of the 95 % interval of that ratio (MOVER), noise included':
    'unteres Ende des 95-%-Intervalls dieses Verhältnisses (MOVER), Rauschen eingerechnet',
  'upper end of the 95 % interval of that ratio (MOVER), noise included':
    'oberes Ende des 95-%-Intervalls dieses Verhältnisses (MOVER), Rauschen eingerechnet',
  'the group’s rate minus the rate of everyone else': 'die Quote der Gruppe minus die Quote aller anderen',
  'lower end of the 95 % interval of that difference (MOVER), noise included':
    'unteres Ende des 95-%-Intervalls dieser Differenz (MOVER), Rauschen eingerechnet',
  'upper end of the 95 % interval of that difference (MOVER), noise included':
    'oberes Ende des 95-%-Intervalls dieser Differenz (MOVER), Rauschen eingerechnet',
  'how many standard deviations the two rates lie apart (score test, noise included)':
    'wie viele Standardabweichungen die beiden Quoten auseinanderliegen (Score-Test, Rauschen eingerechnet)',
  'how often chance alone would set rates at least this far apart':
    'wie oft der Zufall allein Quoten mindestens so weit auseinanderrücken würde',
  'the same, adjusted for all comparisons of the family (Benjamini–Hochberg)':
    'dasselbe, angepasst für alle Vergleiche der Familie (Benjamini–Hochberg)',
  'how many comparisons the family holds': 'wie viele Vergleiche die Familie umfasst',
  'the group’s rate divided by the highest rate of the table; a screen, not a test':
    'die Quote der Gruppe, geteilt durch die höchste Quote der Tabelle; eine Sichtung, kein Test',
  'people more who would bring the group to the others’ rate': 'Personen mehr, die die Gruppe auf die Quote der anderen brächten',
  'the rate of everyone else': 'die Quote aller anderen',
  'what the interval says against the agreed similar range':
    'was das Intervall gegenüber dem vereinbarten Ähnlichkeitsbereich sagt',
  'the drawn sum divided by the drawn size': 'die gezogene Summe, geteilt durch die gezogene Größe',
  'the mean of everyone else': 'der Mittelwert aller anderen',
  'the group’s mean divided by the mean of everyone else':
    'der Mittelwert der Gruppe, geteilt durch den Mittelwert aller anderen',
  'how often chance alone would set means at least this far apart':
    'wie oft der Zufall allein Mittelwerte mindestens so weit auseinanderrücken würde',
  'one mean minus the other': 'der eine Mittelwert minus den anderen',
  'the mean divided by how much people differ (Hedges’ g)':
    'der Mittelwert, geteilt durch das Maß, in dem Menschen sich unterscheiden (Hedges’ g)',
  'what the scores before would have moved by themselves, given how exact a check is':
    'wie weit sich die Werte von vorher von selbst bewegt hätten, je nachdem, wie genau ein Check ist',
  'the share that has got there by this time, counting only those still followed (Kaplan–Meier, or Aalen–Johansen where leaving competes)':
    'der Anteil, der bis zu diesem Zeitpunkt so weit ist, gezählt nur unter den noch Beobachteten (Kaplan–Meier, oder Aalen–Johansen, wo Ausscheiden konkurriert)',
  'how many are still followed at this time, from the drawn counts':
    'wie viele zu diesem Zeitpunkt noch beobachtet werden, aus den gezogenen Anzahlen',
  'the same share of everyone else': 'derselbe Anteil bei allen anderen',
  'the group’s share by this time divided by that of everyone else':
    'der Anteil der Gruppe bis zu diesem Zeitpunkt, geteilt durch den aller anderen',
  'how often chance alone would set the two shares at least this far apart':
    'wie oft der Zufall allein die beiden Anteile mindestens so weit auseinanderrücken würde',
  'one share divided by the other, each from drawn counts':
    'der eine Anteil, geteilt durch den anderen, je aus gezogenen Anzahlen',
  'how unequally it is shared: 0 when all give the same, 1 when one gives all (Gini)':
    'wie ungleich es verteilt ist: 0, wenn alle gleich viel geben, 1, wenn eine Person alles gibt (Gini)',
  'the share that the most active tenth gives': 'der Anteil, den das aktivste Zehntel gibt',
  'how unequally it is shared (Theil’s T)': 'wie ungleich es verteilt ist (Theils T)',
  'the part of the inequality inside the groups shown': 'der Teil der Ungleichheit innerhalb der gezeigten Gruppen',
  'the part of the inequality between the groups shown': 'der Teil der Ungleichheit zwischen den gezeigten Gruppen',
  'the odds of the group divided by those of the others, compared inside each stratum and then put together (Mantel–Haenszel)':
    'die Chancen der Gruppe, geteilt durch die der anderen, in jeder Schicht verglichen und dann zusammengeführt (Mantel–Haenszel)',
  'the difference of shares, compared inside each stratum and then put together (Mantel–Haenszel)':
    'die Differenz der Anteile, in jeder Schicht verglichen und dann zusammengeführt (Mantel–Haenszel)',
  'how often chance alone would set the strata at least this far apart (Cochran’s Q)':
    'wie oft der Zufall allein die Schichten mindestens so weit auseinanderrücken würde (Cochrans Q)',
  'how many strata hold enough to be tested': 'wie viele Schichten genug enthalten, um geprüft zu werden',
  'whether one number may stand for all strata: they agree, they do not, or it could not be tested':
    'ob eine Zahl für alle Schichten stehen darf: Sie stimmen überein, sie tun es nicht, oder es ließ sich nicht prüfen',
  'what the fitted model says, drawn with noise': 'was das angepasste Modell sagt, mit Rauschen gezogen',
  'lower end of the 95 % interval of the model’s estimate, noise included':
    'unteres Ende des 95-%-Intervalls der Modellschätzung, Rauschen eingerechnet',
  'upper end of the 95 % interval of the model’s estimate, noise included':
    'oberes Ende des 95-%-Intervalls der Modellschätzung, Rauschen eingerechnet',
  'how strongly a hidden cause would have to be tied to both sides to explain the whole ratio (E-value)':
    'wie stark eine verborgene Ursache mit beiden Seiten verbunden sein müsste, um das ganze Verhältnis zu erklären (E-Wert)',
  'the same for the end of the interval nearer to 1': 'dasselbe für das näher an 1 liegende Ende des Intervalls',
  'lower end of the 95 % interval, noise included': 'unteres Ende des 95-%-Intervalls, Rauschen eingerechnet',
  'upper end of the 95 % interval, noise included': 'oberes Ende des 95-%-Intervalls, Rauschen eingerechnet',
  'one number stands for all strata': 'eine Zahl steht für alle Schichten',
  'the strata disagree': 'die Schichten weichen voneinander ab',
  'could not be tested': 'ließ sich nicht prüfen',
};
