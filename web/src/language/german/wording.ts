import type { Catalogue } from '../text.js';
import { clauses } from './clauses.js';
import { formulas } from './formulas.js';
import { trackWords } from './track-words.js';

/** Parts that sentences of comparisons are made of: a name in the feminine, what it is of, and how it differs. */
const comparing: Catalogue = {
  'rate##compared': 'Quote',
  'rates##compared': 'Quoten',
  'more often##rate': 'höhere Quote',
  'less often##rate': 'niedrigere Quote',
  'more or less often##rate': 'höher oder niedriger',
  'odds##compared': 'Chance',
  'odds##several': 'Chancen',
  'more often##odds': 'höhere Chance',
  'less often##odds': 'niedrigere Chance',
  'dose##compared': 'Dosis',
  'doses##compared': 'Dosen',
  'more##dose': 'höhere Dosis',
  'less##dose': 'niedrigere Dosis',
  'more or less##compared': 'höher oder niedriger',
  'load##compared': 'Belastung',
  'loads##compared': 'Belastungen',
  'more##load': 'höhere Belastung',
  'less##load': 'niedrigere Belastung',
  'take part##does': 'der Teilnahme',
  'take part equally': 'die Quote der Teilnahme gleich ist',
  'take part##deed': 'Teilnahme',
  'act as mentors##does': 'der Mitwirkung als Mentor:in',
  'act as mentors equally': 'die Quote der Mitwirkung als Mentor:in gleich ist',
  'act as mentors##deed': 'Mitwirkung als Mentor:in',
  'receive mentoring##does': 'des erhaltenen Mentorings',
  'receive mentoring equally': 'die Dosis des erhaltenen Mentorings gleich ist',
  'receive mentoring##deed': 'erhaltenes Mentoring',
  'mentor##does': 'durch Mentoring',
  'mentor equally': 'die Belastung durch Mentoring gleich ist',
  'mentor##deed': 'Belastung durch Mentoring',
  'are matched##does': 'der Vermittlung',
  'are matched equally': 'die Quote der Vermittlung gleich ist',
  'are matched##deed': 'Vermittlung',
  'reach a third session##does': 'der dritten Sitzung',
  'reach a third session equally': 'die Quote der dritten Sitzung gleich ist',
  'reach a third session##deed': 'Erreichen der dritten Sitzung',
  'complete##does': 'des Abschlusses',
  'complete equally': 'die Quote des Abschlusses gleich ist',
  'complete##deed': 'Abschluss',
  'are met in time##does': 'des rechtzeitigen ersten Treffens',
  'are met in time equally': 'die Quote des rechtzeitigen ersten Treffens gleich ist',
  'are met in time##deed': 'rechtzeitiges erstes Treffen',
  'are served in time##does': 'der rechtzeitigen Vermittlung',
  'are served in time equally': 'die Quote der rechtzeitigen Vermittlung gleich ist',
  'are served in time##deed': 'rechtzeitige Vermittlung',
  'work far apart##does': 'der weit entfernten Zeitzonen',
  'work far apart equally': 'die Quote der weit entfernten Zeitzonen gleich ist',
  'work far apart##deed': 'weit entfernte Zeitzonen',
  'come to a good ending##does': 'des guten Endes',
  'come to a good ending equally': 'die Quote des guten Endes gleich ist',
  'come to a good ending##deed': 'gutes Ende',
  'are matched among equals##does': 'der Vermittlung bei gleicher Passung',
  'are matched among equals equally': 'die Chance der Vermittlung bei gleicher Passung gleich ist',
  'are matched among equals##deed': 'Vermittlung bei gleicher Passung',
};

const parity: Catalogue = {
  'an upper end we cannot estimate': 'zu einem oberen Ende, das sich nicht schätzen lässt',
  '{group} {does} at about {ratio} of the {noun} of everyone else, {interval}':
    '{group}: Die {noun} {does} beträgt etwa {ratio} des Werts aller anderen, {interval}',
  'We cannot tell whether {group} {does} {moreOrLess} than everyone else: the data fit anything from {lower} to {upper} of the others’ {noun}. This is not evidence of equality.':
    '{group}: Es ist nicht zu sagen, ob die {noun} {does} {moreOrLess} ist als bei allen anderen. Die Daten passen zu allem von {lower} bis {upper} des Werts der anderen. Das ist kein Beleg für Gleichheit.',
  '{finding}. Among many comparisons such an interval can arise by chance, so we cannot tell yet. This is not evidence of equality.':
    '{finding}. Unter vielen Vergleichen kann ein solches Intervall durch Zufall entstehen; noch ist also nichts zu sagen. Das ist kein Beleg für Gleichheit.',
  '{finding}. Among {comparisons} comparisons such an interval can arise by chance, so we cannot tell yet. This is not evidence of equality.':
    '{finding}. Unter {comparisons} Vergleichen kann ein solches Intervall durch Zufall entstehen; noch ist also nichts zu sagen. Das ist kein Beleg für Gleichheit.',
  '{group} and everyone else {does} at similar {nouns}, {interval} of the others’ {noun}. We can rule out a gap larger than {gap}.':
    '{group} und alle anderen: ähnliche {nouns} {does}, {interval} der {noun} der anderen. Ein Abstand von mehr als {gap} lässt sich ausschließen.',
  '{finding}. The gap is at least {near}.': '{finding}. Der Abstand beträgt mindestens {near}.',
  '{finding}. The gap could be as small as {near}.': '{finding}. Der Abstand könnte so klein sein wie {near}.',
  '{finding}. The gap could be as small as {near} or as large as {far}.':
    '{finding}. Der Abstand könnte so klein sein wie {near} oder so groß wie {far}.',
  '{finding}. That is within the range we agreed to treat as similar.':
    '{finding}. Das liegt in dem Bereich, der vereinbarungsgemäß als ähnlich gilt.',
  '{group} {does} at a clearly lower {noun} than everyone else': '{group}: deutlich niedrigere {noun} {does} als bei allen anderen',
  '{group} {does} at a clearly higher {noun} than everyone else': '{group}: deutlich höhere {noun} {does} als bei allen anderen',
  '{group} {does} slightly {amount} than everyone else': '{group}: etwas {amount} {does} als bei allen anderen',
  '{group} {does} {amount} than everyone else; how much is uncertain':
    '{group}: {amount} {does} als bei allen anderen, Ausmaß unsicher',
  'No comparison can be shown here': 'Hier lässt sich kein Vergleich zeigen',
  '{some} of {total} groups': '{some} von {total} Gruppen',
  'In one of {total} groups people {does} {amount} than everyone else':
    'In einer von {total} Gruppen: {amount} {does} als bei allen anderen',
  'these groups': 'Diese Gruppen',
  'We cannot tell yet whether {whom} {equally}': '{whom}: noch nicht zu sagen, ob {equally}',
  'All groups shown {does} at similar {nouns}': 'Alle gezeigten Gruppen: ähnliche {nouns} {does}',
  '{group} and everyone else {does} at similar {nouns}': '{group} und alle anderen: ähnliche {nouns} {does}',
  '{n, plural, one {{words} group is} other {{words} groups are}} similar to everyone else':
    '{n, plural, one {{words} Gruppe ist} other {{words} Gruppen sind}} allen anderen ähnlich',
  'for {n, plural, one {{words} group} other {{words} groups}} we cannot tell yet':
    'für {n, plural, one {{words} Gruppe} other {{words} Gruppen}} ist es noch nicht zu sagen',
  '{n, plural, one {{words} is} other {{words} are}} hidden [c]':
    '{n, plural, one {{words} ist} other {{words} sind}} verdeckt [c]',
  'None of {total} groups is sure to {does} at another {noun} than everyone else':
    'In keiner von {total} Gruppen weicht die {noun} {does} sicher von der aller anderen ab',
  '{opening}; for all of them we cannot tell yet.': '{opening}; für alle ist es noch nicht zu sagen.',
  '{opening}; for {unsure} of them we cannot tell yet.': '{opening}; für {unsure} davon ist es noch nicht zu sagen.',
  'In {period} it was {value}, {interval}: more than chance would usually explain.':
    'In {period} waren es {value}, {interval}: mehr, als der Zufall üblicherweise erklärt.',
  'In {period} it was {value}, {interval}: this is within the variation we expect by chance.':
    'In {period} waren es {value}, {interval}: Das liegt im Rahmen dessen, was der Zufall erwarten lässt.',
  'In {period} it was {value}, {interval}.': 'In {period} waren es {value}, {interval}.',
  'In {period} it was {value}.': 'In {period} waren es {value}.',
  '{low} to {high} is a range this organisation chose for deciding what to look at first. It is not a legal test.':
    '{low} bis {high} ist ein Bereich, den diese Organisation gewählt hat, um zu entscheiden, was sie zuerst ansieht. Er ist kein rechtlicher Maßstab.',
  'We looked at {comparisons} comparisons. If nothing were really different, about {chance} would still stand out, so we adjusted for that.':
    'Betrachtet wurden {comparisons} Vergleiche. Selbst wenn sich in Wahrheit nichts unterschiede, würden etwa {chance} auffallen; das ist berücksichtigt.',
  'Clearly lower': 'Deutlich niedriger',
  'Lower, size uncertain': 'Niedriger, Ausmaß unsicher',
  'Slightly lower': 'Etwas niedriger',
  'Similar': 'Ähnlich',
  'Cannot tell yet': 'Noch nicht zu sagen',
  'Slightly higher': 'Etwas höher',
  'Higher, size uncertain': 'Höher, Ausmaß unsicher',
  'Clearly higher': 'Deutlich höher',
}; // prettier-ignore

const findings: Catalogue = {
  'A clear gap': 'Ein deutlicher Abstand',
  'A gap, its size uncertain': 'Ein Abstand, sein Ausmaß unsicher',
  'A slight gap, within the similar range': 'Ein geringer Abstand, im Ähnlichkeitsbereich',
  'The other way round': 'Umgekehrt',
  'No reliable estimate': 'Keine verlässliche Schätzung',
  'Hidden [c]': 'Verdeckt [c]',
  'Not collected, or does not apply': 'Nicht erhoben oder nicht zutreffend',
  'Act##finding': 'Handeln',
  'An action is agreed in the next step.': 'Im nächsten Schritt wird eine Maßnahme vereinbart.',
  'Watch##finding': 'Beobachten',
  'Nothing is done yet; the next audit looks again.': 'Noch geschieht nichts; das nächste Audit sieht wieder hin.',
  'Needs better data': 'Braucht bessere Daten',
  'The data do not carry a decision.': 'Die Daten tragen keine Entscheidung.',
  'No action': 'Keine Maßnahme',
  'Nothing is to be done.': 'Es ist nichts zu tun.',
  'Moved by at least that': 'Mindestens so weit bewegt',
  'Moved less': 'Weniger weit bewegt',
  'Cannot tell': 'Nicht zu sagen',
  'Worse##action': 'Schlechter',
  'it is hidden or has no estimate in one of the quarters': 'in einem der Quartale ist es verdeckt oder ohne Schätzung',
  'what is compared changed in between [b]': 'was verglichen wird, hat sich dazwischen geändert [b]',
  'there is no later quarter yet': 'es gibt noch kein späteres Quartal',
  '{said}: {because}': '{said}: {because}',
  'Moved for the better, by more than chance explains': 'Zum Besseren bewegt, weiter als der Zufall erklärt',
  'Did not move by more than the similar range': 'Nicht weiter bewegt als der Ähnlichkeitsbereich',
  'Moved for the worse, by more than chance explains': 'Zum Schlechteren bewegt, weiter als der Zufall erklärt',
  'from {before} to {now} of everyone else': 'von {before} auf {now} des Werts aller anderen',
  'Done##action': 'Erledigt',
  'Dropped##action': 'Aufgegeben',
  'Late##action': 'Überfällig',
  'Running##action': 'Läuft',
  'open##limit': 'offen',
  'Within chance': 'Im Rahmen des Zufalls',
  'Higher, more than chance': 'Höher, mehr als Zufall',
  'Lower, more than chance': 'Niedriger, mehr als Zufall',
  'About {about} people more would bring the group to the others’ rate (95\u00a0% interval {range}).':
    'Etwa {about} Personen mehr brächten die Gruppe auf die Quote der anderen (95-%-Intervall {range}).',
};

const numbersAndDates: Catalogue = {
  'January': 'Januar',
  'February': 'Februar',
  'March': 'März',
  'April': 'April',
  'May': 'Mai',
  'June': 'Juni',
  'July': 'Juli',
  'August': 'August',
  'September': 'September',
  'October': 'Oktober',
  'November': 'November',
  'December': 'Dezember',
  '{day} {month} {year}': '{day}. {month} {year}',
  '{date}, {time} {zone}': '{date}, {time} Uhr {zone}',
  '{from} to {to}': '{from} bis {to}',
  '{from} or more': '{from} oder mehr',
  '{years} years': '{years} Jahre',
  '{amount} percentage point': '{amount} Prozentpunkt',
  '{amount} percentage points': '{amount} Prozentpunkte',
  '{amount} minutes': '{amount} Minuten',
  '{amount} points': '{amount} Punkte',
  '{amount} hours': '{amount} Stunden',
  '{amount} times': 'Faktor {amount}',
  'below {limit}': 'unter {limit}',
  '95\u00a0% interval {range}': '95-%-Intervall {range}',
  'no##number': 'keine',
  'one##number': 'eine',
  'two##number': 'zwei',
  'three##number': 'drei',
  'four##number': 'vier',
  'five##number': 'fünf',
  'six##number': 'sechs',
  'seven##number': 'sieben',
  'eight##number': 'acht',
  'nine##number': 'neun',
  '{first} and {last}': '{first} und {last}',
}; // prettier-ignore

const groups: Catalogue = {
  'engineers': 'Beschäftigte',
  'of engineers': 'der Beschäftigten',
  'all engineers': 'alle Beschäftigten',
  '{level} engineers': 'Beschäftigte ({level})',
  'of {level} engineers': 'der Beschäftigten ({level})',
  'of {people}': 'der {people}',
  '{column} “{value}”': '{column} „{value}“',
  '{people} with {split}': '{people} mit {split}',
  '{people} whose {column} is not said': '{people} ohne Angabe zu {column}',
  '{people} with {years} in the company': '{people} ({years} im Unternehmen)',
  '{people} in the track {track}': '{people} im Track {track}',
  '{people} placed directly in {place}': '{people} direkt in {place}',
  '{people} in {place}': '{people} in {place}',
  '{people} with {column} “{value}”': '{people} mit {column} „{value}“',
  'For {group}, {said}': '{group}: {said}',
  'In the track {track}, {said}': 'Im Track {track}: {said}',
  'Among {group}, {said}': '{group}: {said}',
  'Whole organisation': 'Ganze Organisation',
  'the whole organisation': 'die ganze Organisation',
  '{column} not said': '{column} nicht angegeben',
  '{place} (directly)': '{place} (direkt)',
}; // prettier-ignore

const messages: Catalogue = {
  'Sample data – invented organisation': 'Beispieldaten – erfundene Organisation',
  'We don’t know that page': 'Diese Seite kennen wir nicht',
  'This page does not exist or you cannot see it.': 'Diese Seite gibt es nicht, oder Sie können sie nicht sehen.',
  'This page is for other roles': 'Diese Seite ist für andere Rollen',
  'We don’t know that view. Here is the nearest one.': 'Diese Ansicht kennen wir nicht. Hier ist die nächstliegende.',
  'Loading': 'Wird geladen',
  'No release is published yet. When a data steward has built one and a second person has published it, its findings appear here.':
    'Noch ist nichts veröffentlicht. Sobald die Datenverantwortung eine Veröffentlichung erstellt und eine zweite Person sie freigegeben hat, stehen ihre Befunde hier.',
  'This part could not be loaded. The rest of the page still works.':
    'Dieser Teil konnte nicht geladen werden. Der Rest der Seite funktioniert.',
  'The server did not answer. Try again in a moment.': 'Der Server hat nicht geantwortet. Versuchen Sie es gleich noch einmal.',
  'Your browser could not draw the picture. The table can still be downloaded.':
    'Ihr Browser konnte das Bild nicht zeichnen. Die Tabelle lässt sich weiterhin herunterladen.',
}; // prettier-ignore

const protection: Catalogue = {
  'hidden': 'verdeckt',
  '[c] Hidden to protect people in small groups.': '[c] Verdeckt, um Menschen in kleinen Gruppen zu schützen.',
  'We hide a result when few people are in it, or when showing it would let someone work out a small group by subtraction. We use one mark for all cases, because a more exact reason could give the answer away. Nobody using this system, including administrators, can switch it off. No group smaller than {dimension} is shown, {special} where a personal characteristic is involved. Every number that depends on who takes part is a little off on purpose; its interval says so.':
    'Ein Ergebnis wird verdeckt, wenn wenige Menschen darin stecken oder wenn sich mit ihm eine kleine Gruppe durch Abziehen errechnen ließe. Alle Fälle tragen dasselbe Zeichen, weil ein genauerer Grund die Antwort verraten könnte. Niemand kann das in diesem System abschalten, auch nicht die Administration. Keine Gruppe unter {dimension} wird gezeigt, unter {special}, wo es um ein persönliches Merkmal geht. Jede Zahl, die davon abhängt, wer teilnimmt, liegt mit Absicht ein wenig daneben; ihr Intervall sagt, wie weit.',
  'Numbers that depend on who takes part are a little off on purpose, usually by as much as two or three people would move them: read them as “about”. Each is drawn by itself, so parts may not add up to their total.':
    'Zahlen, die davon abhängen, wer teilnimmt, liegen mit Absicht ein wenig daneben, meist so weit, wie zwei oder drei Menschen sie verschieben würden: Lesen Sie „etwa“. Jede wird für sich gezogen; Teile ergeben deshalb nicht immer ihre Summe.',
  'too uncertain to estimate': 'zu unsicher für eine Schätzung',
  '[u] Too uncertain to estimate.': '[u] Zu unsicher für eine Schätzung.',
  'does not apply': 'trifft nicht zu',
  '[z] Does not apply.': '[z] Trifft nicht zu.',
  'not collected': 'nicht erhoben',
  '[x] We do not collect this.': '[x] Das wird nicht erhoben.',
  'This cannot be estimated: too little was observed.': 'Das lässt sich nicht schätzen: Es wurde zu wenig beobachtet.',
  'This cannot be estimated: there is nobody to compare with.': 'Das lässt sich nicht schätzen: Es gibt niemanden zum Vergleich.',
  'This cannot be estimated: the data set no limit to it.': 'Das lässt sich nicht schätzen: Die Daten setzen dem keine Grenze.',
  'This cannot be estimated: the calculation did not settle.':
    'Das lässt sich nicht schätzen: Die Berechnung kam zu keinem festen Ergebnis.',
  'This cannot be estimated: the groups do not overlap.':
    'Das lässt sich nicht schätzen: Die Gruppen überschneiden sich nicht.',
  'This cannot be estimated: it does not vary.': 'Das lässt sich nicht schätzen: Es gibt keine Streuung.',
  'This cannot be estimated: protection makes it too uncertain here.':
    'Das lässt sich nicht schätzen: Der Schutz macht es hier zu unsicher.',
  'This cannot be estimated: the strata disagree, so no one number stands for all of them.':
    'Das lässt sich nicht schätzen: Die Schichten weichen voneinander ab; keine einzelne Zahl steht für alle.',
  'This cannot be estimated: the data are not complete enough.':
    'Das lässt sich nicht schätzen: Die Daten sind nicht vollständig genug.',
  'This cannot be estimated.': 'Das lässt sich nicht schätzen.',
  'No result is hidden here.': 'Hier ist kein Ergebnis verdeckt.',
  '{hidden} of {total} results are hidden.': '{hidden} von {total} Ergebnissen sind verdeckt.',
  'This is not collected for this quarter': 'Das wird für dieses Quartal nicht erhoben',
  'This does not apply here': 'Das trifft hier nicht zu',
  'This is too uncertain to estimate here': 'Das ist hier zu unsicher für eine Schätzung',
  'This result is hidden here': 'Dieses Ergebnis ist hier verdeckt',
  'This view is too narrow to show safely.': 'Diese Ansicht ist zu eng, um sie sicher zu zeigen.',
}; // prettier-ignore

const series: Catalogue = {
  'We cannot tell whether {rest}': 'Es ist nicht zu sagen, ob {rest}',
  'we cannot tell whether {rest}': 'Es ist nicht zu sagen, ob {rest}',
  'We cannot tell yet whether {rest}': 'Noch ist nicht zu sagen, ob {rest}',
  'we cannot tell yet whether {rest}': 'Noch ist nicht zu sagen, ob {rest}',
  'Unclear yet whether {rest}': 'Noch unklar, ob {rest}',
  'unclear yet whether {rest}': 'Noch unklar, ob {rest}',
  '{opening}: the data fit anything from {lower} to an upper end we cannot estimate.':
    '{opening}: Die Daten passen zu allem von {lower} bis zu einem oberen Ende, das sich nicht schätzen lässt.',
  '{opening}: the data fit anything from {lower} to {upper} times as much.':
    '{opening}: Die Daten passen zu allem vom {lower}-Fachen bis zum {upper}-Fachen.',
  '{opening}: the data fit anything from {lower} to {upper}.': '{opening}: Die Daten passen zu allem von {lower} bis {upper}.',
  '{said}, {interval}': '{said}, {interval}',
  '{value}: each group with its interval': '{value}: jede Gruppe mit ihrem Intervall',
  'The groups shown run from {range}; read each with its interval, small groups move by chance.':
    'Die gezeigten Gruppen reichen von {range}; lesen Sie jede mit ihrem Intervall, kleine Gruppen bewegen sich durch Zufall.',
  'Everyone is counted, but small groups still move up and down by chance. The interval shows how much.':
    'Alle sind gezählt, und doch bewegen sich kleine Gruppen durch Zufall auf und ab. Das Intervall zeigt, wie sehr.',
  'within chance': 'im Rahmen des Zufalls',
  'higher, more than chance explains': 'höher, mehr als der Zufall erklärt',
  'lower, more than chance explains': 'niedriger, mehr als der Zufall erklärt',
  'One quarter alone shows no movement yet': 'Ein Quartal allein zeigt noch keine Bewegung',
  '{value} was higher in {quarter}: more than chance would usually explain':
    '{value}: in {quarter} höher, mehr als der Zufall üblicherweise erklärt',
  '{value} was lower in {quarter}: more than chance would usually explain':
    '{value}: in {quarter} niedriger, mehr als der Zufall üblicherweise erklärt',
  '{value} stayed within chance from quarter to quarter': '{value}: von Quartal zu Quartal im Rahmen des Zufalls',
  '{value} stayed within chance since {quarter}; earlier quarters moved more':
    '{value}: seit {quarter} im Rahmen des Zufalls; frühere Quartale bewegten sich mehr',
  'this value': 'dieser Wert',
  'Since {quarter} it moved by {change} ({interval}): this is within the variation we expect by chance.':
    'Seit {quarter} betrug die Änderung {change} ({interval}): Das liegt im Rahmen dessen, was der Zufall erwarten lässt.',
  'Since {quarter} it moved by {change} ({interval}): this is more than chance would usually explain.':
    'Seit {quarter} betrug die Änderung {change} ({interval}): Das ist mehr, als der Zufall üblicherweise erklärt.',
  'Each quarter is compared with the last one shown before it. Of twenty quarters in which nothing changed, about one is still marked. [b] marks a break: what stands after it is not compared with what came before.':
    'Jedes Quartal wird mit dem letzten davor gezeigten verglichen. Von zwanzig Quartalen, in denen sich nichts geändert hat, wird etwa eines dennoch markiert. [b] markiert einen Bruch: Was danach steht, wird nicht mit dem davor verglichen.',
  '{n, plural, one {Release} other {Releases}} {ids}.': '{n, plural, one {Veröffentlichung} other {Veröffentlichungen}} {ids}.',
  'Dots show the estimate of each quarter, the band its 95\u00a0% interval. A quarter without a dot is hidden, not estimable or not collected, as its mark says.':
    'Punkte zeigen die Schätzung jedes Quartals, das Band ihr 95-%-Intervall. Ein Quartal ohne Punkt ist verdeckt, nicht schätzbar oder nicht erhoben, wie sein Zeichen sagt.',
  'Your own branch is hidden in this view, or finer than it. The nearest above it that is shown: {label}.':
    'Ihr eigener Bereich ist in dieser Ansicht verdeckt oder feiner als sie. Der nächste darüber, der gezeigt wird: {label}.',
}; // prettier-ignore

export const wording: Catalogue = {
  ...comparing,
  ...parity,
  ...findings,
  ...numbersAndDates,
  ...groups,
  ...messages,
  ...protection,
  ...series,
  ...trackWords,
  ...clauses,
  ...formulas,
};
