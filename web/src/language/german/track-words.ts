import type { Catalogue } from '../text.js';

/** Tracks: their evidence, decisions and ends. */
export const trackWords: Catalogue = {
  'Clear benefit': 'Klarer Nutzen',
  'Benefit, size uncertain': 'Nutzen, Ausmaß unsicher',
  'Benefit too small to matter': 'Nutzen zu gering, um zu zählen',
  'No measurable effect': 'Keine messbare Wirkung',
  Inconclusive: 'Nicht entscheidbar',
  'Slightly worse': 'Etwas schlechter',
  'Worse, size uncertain': 'Schlechter, Ausmaß unsicher',
  'Clearly worse': 'Deutlich schlechter',
  'Not assessable': 'Nicht beurteilbar',
  'None##strength': 'Keine',
  Strong: 'Stark',
  Moderate: 'Mittel',
  Limited: 'Begrenzt',
  'Very limited': 'Sehr begrenzt',
  'skill-check scores': 'die Werte im Kompetenzcheck',
  'skill-check scores beside people in no track': 'die Werte im Kompetenzcheck gegenüber Menschen ohne Track',
  'the share that reaches the next step of autonomy within 12 months':
    'den Anteil, der die nächste Stufe der Selbstständigkeit binnen 12 Monaten erreicht',
  'the rate of promotions': 'die Beförderungsquote',
  'the outcome': 'das Ergebnis',
  '{name} improved {noun} by {by} (interval {range}).': '{name} hat {noun} um {by} verbessert (Intervall {range}).',
  '{name} probably improved {noun} by {by} (interval {range}).':
    '{name} hat {noun} wahrscheinlich um {by} verbessert (Intervall {range}).',
  '{name} may have improved {noun} by {by} (interval {range}).':
    '{name} hat {noun} möglicherweise um {by} verbessert (Intervall {range}).',
  '{name} worsened {noun} by {by} (interval {range}).': '{name} hat {noun} um {by} verschlechtert (Intervall {range}).',
  '{name} probably worsened {noun} by {by} (interval {range}).':
    '{name} hat {noun} wahrscheinlich um {by} verschlechtert (Intervall {range}).',
  '{name} may have worsened {noun} by {by} (interval {range}).':
    '{name} hat {noun} möglicherweise um {by} verschlechtert (Intervall {range}).',
  '{name} made little difference, or none, to {noun}: we can rule out a change of {mark} or more (interval {range}).':
    '{name} hat {noun} kaum oder gar nicht verändert: Eine Änderung um {mark} oder mehr lässt sich ausschließen (Intervall {range}).',
  '{name} probably made little difference, or none, to {noun}: we can rule out a change of {mark} or more (interval {range}).':
    '{name} hat {noun} wahrscheinlich kaum oder gar nicht verändert: Eine Änderung um {mark} oder mehr lässt sich ausschließen (Intervall {range}).',
  '{name} may have made little difference, or none, to {noun}: we can rule out a change of {mark} or more (interval {range}).':
    '{name} hat {noun} möglicherweise kaum oder gar nicht verändert: Eine Änderung um {mark} oder mehr lässt sich ausschließen (Intervall {range}).',
  'We are very uncertain, but it looks as if {name} made little difference, or none, to {noun}: we can rule out a change of {mark} or more (interval {range}).':
    'Es ist sehr unsicher, aber es sieht so aus, als hätte {name} {noun} kaum oder gar nicht verändert: Eine Änderung um {mark} oder mehr lässt sich ausschließen (Intervall {range}).',
  'People in {name} moved by {by} in {noun} (interval {range}). We are very uncertain whether {name} is the cause.':
    'Für Menschen in {name} gab es, was {noun} betrifft, eine Änderung um {by} (Intervall {range}). Ob {name} die Ursache ist, ist sehr unsicher.',
  'Nothing can be said about {name} yet: no planned look has been read.':
    'Über {name} lässt sich noch nichts sagen: Kein geplanter Auswertungsschritt ist gelesen.',
  'We cannot tell whether {name} changed {noun}. The data fit anything from {range}. The smallest change that matters is {mark}.':
    'Es ist nicht zu sagen, ob {name} {noun} verändert hat. Die Daten passen zu allem von {range}. Die kleinste Änderung, auf die es ankommt: {mark}.',
  'Continue##decision': 'Fortführen',
  'Go on as it is, and look again as planned.': 'Weiter wie bisher, und wie geplant wieder auswerten.',
  'Adjust##decision': 'Anpassen',
  'Change something, write down what, and see what follows.': 'Etwas ändern, festhalten, was, und sehen, was folgt.',
  'Extend measurement': 'Messung verlängern',
  'Go on, and add looks to those that were planned.': 'Weiterführen und den geplanten Auswertungsschritten weitere hinzufügen.',
  'Retire##decision': 'Einstellen',
  'Bring the track to an end, with time to object.': 'Den Track beenden, mit Zeit für Einwände.',
  'Moved by less than matters': 'Weniger bewegt, als es ankommt',
  'Cannot tell whether anything moved': 'Nicht zu sagen, ob sich etwas bewegt hat',
  'Too early to tell': 'Zu früh, um etwas zu sagen',
  'Cannot be told from what is shown.': 'Aus dem, was gezeigt wird, nicht zu sagen.',
  'Got worse: it moved by {by} from {before} to {after} (95\u00a0% interval {range}).':
    'Verschlechtert: Änderung um {by} von {before} bis {after} (95-%-Intervall {range}).',
  'No worsening is shown: it moved by {by} from {before} to {after} (95\u00a0% interval {range}).':
    'Keine Verschlechterung gezeigt: Änderung um {by} von {before} bis {after} (95-%-Intervall {range}).',
  'Got worse: in {after} its mentees stand clearly on the wrong side of everyone else in: {measures}.':
    'Verschlechtert: In {after} stehen seine Mentees gegenüber allen anderen deutlich auf der falschen Seite bei: {measures}.',
  'No comparison of {after} stands clearly on the wrong side of everyone else.':
    'Kein Vergleich aus {after} liegt gegenüber allen anderen deutlich auf der falschen Seite.',
  'Scores moved by {by} from before to after (95\u00a0% interval {range}).':
    'Von vorher zu nachher änderten sich die Werte um {by} (95-%-Intervall {range}).',
  'Regression to the mean alone would show about {by}: who starts low rises without any help.':
    'Die Regression zur Mitte allein würde etwa {by} zeigen: Wer niedrig beginnt, steigt auch ohne Hilfe.',
  'How much of that regression to the mean explains is not known: the settings name no reliability of these checks, or it is hidden.':
    'Wie viel davon die Regression zur Mitte erklärt, ist nicht bekannt: Die Einstellungen nennen keine Zuverlässigkeit dieser Checks, oder sie ist verdeckt.',
  'The whole interval lies above that.': 'Das ganze Intervall liegt darüber.',
  'The whole interval lies below that.': 'Das ganze Intervall liegt darunter.',
  'The interval does not exclude that this is all there is.': 'Das Intervall schließt nicht aus, dass das alles ist.',
  'About {count} people were still mentored in it at the end of {quarter}.':
    'Ende {quarter} wurden darin noch etwa {count} Menschen begleitet.',
  'How many people were still mentored in it at the end of {quarter} is not shown.':
    'Wie viele Menschen Ende {quarter} darin noch begleitet wurden, wird nicht gezeigt.',
  'Nobody is paired anew from {day}.': 'Ab {day} wird niemand neu zugeordnet.',
  'Retirement taken back on {day}.': 'Einstellung zurückgenommen am {day}.',
  'Track closed on {day}.': 'Track geschlossen am {day}.',
  'Charter, version {version}, locked on {day}.': 'Charta, Version {version}, festgeschrieben am {day}.',
  '{decision}, decided on {day}.': '{decision}, entschieden am {day}.',
  '{decision}, decided on {day}: {changed}.': '{decision}, entschieden am {day}: {changed}.',
  'Numbered flags are charters and decisions of this track; the table says which. What stands right of a flag came after it.':
    'Nummerierte Fähnchen sind Chartas und Entscheidungen dieses Tracks; die Tabelle sagt, welche. Was rechts davon steht, kam danach.',
  'Read##look': 'Gelesen',
  'Nobody new: the look before stands': 'Niemand Neues: Der vorige Schritt gilt weiter',
  'Hidden, or too uncertain to estimate': 'Verdeckt oder zu unsicher für eine Schätzung',
  'Below the charter’s minimum of people': 'Unter der Mindestzahl der Charta',
  'Too early for anything to be read': 'Zu früh, um etwas zu lesen',
  'Skipped: this quarter was not published': 'Ausgelassen: Dieses Quartal wurde nicht veröffentlicht',
  'Still to come': 'Steht noch aus',
  'Proposed against the evidence: it waits for a second person': 'Gegen die Belege vorgeschlagen: wartet auf eine zweite Person',
  'Proposed: whoever is concerned may object': 'Vorgeschlagen: Wer betroffen ist, kann Einwände erheben',
  'The window for objections is over: it waits to be confirmed': 'Die Frist für Einwände ist vorbei: wartet auf Bestätigung',
  'Confirmed: the end is announced': 'Bestätigt: Das Ende ist angekündigt',
  'Winding down: nobody is paired anew': 'Läuft aus: Niemand wird neu zugeordnet',
  'Closed##track': 'Geschlossen',
  'Taken back##track': 'Zurückgenommen',
  'Running##track': 'Läuft',
  'Retiring##track': 'Wird eingestellt',
  'Retired##track': 'Eingestellt',
  'Ended##track': 'Beendet',
  '{name}: name somebody who answers for it': '{name}: jemanden benennen, der oder die dafür einsteht',
  '{name}: write its charter, without which there is no verdict': '{name}: die Charta schreiben, ohne die es kein Urteil gibt',
  '{name}: no planned look is left; extend measurement or write a new charter':
    '{name}: kein geplanter Auswertungsschritt mehr; Messung verlängern oder eine neue Charta schreiben',
  '{name}: the look was skipped, since that quarter was not published':
    '{name}: der Auswertungsschritt fiel aus, weil das Quartal nicht veröffentlicht wurde',
  '{name}: the look of {quarter} was skipped, since that quarter was not published':
    '{name}: der Auswertungsschritt von {quarter} fiel aus, weil das Quartal nicht veröffentlicht wurde',
  '{name}: decide after the look': '{name}: nach dem Auswertungsschritt entscheiden',
  '{name}: decide after the look of {quarter}': '{name}: nach dem Auswertungsschritt von {quarter} entscheiden',
  '{name}: the decision after the look is late': '{name}: die Entscheidung nach dem Auswertungsschritt ist überfällig',
  '{name}: the decision after the look of {quarter} is late':
    '{name}: die Entscheidung nach dem Auswertungsschritt von {quarter} ist überfällig',
  '{name}: a decision against the evidence waits for a second person':
    '{name}: eine Entscheidung gegen die Belege wartet auf eine zweite Person',
  '{name}: it is to be retired; object while the window is open':
    '{name}: soll eingestellt werden; Einwände, solange die Frist läuft',
  '{name}: the window for objections is over; confirm its end or take it back':
    '{name}: die Frist für Einwände ist vorbei; Ende bestätigen oder zurücknehmen',
};
