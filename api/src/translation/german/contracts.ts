import type { Catalogue } from '#language';

/** What contracts of measures say at length: who, what is counted, of what, how sure, and what for not. */
export const contracts: Catalogue = {
  'Relationships that run on the period’s last day, once for every mentee in one who is employed then; closed relationships left out.':
    'Beziehungen, die am letzten Tag des Zeitraums laufen, einmal für jede:n darin, der oder die Mentee und dann beschäftigt ist; geschlossene Beziehungen bleiben außen vor.',
  'Those in which the minutes that their track names for a month were held in at least two of the period’s three months.':
    'Jene, in denen die Minuten, die ihr Track für einen Monat nennt, in mindestens zwei der drei Monate des Zeitraums gehalten wurden.',
  'Those in a track that names monthly minutes and that began in the period’s first month or before; later ones have not had two whole months. At most three of one person count.':
    'Jene in einem Track, der monatliche Minuten nennt, die im ersten Monat des Zeitraums oder früher begannen; spätere hatten noch keine zwei ganzen Monate. Je Person zählen höchstens drei.',
  'Mentees of a track with skill checks in the three years up to the period’s last day; closed relationships left out. Judged: those who were checked by themselves and by an external assessor at most 90 days apart, before or after. Followed up: those with a check after and a later follow-up of the same skill in the same track, by the same assessor with the same instrument.':
    'Mentees eines Tracks mit Kompetenzchecks in den drei Jahren bis zum letzten Tag des Zeitraums; geschlossene Beziehungen bleiben außen vor. Beurteilt: wer sich selbst geprüft hat und höchstens 90 Tage davon entfernt von außen geprüft wurde, vorher oder nachher. Nachgeprüft: wer einen Check nachher und eine spätere Nachprüfung derselben Kompetenz im selben Track hat, durch dieselbe prüfende Stelle mit demselben Instrument.',
  'Judged: their own score minus the external one in percentage points of the greatest possible score, differences beyond 30 cut off there. Followed up: whose follow-up is no more than 5 points below the check after.':
    'Beurteilt: die eigene minus die äußere Einschätzung in Prozentpunkten des höchsten möglichen Werts, Unterschiede über 30 dort gekappt. Nachgeprüft: deren Nachprüfung höchstens 5 Punkte unter dem Check nachher liegt.',
  'People, each once, by the mean of their skills; by track once in each.':
    'Personen, je einmal, mit dem Mittel ihrer Kompetenzen; nach Track in jedem einmal.',
  'Teams with hours of capacity in sprints that ended within the period.':
    'Teams mit Kapazitätsstunden in Sprints, die im Zeitraum endeten.',
  'For each team: hours set aside for mentoring; hours held, as mentor or mentee, by its eligible people in the period’s months, at most 60 of one person, closed relationships left out; completed points.':
    'Für jedes Team: für Mentoring vorgesehene Stunden; Stunden, die seine Berechtigten in den Monaten des Zeitraums als Mentor:in oder Mentee hielten, je Person höchstens 60, ohne geschlossene Beziehungen; erledigte Punkte.',
  'Its hours of capacity, and the same net of held hours (never below half of them). The figure is the mean over teams, never fewer than ten as drawn. Hours cut off at 0.2, points at 0.5 for each hour.':
    'Seine Kapazitätsstunden, und dieselben abzüglich gehaltener Stunden (nie unter der Hälfte davon). Die Zahl ist das Mittel über Teams, nie weniger als zehn gezogene. Je Stunde werden Stunden bei 0,2 und Punkte bei 0,5 gekappt.',
  'Relationships that ended as reorganised and whose thirtieth day after lies in the period, once for every mentee in one, closed ones left out; and skills that anybody held who left the company within the period, at level 3 of 5 or higher.':
    'Beziehungen, die wegen einer Umorganisation endeten und deren dreißigster Tag danach im Zeitraum liegt, einmal für jede:n Mentee darin, ohne geschlossene; und Kompetenzen auf Stufe 3 von 5 oder höher, die jemand hatte, der oder die das Unternehmen im Zeitraum verließ.',
  'Relationships after which the mentee began another within 30 days; skills that at least two people still hold on the period’s last day, by location at that location.':
    'Beziehungen, nach denen die oder der Mentee binnen 30 Tagen eine andere begann; Kompetenzen, die am letzten Tag des Zeitraums noch mindestens zwei Personen haben, nach Standort an diesem Standort.',
  'All of them. At most three relationships of one person count; a skill weighs less where one of its people held many of them, so that nobody moves the sum by more than one.':
    'Alle davon. Je Person zählen höchstens drei Beziehungen; eine Kompetenz wiegt weniger, wenn eine ihrer Personen viele davon hatte, sodass niemand die Summe um mehr als eins bewegt.',
  'Rows about people who are known, with a day in the period, of the columns that measures rest on; all rows ever loaded that name a person, a track or a relationship; eligible people for each declared characteristic. Files about teams name no person and are left out.':
    'Zeilen über bekannte Personen, mit einem Tag im Zeitraum, der Spalten, auf denen Kennzahlen beruhen; alle je geladenen Zeilen, die eine Person, einen Track oder eine Beziehung nennen; Berechtigte für jedes erklärte Merkmal. Dateien über Teams nennen keine Person und bleiben außen vor.',
  'Rows that say the column; rows of which everything is known that they speak of; people who said it and consented. Sessions count by relationship or month, in the part of them that says it.':
    'Zeilen, die die Spalte angeben; Zeilen, von denen alles bekannt ist, wovon sie sprechen; Personen, die es angaben und einwilligten. Sitzungen zählen nach Beziehung oder Monat, mit dem Teil davon, der es angibt.',
  'All of them. At most three rows of one person count, in each column or file and in the whole. What is missing to 1 is the share left empty, waiting or unknown.':
    'Alle davon. Je Person zählen höchstens drei Zeilen, in jeder Spalte oder Datei und im Ganzen. Was zu 1 fehlt, ist der leere, wartende oder unbekannte Anteil.',
  'Teams with sprints that ended within the period and others in the same quarter a year before. A team has the mentees of the period among its eligible people and those of the teams below it; closed relationships left out.':
    'Teams mit Sprints, die im Zeitraum und solchen, die im selben Quartal des Vorjahres endeten. Ein Team hat die Mentees des Zeitraums unter seinen Berechtigten und denen der Teams darunter; geschlossene Beziehungen bleiben außen vor.',
  'Completed ÷ committed points, the mean of a quarter’s sprints, minus the same a year before; cut off at 30 percentage points either way.':
    'Erledigte ÷ zugesagte Punkte, das Mittel der Sprints eines Quartals, minus dasselbe ein Jahr zuvor; bei 30 Prozentpunkten nach beiden Seiten gekappt.',
  'Those teams, each once. Never fewer than ten as drawn, on each side where two are compared.':
    'Diese Teams, je einmal. Nie weniger als zehn gezogene, auf jeder Seite, wo zwei verglichen werden.',
  'Eligible people who are mentees on the period’s last day; closed relationships left out.':
    'Berechtigte, die am letzten Tag des Zeitraums Mentees sind; geschlossene Beziehungen bleiben außen vor.',
  'Those who had one and the same mentor alone over the year before, in a relationship that began more than twelve months ago; and the number of tracks, from 1 to 6, in which each was a mentee within that year.':
    'Wer im Jahr zuvor allein ein und dieselbe Mentor:in hatte, in einer Beziehung, die vor mehr als zwölf Monaten begann; und die Zahl der Tracks, von 1 bis 6, in denen die Person in diesem Jahr Mentee war.',
  'All of them. Where a mentor of the year is not on record, nobody is said to be the only one.':
    'Alle davon. Wo eine Mentor:in des Jahres nicht erfasst ist, gilt niemand als einzige.',
  'Mentees employed on the last day of the period, once for every month of it in which they were a mentee; closed relationships left out.':
    'Mentees, die am letzten Tag des Zeitraums beschäftigt sind, einmal für jeden seiner Monate, in dem sie Mentee waren; geschlossene Beziehungen bleiben außen vor.',
  'Minutes of sessions that were held in that month in their relationships. Every member of a group receives the full minutes; planned sessions never count. Minutes above twice the agreed dose of the track (120 a month where none is named) are cut off.':
    'Minuten von Sitzungen, die in diesem Monat in ihren Beziehungen gehalten wurden. Jedes Mitglied einer Gruppe erhält die vollen Minuten; geplante Sitzungen zählen nie. Minuten über dem Doppelten des vereinbarten Umfangs des Tracks (120 im Monat, wo keine genannt ist) werden gekappt.',
  'Months of mentees. By track: months in that track.': 'Monate von Mentees. Nach Track: Monate in diesem Track.',
  'Relationships that ended within the period, once for every mentee in one; closed relationships left out.':
    'Beziehungen, die im Zeitraum endeten, einmal für jede:n Mentee darin; geschlossene Beziehungen bleiben außen vor.',
  'Those that ended for a reason; completed, no longer needed and the end of the track are good endings.':
    'Jene, die aus einem Grund endeten; abgeschlossen, nicht mehr nötig und Ende des Tracks sind gute Gründe.',
  'All that ended, whatever the reason, also where none was said. At most three of one person count.':
    'Alle, die endeten, gleich aus welchem Grund, auch wo keiner genannt wurde. Je Person zählen höchstens drei.',
  'Relationships that ran on at least one day of the period, once for every mentee in one; and the escalations raised about them within it. Closed relationships left out.':
    'Beziehungen, die an mindestens einem Tag des Zeitraums liefen, einmal für jede:n Mentee darin; und die darin zu ihnen gemeldeten Eskalationen. Geschlossene Beziehungen bleiben außen vor.',
  'Relationships about which at least one escalation was raised (0.07 reads as 7 per 100); escalations resolved 14 and 30 days after they were raised; resolved ones by what came of them.':
    'Beziehungen, zu denen mindestens eine Eskalation gemeldet wurde (0,07 liest sich als 7 je 100); Eskalationen, die 14 und 30 Tage nach der Meldung gelöst waren; gelöste danach, was aus ihnen wurde.',
  'All running relationships; all escalations, followed until resolved or until the period’s last day; all resolved by then. At most three of one person count.':
    'Alle laufenden Beziehungen; alle Eskalationen, verfolgt bis zur Lösung oder bis zum letzten Tag des Zeitraums; alle bis dahin gelösten. Je Person zählen höchstens drei.',
  'People with an exit interview within the period who answered from 0 to 10 how far they would recommend it: the latest of each.':
    'Personen mit einem Austrittsgespräch im Zeitraum, die von 0 bis 10 antworteten, wie sehr sie es empfehlen würden: jeweils das letzte.',
  'The sum of their answers.': 'Die Summe ihrer Antworten.',
  'Their number. Mentored before: in any track, from a day before the interview on, closed relationships left out; the difference is theirs minus the others’.':
    'Ihre Zahl. Mit Mentoring zuvor: in irgendeinem Track, ab einem Tag vor dem Gespräch, ohne geschlossene Beziehungen; der Unterschied ist ihr Wert minus jener der anderen.',
  'People with an exit interview within the period: the latest of each, coded with the themes of the settings.':
    'Personen mit einem Austrittsgespräch im Zeitraum: jeweils das letzte, verschlüsselt nach den Themen der Einstellungen.',
  'Those whose interview names the theme; in a table without themes, any of them.':
    'Jene, deren Gespräch das Thema nennt; in einer Tabelle ohne Themen irgendeines davon.',
  'All of them, also who named none. Mentored before: in any track, from a day before the interview on, closed relationships left out.':
    'Alle davon, auch wer keines nannte. Mit Mentoring zuvor: in irgendeinem Track, ab einem Tag vor dem Gespräch, ohne geschlossene Beziehungen.',
  'People who asked, were invited or were nominated for a known track in the year up to the period’s last day, by the furthest step that they had come to by then. The requests of one person share one weight. A request that a closed relationship served is left out.':
    'Personen, die im Jahr bis zum letzten Tag des Zeitraums für einen bekannten Track anfragten, eingeladen oder vorgeschlagen wurden, nach dem weitesten Schritt, den sie bis dahin erreicht hatten. Die Anfragen einer Person teilen sich ein Gewicht. Eine Anfrage, die eine geschlossene Beziehung bediente, bleibt außen vor.',
  'Of each step, those who came to it or further: matched (a relationship in that track began, or the outcome of the request says so), third session held in it, completed (it ended as completed, or because it was no longer needed).':
    'Von jedem Schritt jene, die ihn oder einen weiteren erreichten: zugeordnet (eine Beziehung in diesem Track begann, oder das Ergebnis der Anfrage sagt es), dritte Sitzung darin gehalten, abgeschlossen (sie endete als abgeschlossen oder weil sie nicht mehr nötig war).',
  'Those who came to the step before it. Who asked late in the year has had less time for the later steps.':
    'Jene, die den Schritt davor erreichten. Wer spät im Jahr anfragte, hatte weniger Zeit für die späteren Schritte.',
  'Goals agreed, as the mentee’s row says or, where that is silent, a mentor’s; a check of the mentee before the start in that track, at most 14 days from the beginning (one that is only said to have been taken does not count); goals changed, as any joint review since the beginning says.':
    'Vereinbarte Ziele, wie es die Zeile der Mentees sagt oder, wo diese schweigt, die einer Mentor:in; ein Check der Mentees vor dem Beginn in diesem Track, höchstens 14 Tage vom Beginn entfernt (einer, von dem nur gesagt wird, es habe ihn gegeben, zählt nicht); geänderte Ziele, wie es ein gemeinsamer Rückblick seit dem Beginn sagt.',
  'All of them, also where nothing is said; for changed goals those with a review that says whether they changed. At most three of one person count.':
    'Alle davon, auch wo nichts gesagt ist; für geänderte Ziele jene mit einem Rückblick, der sagt, ob sie sich änderten. Je Person zählen höchstens drei.',
  'Relationships that began in the two years up to the period’s last day and held a session with a named kind of guidance in their first twelve months, once for every mentee in one; closed relationships left out. The calendar month in which it began is a relationship’s first.':
    'Beziehungen, die in den zwei Jahren bis zum letzten Tag des Zeitraums begannen und in ihren ersten zwölf Monaten eine Sitzung mit benannter Art der Anleitung hielten, einmal für jede:n Mentee darin; geschlossene Beziehungen bleiben außen vor. Der Kalendermonat ihres Beginns ist der erste einer Beziehung.',
  'Of each relationship the shares of its sessions by kind of guidance: answering, asking, looking back. A pair that meets often weighs no more than one that meets seldom. The slope is the change a month of the level of guidance (answering 0, asking 1, looking back 2), over sessions, by least squares; slopes beyond half a level a month are cut off there.':
    'Von jeder Beziehung die Anteile ihrer Sitzungen nach Art der Anleitung: antwortend, fragend, rückblickend. Ein Paar, das sich oft trifft, wiegt nicht mehr als eines, das sich selten trifft. Die Steigung ist die monatliche Änderung des Grads der Anleitung (antwortend 0, fragend 1, rückblickend 2) über die Sitzungen, nach kleinsten Quadraten; Steigungen über einem halben Grad im Monat werden dort gekappt.',
  'Relationships with such sessions in those months; for the slope those with such sessions in at least three months. At most three of one person count.':
    'Beziehungen mit solchen Sitzungen in diesen Monaten; für die Steigung jene mit solchen Sitzungen in mindestens drei Monaten. Je Person zählen höchstens drei.',
  'Those with a joint review within the period; of these, goals met of the goals set, and the mentor’s rating minus the mentee’s, each as the mean of a relationship over its reviews.':
    'Jene mit einem gemeinsamen Rückblick im Zeitraum; von diesen die erreichten der gesetzten Ziele, und die Bewertung der Mentor:innen minus jene der Mentees, jeweils als Mittel einer Beziehung über ihre Rückblicke.',
  'All of them; for goals those whose reviews name goals, for ratings those that both sides rated. At most three of one person count.':
    'Alle davon; für Ziele jene, deren Rückblicke Ziele nennen, für Bewertungen jene, die beide Seiten bewerteten. Je Person zählen höchstens drei.',
  'People employed on the period’s last day who took part as mentors in it. Closed relationships do not count. By track: mentors of that track, with what they give in it.':
    'Am letzten Tag des Zeitraums Beschäftigte, die darin als Mentor:innen teilnahmen. Geschlossene Beziehungen zählen nicht. Nach Track: Mentor:innen dieses Tracks, mit dem, was sie darin leisten.',
  'Active mentees: people who were mentees in a relationship of theirs at the same time, cut off at twice the cap of the settings. Held minutes of the period: a session with a group is given once, and 24 hours are the most that count towards the mean.':
    'Aktive Mentees: Personen, die zur selben Zeit Mentees in einer ihrer Beziehungen waren, beim Doppelten der Obergrenze der Einstellungen gekappt. Gehaltene Minuten des Zeitraums: Eine Sitzung mit einer Gruppe wird einmal geleistet, und höchstens 24 Stunden zählen für das Mittel.',
  'All of them, also those without a mentee or a held minute.': 'Alle davon, auch jene ohne Mentee oder ohne gehaltene Minute.',
  'Requests for a known track that were asked in the year up to the period’s last day, whoever took the first step. The requests of one person share one weight. A request that a closed relationship served is left out.':
    'Anfragen für einen bekannten Track aus dem Jahr bis zum letzten Tag des Zeitraums, gleich wer den ersten Schritt tat. Die Anfragen einer Person teilen sich ein Gewicht. Eine Anfrage, die eine geschlossene Beziehung bediente, bleibt außen vor.',
  'The odds, and the share, of being matched by that day: a relationship as a mentee in that track began, or the outcome of the request says so. How it was decided (by hand, by rule, by lot) is a table of its own.':
    'Die Chancen und der Anteil, bis zu diesem Tag zugeordnet zu sein: Eine Beziehung als Mentee in diesem Track begann, oder das Ergebnis der Anfrage sagt es. Wie entschieden wurde (von Hand, nach Regel, durch Los), ist eine eigene Tabelle.',
  'Those of everyone else with the same job level and the same skill level; for a personal characteristic, of its other groups. The skill is the one that the track is meant to build, as last assessed by the day of the request; not assessed is a level of its own.':
    'Jene aller anderen auf derselben Stufe und mit demselben Kompetenzstand; bei einem persönlichen Merkmal die seiner anderen Gruppen. Die Kompetenz ist jene, die der Track aufbauen soll, wie am Tag der Anfrage zuletzt geprüft; nicht geprüft ist ein eigener Stand.',
  'Skills: mentors with a pair of checks in a track in which they mentor, as in skill change. Steps: people whose first relationship as a mentor began in the three years up to the period’s last day. Self-view: mentors who assessed themselves within the last year and whose mentees answered on the quality of feedback meanwhile. Guidance: mentors with a first training in the last two years and sessions with a named kind of guidance in the twelve months before and after that month. Pulse: mentees who answered within the period. Closed relationships left out everywhere.':
    'Kompetenzen: Mentor:innen mit einem Paar von Checks in einem Track, in dem sie Mentor:in sind, wie bei der Kompetenzänderung. Aufstiege: Personen, deren erste Beziehung als Mentor:in in den drei Jahren bis zum letzten Tag des Zeitraums begann. Selbstbild: Mentor:innen, die sich im letzten Jahr selbst einschätzten und deren Mentees in dieser Zeit zur Güte der Rückmeldung antworteten. Anleitung: Mentor:innen mit einer ersten Schulung in den letzten zwei Jahren und Sitzungen mit benannter Art der Anleitung in den zwölf Monaten vor und nach diesem Monat. Stimmungsbild: Mentees, die im Zeitraum antworteten. Geschlossene Beziehungen bleiben überall außen vor.',
  'Skills: the change in percentage points, beyond 30 cut off. Steps: whose rank was raised until 6, 12 and 24 months later, leaving competing. Self-view: the own score minus that of the mentees, both from 0 to 100, beyond 50 cut off. Guidance: the level (answering 0, asking 1, looking back 2) after minus before, beyond 1 cut off. Pulse: the mean answer from 1 to 5 where a mentor had a training before the period began, and where none had.':
    'Kompetenzen: die Änderung in Prozentpunkten, über 30 gekappt. Aufstiege: wer bis 6, 12 und 24 Monate danach im Rang stieg, Ausscheiden als konkurrierendes Ereignis. Selbstbild: die eigene Einschätzung minus jene der Mentees, beide von 0 bis 100, über 50 gekappt. Anleitung: der Grad (antwortend 0, fragend 1, rückblickend 2) nachher minus vorher, über 1 gekappt. Stimmungsbild: die mittlere Antwort von 1 bis 5, wo eine Mentor:in vor Beginn des Zeitraums geschult war und wo keine es war.',
  'Those people, each once by the mean of theirs. Where a mentee stands behind several mentors, each of these weighs less; at most three mentees of one mentor count in the pulse.':
    'Diese Personen, je einmal mit ihrem Mittel. Wo eine Person Mentee mehrerer Mentor:innen ist, wiegt jede davon weniger; beim Stimmungsbild zählen höchstens drei Mentees je Mentor:in.',
  'People employed on the period’s last day who took part as mentors in it; by topic once in every topic that anybody was trained in. Closed relationships do not count.':
    'Am letzten Tag des Zeitraums Beschäftigte, die darin als Mentor:innen teilnahmen; nach Thema einmal in jedem Thema, in dem jemand geschult wurde. Geschlossene Beziehungen zählen nicht.',
  'Those with a training completed by that day (in any topic, or in this one), and those whose newest one is less than 12 months old. Self-assessments are no training.':
    'Jene mit einer bis zu diesem Tag abgeschlossenen Schulung (in irgendeinem Thema oder in diesem), und jene, deren neueste weniger als 12 Monate alt ist. Selbsteinschätzungen sind keine Schulung.',
  'All of them.': 'Alle davon.',
  'People whose first relationship as a mentee began in the three years up to the period’s last day, those who left since included; closed relationships left out. By track: whose first relationship in that track began then.':
    'Personen, deren erste Beziehung als Mentee in den drei Jahren bis zum letzten Tag des Zeitraums begann, auch seither Ausgeschiedene; geschlossene Beziehungen bleiben außen vor. Nach Track: deren erste Beziehung in diesem Track dann begann.',
  'Those of whom a new situation handled alone was recorded after that beginning, until 6 and 12 months later.':
    'Jene, von denen nach diesem Beginn festgehalten wurde, dass sie eine neue Situation allein bewältigten, bis 6 und 12 Monate später.',
  'All of them, followed until that first situation, until they left the company, or until the period’s last day; leaving competes.':
    'Alle davon, verfolgt bis zu dieser ersten Situation, bis zum Ausscheiden oder bis zum letzten Tag des Zeitraums; Ausscheiden gilt als konkurrierendes Ereignis.',
  'Tracks that ran on at least one day of the period.': 'Tracks, die an mindestens einem Tag des Zeitraums liefen.',
  'Those for which no accountable person is named.': 'Jene, für die niemand als verantwortlich benannt ist.',
  'All of them. Who owns a track is sealed: only whether somebody does is read.':
    'Alle davon. Wer einen Track verantwortet, ist versiegelt: Gelesen wird nur, ob es jemand tut.',
  'Relationships that ended, or that ran, within the period, once for every mentee in one; closed relationships left out. Coaching apart from mentoring, by the practice of the track; a track that says none is mentoring. Self-selected: who is paired how was chosen, by the pair or for it.':
    'Beziehungen, die im Zeitraum endeten oder liefen, einmal für jede:n Mentee darin; geschlossene Beziehungen bleiben außen vor. Coaching getrennt von Mentoring, nach der Praxis des Tracks; ein Track, der keine nennt, ist Mentoring. Selbst gewählt: Wer wie gepaart ist, wurde ausgesucht, vom Paar oder für das Paar.',
  'Good endings (completed, no longer needed, end of the track); held minutes of each running relationship, a month, cut off at twice the greatest agreed dose. Levels and locations as on the period’s last day. With several criteria, a relationship is shared among them.':
    'Gute Gründe (abgeschlossen, nicht mehr nötig, Ende des Tracks); gehaltene Minuten jeder laufenden Beziehung im Monat, beim Doppelten des größten vereinbarten Umfangs gekappt. Stufen und Standorte wie am letzten Tag des Zeitraums. Bei mehreren Kriterien wird eine Beziehung auf sie verteilt.',
  'All of them. Of endings at most three of one person count; of time together a person’s relationships share one weight.':
    'Alle davon. Bei Beendigungen zählen je Person höchstens drei; bei gemeinsamer Zeit teilen sich die Beziehungen einer Person ein Gewicht.',
  'People employed on the last day of the period. Closed relationships do not count.':
    'Am letzten Tag des Zeitraums Beschäftigte. Geschlossene Beziehungen zählen nicht.',
  'The rate at which the group takes part in this role.': 'Die Quote, mit der die Gruppe in dieser Rolle teilnimmt.',
  'The rate of everyone else: the rest of the eligible people; for a personal characteristic, the other groups of it that are shown.':
    'Die Quote aller anderen: der übrigen Berechtigten; bei einem persönlichen Merkmal die seiner anderen gezeigten Gruppen.',
  'The odds, and the rate, of taking part in this role in the group.':
    'Die Chancen und die Quote der Teilnahme in dieser Rolle in der Gruppe.',
  'Those of everyone else at the same level and with the same tenure; for a personal characteristic, of its other groups.':
    'Jene aller anderen auf derselben Stufe und mit derselben Betriebszugehörigkeit; bei einem persönlichen Merkmal die seiner anderen Gruppen.',
  'People employed on the last day of the period, with the team, level and place they had on that day.':
    'Am letzten Tag des Zeitraums Beschäftigte, mit Team, Stufe und Standort von diesem Tag.',
  'Those of them who were in a mentoring relationship in this role on at least one day of the period. Closed relationships count for the whole organisation only.':
    'Jene von ihnen, die an mindestens einem Tag des Zeitraums in dieser Rolle in einer Mentoring-Beziehung waren. Geschlossene Beziehungen zählen allein für die ganze Organisation.',
  'All of them. Where a personal characteristic takes part: those who consented and said it, both counts drawn.':
    'Alle davon. Wo ein persönliches Merkmal im Spiel ist: wer einwilligte und es angab, beide Anzahlen gezogen.',
  'Teams with such work in sprints that ended within the period; when a sprint ended stands in the delivery file of the same team.':
    'Teams mit solcher Arbeit in Sprints, die im Zeitraum endeten; wann ein Sprint endete, steht in der Lieferdatei desselben Teams.',
  'The share of each team: pull requests with filled mentoring sections; plans that name mentoring; walkthrough items accepted, and done in their time-box.':
    'Der Anteil jedes Teams: Pull Requests mit ausgefüllten Mentoring-Abschnitten; Pläne, die Mentoring nennen; Punkte von Durchsichten, die angenommen und in ihrem Zeitrahmen erledigt wurden.',
  'Those teams, each once, however much it does. Never fewer than ten as drawn.':
    'Diese Teams, je einmal, gleich wie viel eines tut. Nie weniger als zehn gezogene.',
  'Those whose rank was raised after that beginning, by a step of whatever kind, until 3, 6, 9, 12, 18 and 24 months later.':
    'Jene, deren Rang nach diesem Beginn stieg, durch einen Schritt gleich welcher Art, bis 3, 6, 9, 12, 18 und 24 Monate später.',
  'All of them, followed until that first step, until they left the company, or until the period’s last day. Leaving competes: who left can no longer step up here, and is not treated as if they still might.':
    'Alle davon, verfolgt bis zu diesem ersten Schritt, bis zum Ausscheiden oder bis zum letzten Tag des Zeitraums. Ausscheiden gilt als konkurrierendes Ereignis: Wer ging, kann hier nicht mehr aufsteigen und wird nicht behandelt, als wäre es noch möglich.',
  'From a landmark: people employed on the last day of the period four quarters ago; mentored are those who had been a mentee by that day. Over time: everybody with a hiring date, from hiring to their first promotion, leaving or the period’s last day, but no earlier than the first row about them and the first promotion on record anywhere; nobody counts as mentored before their first day as a mentee. By track: people mentored in it, beside people not mentored at all. Closed relationships count as none.':
    'Ab einem Stichtag: am letzten Tag des Zeitraums vor vier Quartalen Beschäftigte; mit Mentoring sind jene, die bis zu diesem Tag Mentee gewesen waren. Über die Zeit: alle mit Einstellungsdatum, von der Einstellung bis zur ersten Beförderung, zum Ausscheiden oder zum letzten Tag des Zeitraums, aber nicht vor der ersten Zeile über sie und der ersten überhaupt erfassten Beförderung; niemand zählt vor dem ersten Tag als Mentee als Person mit Mentoring. Nach Track: Personen mit Mentoring darin, neben Personen ganz ohne Mentoring. Geschlossene Beziehungen zählen als keine.',
  'The first promotion that raised the rank: after the landmark until the period’s last day; over time whenever it came.':
    'Die erste Beförderung, die den Rang hob: nach dem Stichtag bis zum letzten Tag des Zeitraums; über die Zeit, wann immer sie kam.',
  'Crude: the share of mentored people who stepped up, divided by that of the others. Then at equal tenure, level and performance band as held before the mentoring began (Mantel and Haenszel), and weighted to be alike in these. Over time: the rate of promotions of mentored time, divided by that of the same people’s and others’ time before or without mentoring, at equal time since hiring, level and performance band (Cox); levels and bands with fewer than five promotions are left out. The E-value says how strongly a hidden cause would have to be tied to both mentoring and promotion to explain the whole ratio, read as a ratio of risks.':
    'Roh: der Anteil der Aufgestiegenen mit Mentoring, geteilt durch den der anderen. Dann bei gleicher Betriebszugehörigkeit, Stufe und Leistungsgruppe wie vor Beginn des Mentorings (Mantel und Haenszel) und durch Gewichtung darin vergleichbar gemacht. Über die Zeit: die Rate der Beförderungen in Zeit mit Mentoring, geteilt durch jene in Zeit derselben und anderer Personen davor oder ohne, bei gleicher Zeit seit der Einstellung, Stufe und Leistungsgruppe (Cox); Stufen und Gruppen mit weniger als fünf Beförderungen bleiben außen vor. Der E-Wert sagt, wie stark eine verborgene Ursache mit Mentoring und Beförderung verbunden sein müsste, um das ganze Verhältnis zu erklären, gelesen als Verhältnis von Risiken.',
  'Eligible people who answered within the period: of each item the latest answer. In the whole a person counts once, by the mean of the items that they answered; by item and by track once in each.':
    'Berechtigte, die im Zeitraum antworteten: zu jeder Frage die letzte Antwort. Im Ganzen zählt eine Person einmal, mit dem Mittel der Fragen, die sie beantwortete; nach Frage und nach Track in jeder einmal.',
  'The sum of the answers from 1 to 5; for the favourable share those with 4 or 5, in the whole a mean of at least 4.':
    'Die Summe der Antworten von 1 bis 5; für den günstigen Anteil jene mit 4 oder 5, im Ganzen ein Mittel von mindestens 4.',
  'People who answered. Who did not answer is no part of it: a low number may hide in silence.':
    'Personen, die antworteten. Wer nicht antwortete, gehört nicht dazu: Ein niedriger Wert kann sich im Schweigen verbergen.',
  'Those of which any row says that the reason of the pairing is recorded.':
    'Jene, von denen eine Zeile sagt, dass der Grund der Paarung festgehalten ist.',
  'All of them; where nothing is said, nothing is on record. At most three of one person count.':
    'Alle davon; wo nichts gesagt ist, ist nichts festgehalten. Je Person zählen höchstens drei.',
  'People hired in the year up to the period’s last day. Who has no hiring date on record is left out.':
    'Personen, die im Jahr bis zum letzten Tag des Zeitraums eingestellt wurden. Wer kein erfasstes Einstellungsdatum hat, bleibt außen vor.',
  'Those with whom, as a mentee, a session was held: days from the day of hiring to the first one. Planned sessions and closed relationships do not count.':
    'Jene, mit denen als Mentee eine Sitzung gehalten wurde: Tage vom Tag der Einstellung bis zur ersten. Geplante Sitzungen und geschlossene Beziehungen zählen nicht.',
  'All of them, followed until the first session, the period’s last day or the day on which they left.':
    'Alle davon, verfolgt bis zur ersten Sitzung, bis zum letzten Tag des Zeitraums oder bis zum Tag ihres Ausscheidens.',
  'People employed on the period’s last day who took part as mentors in it. Closed relationships do not count. By track: mentors of that track, and their time in it.':
    'Am letzten Tag des Zeitraums Beschäftigte, die darin als Mentor:innen teilnahmen. Geschlossene Beziehungen zählen nicht. Nach Track: Mentor:innen dieses Tracks und ihre Zeit darin.',
  'Those in the role for more than 12 months on that day, a pause of up to 90 days between two relationships included; those whose first relationship as a mentor began in the period.':
    'Jene, die an diesem Tag seit mehr als 12 Monaten in der Rolle sind, eine Pause von bis zu 90 Tagen zwischen zwei Beziehungen eingeschlossen; jene, deren erste Beziehung als Mentor:in im Zeitraum begann.',
  'All of them. What came before the first file that was loaded is not known: who seems new may not be.':
    'Alle davon. Was vor der ersten geladenen Datei war, ist nicht bekannt: Wer neu scheint, ist es vielleicht nicht.',
  'Relationships with at least one session within the period, once for every mentee in one; closed relationships left out.':
    'Beziehungen mit mindestens einer Sitzung im Zeitraum, einmal für jede:n Mentee darin; geschlossene Beziehungen bleiben außen vor.',
  'Of each relationship the part of its held sessions that is of a kind: so one that meets often says no more than one that meets seldom.':
    'Von jeder Beziehung der Teil ihrer gehaltenen Sitzungen, der von einer Art ist: So sagt eine, die sich oft trifft, nicht mehr als eine, die sich selten trifft.',
  'Those relationships; for held and planned, the part of all its sessions. A session whose kind was not said stands apart. At most three relationships of one person count.':
    'Diese Beziehungen; für gehaltene und geplante der Teil all ihrer Sitzungen. Eine Sitzung, deren Art nicht genannt wurde, steht für sich. Je Person zählen höchstens drei Beziehungen.',
  'Mentees of a track whose skill was checked before, in the three years up to the period’s last day; closed relationships left out. A pair is the last check before and the first after it, of the same skill in the same track, by the same assessor with the same instrument: another instrument breaks the pair. Where several assessors give a pair, the external one is taken before a peer, a mentor, and the person themselves.':
    'Mentees eines Tracks, deren Kompetenz vorher geprüft wurde, in den drei Jahren bis zum letzten Tag des Zeitraums; geschlossene Beziehungen bleiben außen vor. Ein Paar ist der letzte Check vorher und der erste danach, derselben Kompetenz im selben Track, durch dieselbe prüfende Stelle mit demselben Instrument: Ein anderes Instrument trennt das Paar. Wo mehrere Stellen ein Paar ergeben, geht die externe einer Kolleg:in, einer Mentor:in und der Person selbst vor.',
  'The change from before to after in percentage points of the greatest possible score, changes beyond 30 cut off there. Lost: people with a check before and no pair, although they were checked again or a year has passed.':
    'Die Änderung von vorher zu nachher in Prozentpunkten des höchsten möglichen Werts, Änderungen über 30 dort gekappt. Verloren: Personen mit einem Check vorher und ohne Paar, obwohl sie erneut geprüft wurden oder ein Jahr vergangen ist.',
  'People with a pair, each once, by the mean of their pairs; by track and by skill once in each. Beside it the change that regression to the mean alone would show, from the reliability of the settings and the mean that scores regress to: that of everybody checked before in whatever skill, of a track outside of it, since a track may choose by scores.':
    'Personen mit einem Paar, je einmal, mit dem Mittel ihrer Paare; nach Track und nach Kompetenz in jeder einmal. Daneben die Änderung, die Regression zur Mitte allein zeigen würde, aus der Zuverlässigkeit der Einstellungen und dem Mittel, zu dem Werte zurückkehren: dem aller vorher in gleich welcher Kompetenz Geprüften, bei einem Track dem außerhalb von ihm, da ein Track nach Werten auswählen kann.',
  'People with a check before and after in a track, as in skill change, beside people with such checks of the same skills in no track; each once, by the mean of their pairs. Who has a pair in any track is none of the others. By track: its people, and the others by the skills of that track.':
    'Personen mit einem Check vorher und nachher in einem Track, wie bei der Kompetenzänderung, neben Personen mit solchen Checks derselben Kompetenzen in keinem Track; je einmal, mit dem Mittel ihrer Paare. Wer in irgendeinem Track ein Paar hat, gehört nicht zu den anderen. Nach Track: seine Personen, und die anderen nach den Kompetenzen dieses Tracks.',
  'The change from before to after in percentage points of the greatest possible score, changes beyond 30 cut off there, at equal scores before (analysis of covariance).':
    'Die Änderung von vorher zu nachher in Prozentpunkten des höchsten möglichen Werts, Änderungen über 30 dort gekappt, bei gleichen Werten vorher (Kovarianzanalyse).',
  'People in the track, and people checked in none.': 'Personen im Track, und in keinem geprüfte Personen.',
  'Teams that need a skill on the roadmap, not before the period began; with them the skills themselves, and those that legacy tracks build.':
    'Teams, die eine Kompetenz auf dem Fahrplan benötigen, nicht vor Beginn des Zeitraums; damit die Kompetenzen selbst, und jene, die Altsystem-Tracks aufbauen.',
  'For each team and skill: people needed; eligible people of the team and those below it who have it at that level; its mentees on the last day in a track that builds it; people missing. A gap closes in time where enough of these will have had six months (in coaching three) by the day it is needed. Of skills: those that at most two people hold at level 3 of 5 or higher; legacy skills with at least two learners.':
    'Für jedes Team und jede Kompetenz: benötigte Personen; Berechtigte des Teams und derer darunter, die sie auf dieser Stufe haben; seine Mentees am letzten Tag in einem Track, der sie aufbaut; fehlende Personen. Eine Lücke schließt sich rechtzeitig, wo genug von diesen bis zum Tag des Bedarfs sechs Monate (im Coaching drei) gehabt haben werden. Von Kompetenzen: jene, die höchstens zwei Personen auf Stufe 3 von 5 oder höher haben; Kompetenzen für Altsysteme mit mindestens zwei Lernenden.',
  'Those teams, each once (over all skills by its mean), never fewer than ten as drawn; at most ten people of a team count. A skill weighs less where one of its people has more than three of them.':
    'Diese Teams, je einmal (über alle Kompetenzen mit ihrem Mittel), nie weniger als zehn gezogene; je Team zählen höchstens zehn Personen. Eine Kompetenz wiegt weniger, wenn eine ihrer Personen mehr als drei davon hat.',
  'Teams with a mentoring session of the whole team within the period whose goals were counted.':
    'Teams mit einer Mentoring-Sitzung des ganzen Teams im Zeitraum, deren Ziele gezählt wurden.',
  'The share of each team: its sessions with at least three goals; of the goals that it named, those in the next sprint and those looked at again.':
    'Der Anteil jedes Teams: seine Sitzungen mit mindestens drei Zielen; von den benannten Zielen jene im nächsten Sprint und jene, die erneut betrachtet wurden.',
  'Those teams, each once, however often it meets. Never fewer than ten as drawn.':
    'Diese Teams, je einmal, gleich wie oft eines zusammenkommt. Nie weniger als zehn gezogene.',
  'Those whose clocks stand more than four hours apart at noon (UTC) of that day, the shorter way round; with several mentors the nearest counts.':
    'Jene, deren Uhren an diesem Tag um zwölf Uhr mittags (UTC) mehr als vier Stunden auseinander stehen, auf dem kürzeren Weg; bei mehreren Mentor:innen zählt die nächste.',
  'Those of which both time zones are known. At most three of one person count.':
    'Jene, von denen beide Zeitzonen bekannt sind. Je Person zählen höchstens drei.',
  'Requests served: their person began a relationship as a mentee in that track on the day of the request or later. Time counts from the request to that first beginning.':
    'Bediente Anfragen: Die Person begann am Tag der Anfrage oder später eine Beziehung als Mentee in diesem Track. Die Zeit zählt von der Anfrage bis zu diesem ersten Beginn.',
  'All of them, followed until they were served, until the period’s last day, until their person left or withdrew. A refusal by the programme ends no waiting: that request stays unserved.':
    'Alle davon, verfolgt bis sie bedient waren, bis zum letzten Tag des Zeitraums, bis die Person ausschied oder zurückzog. Eine Ablehnung durch das Programm beendet kein Warten: Diese Anfrage bleibt unbedient.',
  '95 % score interval (Wilson) that contains the noise of all drawn counts.':
    '95-%-Score-Intervall (Wilson), das das Rauschen aller gezogenen Anzahlen enthält.',
  'Hidden for too few mentees or mentors as drawn; no share where the noise would drown it, or where no track names its minutes; not collected where sessions were never loaded.':
    'Verdeckt bei zu wenigen gezogenen Mentees oder Mentor:innen; kein Anteil, wo das Rauschen ihn überdecken würde oder kein Track seine Minuten nennt; nicht erhoben, wo nie Sitzungen geladen wurden.',
  'a target: minutes can be booked without meeting': 'einen Zielwert: Minuten können gebucht werden, ohne dass man sich trifft',
  'judging a pair: a month without a session may be a holiday, or help that was not needed':
    'die Beurteilung eines Paars: Ein Monat ohne Sitzung kann Urlaub sein, oder Hilfe wurde nicht gebraucht',
  'Guidance and endings: a cadence that is kept for ever may hold people who no longer need it.':
    'Anleitung und Beendigungen: Ein ewig eingehaltener Rhythmus kann Menschen halten, die ihn nicht mehr brauchen.',
  '95 % t interval of the means, 95 % score interval of the share; both contain the noise of what is drawn.':
    '95-%-t-Intervall der Mittel, 95-%-Score-Intervall des Anteils; beide enthalten das Rauschen des Gezogenen.',
  'Hidden for too few people as drawn; no figure where the noise would drown it.':
    'Verdeckt bei zu wenigen gezogenen Personen; keine Zahl, wo das Rauschen sie überdecken würde.',
  'judging a person: to think too little or too much of oneself is no offence':
    'die Beurteilung einer Person: Zu wenig oder zu viel von sich zu halten, ist kein Vergehen',
  'reading the change as that of the same people: who was judged before and who after may differ':
    'die Deutung als Änderung derselben Personen: Wer vorher und wer nachher beurteilt wurde, kann verschieden sein',
  'Skill change: people who judge themselves well may do so because nothing moves.':
    'Kompetenzänderung: Menschen schätzen sich vielleicht deshalb gut ein, weil sich nichts bewegt.',
  '95 % t interval over teams that contains the noise of what is drawn.':
    '95-%-t-Intervall über Teams, das das Rauschen des Gezogenen enthält.',
  'Hidden below ten teams as drawn; no mean where the noise would drown it, as often below fifty teams.':
    'Verdeckt unter zehn gezogenen Teams; kein Mittel, wo das Rauschen es überdecken würde, wie oft unter fünfzig Teams.',
  'comparing single teams, or judging one: no figure of one team exists':
    'den Vergleich oder die Beurteilung einzelner Teams: Eine Zahl für ein einzelnes Team gibt es nicht',
  'cutting the hours of those who mentor: what they give shows elsewhere, and later':
    'die Kürzung der Stunden derer, die Mentor:in sind: Was sie leisten, zeigt sich anderswo und später',
  'Skill gap: the hours buy something, or they do not.': 'Kompetenzlücke: Die Stunden bewirken etwas, oder sie tun es nicht.',
  'Hidden for too few mentees, mentors or leavers as drawn; no share where the noise would drown it.':
    'Verdeckt bei zu wenigen gezogenen Mentees, Mentor:innen oder Ausgeschiedenen; kein Anteil, wo das Rauschen ihn überdecken würde.',
  'keeping people from leaving, or judging those who left': 'das Abhalten vom Gehen oder die Beurteilung derer, die gingen',
  'judging a mentee who waits before beginning anew': 'die Beurteilung von Mentees, die warten, bevor sie neu beginnen',
  'How the relationships that follow end: a quick new match is not yet a good one.':
    'Wie die folgenden Beziehungen enden: Eine schnelle neue Zuordnung ist noch keine gute.',
  '95 % score interval (Wilson) that contains the noise of both drawn counts.':
    '95-%-Score-Intervall (Wilson), das das Rauschen beider gezogenen Anzahlen enthält.',
  'Hidden for too few rows as drawn; then nothing is said to be below its floor. When files were loaded stands on the certificate.':
    'Verdeckt bei zu wenigen gezogenen Zeilen; dann wird von nichts gesagt, es liege unter seiner Untergrenze. Wann Dateien geladen wurden, steht auf dem Zertifikat.',
  'pressing people to say what they may leave unsaid': 'Druck auf Menschen, zu sagen, was sie ungesagt lassen dürfen',
  'judging whoever sends the files': 'die Beurteilung derer, die die Dateien liefern',
  'The measures themselves: a column filled with a default is complete and tells nothing.':
    'Die Kennzahlen selbst: Eine Spalte voller Vorgabewerte ist vollständig und sagt nichts.',
  '95 % t interval over teams that contains the noise of what is drawn; of the difference, by the two means’ own intervals.':
    '95-%-t-Intervall über Teams, das das Rauschen des Gezogenen enthält; für den Unterschied aus den Intervallen der beiden Mittel.',
  'Hidden below ten teams as drawn, on either side; no mean where the noise would drown it, as often below fifty teams.':
    'Verdeckt unter zehn gezogenen Teams, auf jeder Seite; kein Mittel, wo das Rauschen es überdecken würde, wie oft unter fünfzig Teams.',
  'proof that mentoring changes delivery: teams with mentees were not drawn by lot':
    'einen Beleg, dass Mentoring die Lieferung ändert: Teams mit Mentees wurden nicht durch Los bestimmt',
  'counting points as work: teams size them as they like':
    'das Zählen von Punkten als Arbeit: Teams bemessen sie, wie sie wollen',
  'Pulse: a sprint that delivers what it promised at the cost of those who deliver it.':
    'Stimmungsbild: ein Sprint, der auf Kosten derer liefert, die liefern.',
  '95 % score interval of the share, 95 % t interval of the mean; both contain the noise of what is drawn.':
    '95-%-Score-Intervall des Anteils, 95-%-t-Intervall des Mittels; beide enthalten das Rauschen des Gezogenen.',
  'Hidden for too few mentees as drawn; no share or mean where the noise would drown it.':
    'Verdeckt bei zu wenigen gezogenen Mentees; kein Anteil oder Mittel, wo das Rauschen es überdecken würde.',
  'ending a relationship that both want: some need longer':
    'die Beendigung einer Beziehung, die beide wollen: Manche brauchen länger',
  'judging a mentor whose mentees stay': 'die Beurteilung von Mentor:innen, deren Mentees bleiben',
  'Endings: how many relationships end because they are no longer needed, and how many because they lapsed.':
    'Beendigungen: wie viele Beziehungen enden, weil sie nicht mehr nötig sind, und wie viele, weil sie einschliefen.',
  '95 % t interval that contains the noise of sum and base; the spread is that of the nearest larger group. The ratio to everyone else has MOVER limits. Theil’s index comes from a drawn histogram of eight public bins and has no interval.':
    '95-%-t-Intervall, das das Rauschen von Summe und Basis enthält; die Streuung ist jene der nächstgrößeren Gruppe. Das Verhältnis zu allen anderen hat MOVER-Grenzen. Theils Index stammt aus einem gezogenen Histogramm mit acht öffentlichen Klassen und hat kein Intervall.',
  'Hidden for fewer than 30 people, or too few mentees as drawn; no mean where the noise would drown it; not collected where sessions were never loaded.':
    'Verdeckt bei weniger als 30 Personen oder zu wenigen gezogenen Mentees; kein Mittel, wo das Rauschen es überdecken würde; nicht erhoben, wo nie Sitzungen geladen wurden.',
  'a target: more minutes are not better mentoring': 'einen Zielwert: Mehr Minuten sind kein besseres Mentoring',
  'counting meetings of a person, a pair or a team': 'das Zählen der Treffen einer Person, eines Paars oder eines Teams',
  'Whether guidance fades and people become independent: a dose that never falls may be a dependence.':
    'Ob die Anleitung zurückgeht und Menschen selbstständig werden: Ein Umfang, der nie sinkt, kann eine Abhängigkeit sein.',
  'Hidden for too few mentees or mentors as drawn; no share where the noise would drown it.':
    'Verdeckt bei zu wenigen gezogenen Mentees oder Mentor:innen; kein Anteil, wo das Rauschen ihn überdecken würde.',
  'calling a mentor, a mentee or a pair a failure: an early end can be the right one':
    'das Urteil, Mentor:in, Mentee oder Paar seien gescheitert: Ein frühes Ende kann das richtige sein',
  'a target: endings can be kept open': 'einen Zielwert: Beendigungen lassen sich hinauszögern',
  'Dependence: a programme without endings may hold people who no longer need it.':
    'Abhängigkeit: Ein Programm ohne Beendigungen kann Menschen halten, die es nicht mehr brauchen.',
  '95 % score interval (Wilson) of shares, log-log interval of Kaplan and Meier’s estimate over time; all contain the noise of what is drawn.':
    '95-%-Score-Intervall (Wilson) der Anteile, Log-Log-Intervall der Schätzung von Kaplan und Meier über die Zeit; alle enthalten das Rauschen des Gezogenen.',
  'Hidden for too few mentees or mentors as drawn; the curve for fewer than 30 escalations or 10 resolved ones as drawn.':
    'Verdeckt bei zu wenigen gezogenen Mentees oder Mentor:innen; die Kurve bei weniger als 30 Eskalationen oder 10 gelösten gezogenen.',
  'blaming a mentor, a mentee or who raised it: an escalation is the programme working':
    'Schuldzuweisungen an Mentor:innen, Mentees oder wer es meldete: Eine Eskalation zeigt, dass das Programm arbeitet',
  'a target for fewer escalations: they would stop being raised':
    'einen Zielwert für weniger Eskalationen: Sie würden nicht mehr gemeldet',
  'Endings that did not fit: pairs that fail without an escalation.':
    'Beendigungen, weil es nicht passte: Paare, die ohne Eskalation scheitern.',
  '95 % t interval that contains the noise of what is drawn; of the difference, by the two means’ own intervals.':
    '95-%-t-Intervall, das das Rauschen des Gezogenen enthält; für den Unterschied aus den Intervallen der beiden Mittel.',
  'Hidden for too few answers as drawn, of each side where two are compared; no mean where the noise would drown it.':
    'Verdeckt bei zu wenigen gezogenen Antworten, auf jeder Seite, wo zwei verglichen werden; kein Mittel, wo das Rauschen es überdecken würde.',
  'proof that mentoring makes people recommend it: who is mentored was chosen, and who leaves chose':
    'einen Beleg, dass Mentoring zu Empfehlungen führt: Wer Mentoring hat, wurde ausgesucht, und wer geht, hat gewählt',
  'a target: an exit interview that is wished to go well tells nothing':
    'einen Zielwert: Ein Austrittsgespräch, das gut ausgehen soll, sagt nichts',
  'How many people left, and the share of them who answered.': 'Wie viele gingen, und der Anteil derer, die antworteten.',
  'Hidden for too few interviews as drawn, as often in a single quarter; no theme where the settings name no codes.':
    'Verdeckt bei zu wenigen gezogenen Gesprächen, wie oft in einem einzelnen Quartal; kein Thema, wo die Einstellungen keine Schlüssel nennen.',
  'finding out who said what': 'die Suche danach, wer was sagte',
  'proof that mentoring keeps people: who is mentored was chosen, and who leaves chose':
    'einen Beleg, dass Mentoring Menschen hält: Wer Mentoring hat, wurde ausgesucht, und wer geht, hat gewählt',
  'How many people left: a theme that fewer name may only mean that fewer are asked.':
    'Wie viele gingen: Ein Thema, das weniger nennen, kann allein bedeuten, dass weniger gefragt werden.',
  '95 % score interval (Wilson) for each step, MOVER for each ratio to everyone else; both contain the noise. The first step whose ratio excludes 1 is where the group leaves.':
    '95-%-Score-Intervall (Wilson) für jeden Schritt, MOVER für jedes Verhältnis zu allen anderen; beide enthalten das Rauschen. Der erste Schritt, dessen Verhältnis 1 ausschließt, ist der, an dem die Gruppe den Weg verlässt.',
  'Hidden for too few people as drawn; no rate of a step where the noise would drown those who came to the one before; not collected without requests or sessions.':
    'Verdeckt bei zu wenigen gezogenen Personen; keine Quote eines Schritts, wo das Rauschen jene überdecken würde, die den davor erreichten; nicht erhoben ohne Anfragen oder Sitzungen.',
  'a target: completions and third sessions can be written down without anybody learning anything':
    'einen Zielwert: Abschlüsse und dritte Sitzungen lassen sich eintragen, ohne dass jemand etwas lernt',
  'judging people who stopped: leaving can be the right decision':
    'die Beurteilung derer, die aufhörten: Den Weg zu verlassen, kann richtig sein',
  'Endings and skill change: whether those who stay on the path gain from it.':
    'Beendigungen und Kompetenzänderung: ob jene, die auf dem Weg bleiben, davon etwas haben.',
  'Hidden for too few mentees or mentors as drawn; no share where the noise would drown it. Starting points are not told without skill checks, changes not without reviews.':
    'Verdeckt bei zu wenigen gezogenen Mentees oder Mentor:innen; kein Anteil, wo das Rauschen ihn überdecken würde. Ausgangspunkte werden ohne Kompetenzchecks nicht gezeigt, Änderungen nicht ohne Rückblicke.',
  'a target: a goal can be written down for the record': 'einen Zielwert: Ein Ziel kann für die Akten aufgeschrieben werden',
  'judging a pair whose goals changed: changing them is part of learning':
    'die Beurteilung eines Paars, dessen Ziele sich änderten: Sie zu ändern, gehört zum Lernen',
  'Joint reviews: a goal that nobody looks at again was only a form.':
    'Gemeinsame Rückblicke: Ein Ziel, das niemand mehr betrachtet, war nur ein Formular.',
  '95 % score interval of the shares, 95 % t interval of the slope; both contain the noise of what is drawn.':
    '95-%-Score-Intervall der Anteile, 95-%-t-Intervall der Steigung; beide enthalten das Rauschen des Gezogenen.',
  'Hidden for too few mentees or mentors as drawn; no figure where the noise would drown it.':
    'Verdeckt bei zu wenigen gezogenen Mentees oder Mentor:innen; keine Zahl, wo das Rauschen sie überdecken würde.',
  'judging a mentor: a beginner, or a dangerous task, needs answers':
    'die Beurteilung von Mentor:innen: Wer anfängt oder Gefährliches tut, braucht Antworten',
  'a target: questions that are asked to be counted help nobody':
    'einen Zielwert: Fragen, die gestellt werden, um gezählt zu werden, helfen niemandem',
  'New situations handled alone: guidance that fades without them is absence, not growth.':
    'Allein bewältigte neue Situationen: Anleitung, die ohne sie zurückgeht, ist Abwesenheit, nicht Wachstum.',
  '95 % score interval (Wilson) of the share, 95 % t interval of the means; both contain the noise of what is drawn.':
    '95-%-Score-Intervall (Wilson) des Anteils, 95-%-t-Intervall der Mittel; beide enthalten das Rauschen des Gezogenen.',
  'Hidden for too few mentees or mentors as drawn; no share and no mean where the noise would drown it; not collected where reviews were never loaded.':
    'Verdeckt bei zu wenigen gezogenen Mentees oder Mentor:innen; kein Anteil und kein Mittel, wo das Rauschen es überdecken würde; nicht erhoben, wo nie Rückblicke geladen wurden.',
  'a target: reviews and met goals can be written down':
    'einen Zielwert: Rückblicke und erreichte Ziele lassen sich aufschreiben',
  'judging a pair that rates differently: to say so is what a review is for':
    'die Beurteilung eines Paars, das verschieden bewertet: Das zu sagen, dafür ist ein Rückblick da',
  'Skill change: goals that are always met may have been set too low.':
    'Kompetenzänderung: Ziele, die stets erreicht werden, waren vielleicht zu niedrig.',
  '95 % t interval of a mean, 95 % score interval of a share; both contain the noise. Gini and the top tenth come from a drawn histogram of eight public bins and have none.':
    '95-%-t-Intervall eines Mittels, 95-%-Score-Intervall eines Anteils; beide enthalten das Rauschen. Gini und oberstes Zehntel stammen aus einem gezogenen Histogramm mit acht öffentlichen Klassen und haben keines.',
  'Hidden for too few mentors as drawn; no mean where the noise would drown it; minutes are not told where sessions were never loaded.':
    'Verdeckt bei zu wenigen gezogenen Mentor:innen; kein Mittel, wo das Rauschen es überdecken würde; Minuten werden nicht gezeigt, wo nie Sitzungen geladen wurden.',
  'a target for mentors: more mentees are not better mentoring':
    'einen Zielwert für Mentor:innen: Mehr Mentees sind kein besseres Mentoring',
  'judging a mentor: who carries much was asked for much':
    'die Beurteilung von Mentor:innen: Wer viel trägt, wurde um viel gebeten',
  'ranking teams or levels by what they give': 'Ranglisten von Teams oder Stufen nach dem, was sie leisten',
  'Wait: a load within the cap may mean that people wait who could be met.':
    'Wartezeit: Eine Auslastung unter der Obergrenze kann bedeuten, dass Menschen warten, denen geholfen werden könnte.',
  '95 % intervals of the Mantel–Haenszel odds ratio (Robins, Breslow, Greenland) and risk difference (Sato) that contain the noise of their sums. Whether the strata agree is not tested, and the number says so.':
    '95-%-Intervalle des Mantel-Haenszel-Chancenverhältnisses (Robins, Breslow, Greenland) und der Risikodifferenz (Sato), die das Rauschen ihrer Summen enthalten. Ob die Schichten übereinstimmen, ist nicht geprüft, und die Zahl sagt es.',
  'Hidden for too few people as drawn; no estimate where the noise would drown it, or where nobody else is alike. Not told by level: level is part of what makes equals equal. Not collected without requests or skills.':
    'Verdeckt bei zu wenigen gezogenen Personen; keine Schätzung, wo das Rauschen sie überdecken würde oder sonst niemand gleich ist. Nicht nach Stufe gezeigt: Die Stufe gehört zu dem, was Gleiche gleich macht. Nicht erhoben ohne Anfragen oder Kompetenzen.',
  'proof of discrimination, or of its absence: a level and a skill may themselves come from unequal treatment':
    'einen Beleg für Diskriminierung oder ihr Fehlen: Stufe und Kompetenz können selbst aus ungleicher Behandlung stammen',
  'judging who matched: few equals say little': 'die Beurteilung derer, die zuordneten: Wenige Gleiche sagen wenig',
  'Plain parity: a gap that vanishes among equals still is a gap that people live with.':
    'Einfache Parität: Auch eine Lücke, die unter Gleichen verschwindet, ist eine, mit der Menschen leben.',
  '95 % t intervals and, of steps, that of the cumulative incidence; all contain the noise of what is drawn.':
    '95-%-t-Intervalle und, bei Aufstiegen, jenes der kumulativen Inzidenz; alle enthalten das Rauschen des Gezogenen.',
  'Hidden for too few mentors, or too few mentees behind them, as drawn; no figure where the noise would drown it; not collected where one of its files was never loaded.':
    'Verdeckt bei zu wenigen gezogenen Mentor:innen oder Mentees dahinter; keine Zahl, wo das Rauschen sie überdecken würde; nicht erhoben, wo eine der Dateien nie geladen wurde.',
  'judging a mentor: a mentor’s own score is asked for so that it can be honest':
    'die Beurteilung von Mentor:innen: Nach der eigenen Einschätzung wird gefragt, damit sie ehrlich sein kann',
  'proof that a training works: who takes one may differ from who does not':
    'einen Beleg, dass eine Schulung wirkt: Wer eine besucht, kann sich von anderen unterscheiden',
  'Load: mentors who are to learn as well need the time for it.':
    'Auslastung: Mentor:innen, die auch lernen sollen, brauchen Zeit dafür.',
  'Hidden for too few mentors as drawn; no share where the noise would drown it; not collected where trainings were never loaded.':
    'Verdeckt bei zu wenigen gezogenen Mentor:innen; kein Anteil, wo das Rauschen ihn überdecken würde; nicht erhoben, wo nie Schulungen geladen wurden.',
  'a target: attendance is not preparation': 'einen Zielwert: Anwesenheit ist keine Vorbereitung',
  'deciding who may mentor': 'die Entscheidung, wer Mentor:in sein darf',
  'Pulse and guidance: whether trained mentors listen, ask and step back.':
    'Stimmungsbild und Anleitung: ob geschulte Mentor:innen zuhören, fragen und zurücktreten.',
  '95 % interval of the cumulative incidence (Aalen and Johansen, delta method on the log-log scale) that contains the noise of all drawn counts.':
    '95-%-Intervall der kumulativen Inzidenz (Aalen und Johansen, Delta-Methode auf der Log-Log-Skala), das das Rauschen aller gezogenen Anzahlen enthält.',
  'Hidden for fewer than 30 people or 10 such situations as drawn; no share where the noise would drown it; not collected where progressions were never loaded.':
    'Verdeckt bei weniger als 30 Personen oder 10 solchen Situationen, wie gezogen; kein Anteil, wo das Rauschen ihn überdecken würde; nicht erhoben, wo nie Fortschritte geladen wurden.',
  'judging a person: who meets a new situation is not theirs to choose':
    'die Beurteilung einer Person: Wer einer neuen Situation begegnet, sucht es sich nicht aus',
  'a target: a situation can be called new, and help can be left unsaid':
    'einen Zielwert: Eine Situation kann neu genannt und Hilfe verschwiegen werden',
  'Safety and trust in the pulse: people who are left alone with something new are not grown.':
    'Sicherheit und Vertrauen im Stimmungsbild: Wer mit Neuem alleingelassen wird, ist nicht gewachsen.',
  'None: every track is counted, nothing is drawn. The catalogue tells the same to everybody.':
    'Keines: Jeder Track wird gezählt, nichts wird gezogen. Der Katalog sagt allen dasselbe.',
  'Not collected where tracks were never loaded; hidden where fewer than five people work; no share where no track ran.':
    'Nicht erhoben, wo nie Tracks geladen wurden; verdeckt, wo weniger als fünf Personen arbeiten; kein Anteil, wo kein Track lief.',
  'judging owners: that somebody is named says nothing about what they do':
    'die Beurteilung von Verantwortlichen: Dass jemand benannt ist, sagt nichts darüber, was getan wird',
  'How tracks with an owner do: a name alone answers for nothing.':
    'Wie es Tracks mit Verantwortlichen ergeht: Ein Name allein steht für nichts ein.',
  '95 % score interval (Wilson) of shares, t interval of means; both contain the noise of what is drawn.':
    '95-%-Score-Intervall (Wilson) der Anteile, t-Intervall der Mittel; beide enthalten das Rauschen des Gezogenen.',
  'Hidden for too few mentees or mentors as drawn; no share or mean where the noise would drown it.':
    'Verdeckt bei zu wenigen gezogenen Mentees oder Mentor:innen; kein Anteil oder Mittel, wo das Rauschen es überdecken würde.',
  'proof that one kind of pairing is better: pairs are self-selected, and what they chose goes with what they are':
    'einen Beleg, dass eine Art der Paarung besser ist: Paare sind selbst gewählt, und was sie wählten, hängt damit zusammen, wie sie sind',
  'forbidding a kind of pairing, or prescribing one': 'das Verbot oder die Vorschrift einer Art der Paarung',
  'Parity and matching at equal fit: the pairing that works best for some may leave others out.':
    'Parität und Zuordnung bei gleicher Eignung: Die Paarung, die für manche am besten ist, kann andere außen vor lassen.',
  '95 % intervals of ratio and difference (MOVER on Wilson limits) that contain the noise of all drawn counts and their covariance.':
    '95-%-Intervalle von Verhältnis und Unterschied (MOVER auf Wilson-Grenzen), die das Rauschen aller gezogenen Anzahlen und ihre Kovarianz enthalten.',
  'Hidden like participation; no comparison where either rate has no answer or nobody else is left.':
    'Verdeckt wie die Teilnahme; kein Vergleich, wo eine der Quoten keine Antwort hat oder sonst niemand übrig ist.',
  'proof of discrimination, or of its absence: it shows a disparity, not its cause':
    'einen Beleg für Diskriminierung oder ihr Fehlen: Es zeigt eine Ungleichheit, nicht ihre Ursache',
  'a legal test: the similar range is this organisation’s choice for what to look at first':
    'eine rechtliche Prüfung: Der Ähnlichkeitsbereich ist die Wahl dieser Organisation, wohin sie zuerst schaut',
  'judging a person, a manager or a team': 'die Beurteilung einer Person, einer Führungskraft oder eines Teams',
  'Participation itself: parity also rises when everybody takes part less. Dose: being in is not yet receiving.':
    'Die Teilnahme selbst: Parität steigt auch, wenn alle weniger teilnehmen. Umfang: Dabei zu sein heißt noch nicht, etwas zu erhalten.',
  '95 % intervals of the Mantel–Haenszel odds ratio (Robins, Breslow, Greenland) and risk difference (Sato) that contain the noise of their sums. Cochran’s Q tests whether the strata agree.':
    '95-%-Intervalle des Mantel-Haenszel-Chancenverhältnisses (Robins, Breslow, Greenland) und der Risikodifferenz (Sato), die das Rauschen ihrer Summen enthalten. Cochrans Q prüft, ob die Schichten übereinstimmen.',
  'No pooled number where the strata disagree at 0.05; where that could not be tested, the number says so. Published once a year. None where the noise would drown it.':
    'Keine gemeinsame Zahl, wo die Schichten bei 0,05 nicht übereinstimmen; wo das nicht geprüft werden konnte, sagt es die Zahl. Einmal im Jahr veröffentlicht. Keine, wo das Rauschen sie überdecken würde.',
  'proof of discrimination, or of its absence: level and tenure may themselves come from unequal treatment':
    'einen Beleg für Diskriminierung oder ihr Fehlen: Stufe und Betriebszugehörigkeit können selbst aus ungleicher Behandlung stammen',
  'replacing the plain comparison: both belong side by side': 'den Ersatz des einfachen Vergleichs: Beide gehören nebeneinander',
  'Plain parity: a gap that vanishes when adjusted still is a gap that people live with.':
    'Einfache Parität: Auch eine Lücke, die bereinigt verschwindet, ist eine, mit der Menschen leben.',
  '95 % score interval (Wilson) that contains the noise of the drawn counts.':
    '95-%-Score-Intervall (Wilson), das das Rauschen der gezogenen Anzahlen enthält.',
  'Hidden for groups of fewer than 5 people (10 where a personal characteristic is involved); no rate where the noise would drown it.':
    'Verdeckt bei Gruppen von weniger als 5 Personen (10, wo ein persönliches Merkmal im Spiel ist); keine Quote, wo das Rauschen sie überdecken würde.',
  'a target: taking part is voluntary, and a higher rate is not by itself better':
    'einen Zielwert: Die Teilnahme ist freiwillig, und eine höhere Quote ist nicht schon besser',
  'How much those who take part receive (dose), and whether groups take part alike (parity).':
    'Wie viel jene erhalten, die teilnehmen (Umfang), und ob Gruppen gleich teilnehmen (Parität).',
  'a target: sections can be filled with nothing': 'einen Zielwert: Abschnitte lassen sich mit nichts füllen',
  'Skill change: whether what is written down helps anybody.': 'Kompetenzänderung: ob das Aufgeschriebene jemandem hilft.',
  'Hidden for fewer than 30 people or 10 steps as drawn; no share where the noise would drown it; not collected where progressions were never loaded.':
    'Verdeckt bei weniger als 30 Personen oder 10 Schritten, wie gezogen; kein Anteil, wo das Rauschen ihn überdecken würde; nicht erhoben, wo nie Fortschritte geladen wurden.',
  'proof that mentoring caused a step: nobody without a mentor is counted here (see the comparison of promotions)':
    'einen Beleg, dass Mentoring einen Schritt bewirkte: Hier zählt niemand ohne Mentoring (siehe den Vergleich der Beförderungen)',
  'judging a person, a mentor or a pair': 'die Beurteilung einer Person, einer Mentor:in oder eines Paars',
  'a target: a rank can be given away': 'einen Zielwert: Ein Rang kann verschenkt werden',
  'New situations handled alone, and the skills behind a step: a rank without them is a title.':
    'Allein bewältigte neue Situationen und die Kompetenzen hinter einem Schritt: Ein Rang ohne sie ist ein Titel.',
  '95 % intervals: MOVER for the crude ratio; Robins, Breslow and Greenland; sandwich for the weighted difference; Wald for the hazard ratio (Efron’s ties). All contain the noise of what is drawn.':
    '95-%-Intervalle: MOVER für das rohe Verhältnis; Robins, Breslow und Greenland; Sandwich für den gewichteten Unterschied; Wald für das Hazard-Verhältnis (Bindungen nach Efron). Alle enthalten das Rauschen des Gezogenen.',
  'Hidden for fewer than 50 people or 10 steps in either arm as drawn; no ratio where the noise would drown it. Strata are never printed, so whether they agree is not tested.':
    'Verdeckt bei weniger als 50 Personen oder 10 Schritten in einer der Gruppen, wie gezogen; kein Verhältnis, wo das Rauschen es überdecken würde. Schichten werden nie gedruckt, daher ist nicht geprüft, ob sie übereinstimmen.',
  'the crude ratio alone: who lives long enough to be mentored has had more time to be promoted, and who is expected to rise is chosen':
    'das rohe Verhältnis allein: Wer lange genug da ist, um Mentoring zu erhalten, hatte mehr Zeit, befördert zu werden, und wem ein Aufstieg zugetraut wird, wird ausgesucht',
  'a promise to a person, or a ground for or against somebody’s promotion':
    'ein Versprechen an eine Person, oder einen Grund für oder gegen jemandes Beförderung',
  'proof of a cause: nobody was assigned by lot': 'einen Beleg für eine Ursache: Niemand wurde durch Los zugeteilt',
  'Parity of participation: mentoring that is given to those who would rise anyway widens the gap it means to close.':
    'Parität der Teilnahme: Mentoring für jene, die ohnehin aufstiegen, vergrößert die Lücke, die es schließen soll.',
  '95 % t interval of the mean, 95 % score interval of the share; both contain the noise of what is drawn. The spread is that of single answers: right for an item, and for a mean of several wider than it need be.':
    '95-%-t-Intervall des Mittels, 95-%-Score-Intervall des Anteils; beide enthalten das Rauschen des Gezogenen. Die Streuung ist die einzelner Antworten: richtig für eine Frage, für ein Mittel mehrerer weiter als nötig.',
  'Hidden for too few respondents as drawn; no mean where the noise would drown it.':
    'Verdeckt bei zu wenigen gezogenen Antwortenden; kein Mittel, wo das Rauschen es überdecken würde.',
  'judging a mentor or a team lead: who answers, and after which week, decides much of it':
    'die Beurteilung von Mentor:innen oder Teamleitungen: Wer antwortet, und nach welcher Woche, entscheidet viel davon',
  'a target: answers that are rewarded are no longer answers':
    'einen Zielwert: Antworten, die belohnt werden, sind keine Antworten mehr',
  'The number of people who answered: a mean that rises while fewer answer says little.':
    'Die Zahl derer, die antworteten: Ein Mittel, das steigt, während weniger antworten, sagt wenig.',
  'judging the reason: whether it is a good one stands nowhere': 'die Beurteilung des Grundes: Ob er gut ist, steht nirgends',
  'a target: a box can be ticked': 'einen Zielwert: Ein Kästchen lässt sich ankreuzen',
  'Endings that did not fit: a reason on record that nobody thought about changes nothing.':
    'Beendigungen, weil es nicht passte: Ein festgehaltener Grund, über den niemand nachdachte, ändert nichts.',
  '95 % interval of Kaplan and Meier’s estimate (log-log, Greenwood) that contains the noise of all drawn counts.':
    '95-%-Intervall der Schätzung von Kaplan und Meier (Log-Log, Greenwood), das das Rauschen aller gezogenen Anzahlen enthält.',
  'Hidden for fewer than 30 people or 10 first sessions as drawn; no share where the noise would drown it; not collected where sessions were never loaded. Not told by track: who has not been met is in none.':
    'Verdeckt bei weniger als 30 Personen oder 10 ersten Sitzungen, wie gezogen; kein Anteil, wo das Rauschen ihn überdecken würde; nicht erhoben, wo nie Sitzungen geladen wurden. Nicht nach Track gezeigt: Wer noch nicht getroffen wurde, ist in keinem.',
  'judging a new colleague or their team': 'die Beurteilung neuer Beschäftigter oder ihres Teams',
  'a target for first meetings: a date in a calendar is not yet a welcome':
    'einen Zielwert für erste Treffen: Ein Termin im Kalender ist noch kein Willkommen',
  'Dose and endings: a first meeting that nothing follows reaches nobody.':
    'Umfang und Beendigungen: Ein erstes Treffen, auf das nichts folgt, erreicht niemanden.',
  'Hidden for too few mentors as drawn; no share where the noise would drown it.':
    'Verdeckt bei zu wenigen gezogenen Mentor:innen; kein Anteil, wo das Rauschen ihn überdecken würde.',
  'ending a good relationship because its mentor has been one for long':
    'die Beendigung einer guten Beziehung, weil jemand schon lange Mentor:in ist',
  'judging a mentor who stays, or one who stops': 'die Beurteilung von Mentor:innen, die bleiben oder aufhören',
  'Endings and skill change: a mentor who is always new never becomes a good one.':
    'Beendigungen und Kompetenzänderung: Wer immer neu ist, wird nie zu einer guten Mentor:in.',
  '95 % score interval (Wilson) that contains the noise of all drawn counts; wide for parts, which vary less than counts.':
    '95-%-Score-Intervall (Wilson), das das Rauschen aller gezogenen Anzahlen enthält; weit für Teile, die weniger schwanken als Anzahlen.',
  'Hidden for too few mentees or mentors as drawn; not collected where sessions were never loaded.':
    'Verdeckt bei zu wenigen gezogenen Mentees oder Mentor:innen; nicht erhoben, wo nie Sitzungen geladen wurden.',
  'a target for any kind or number of sessions: what suits a pair is theirs to know':
    'einen Zielwert für Art oder Zahl von Sitzungen: Was zu einem Paar passt, weiß das Paar',
  'judging a relationship by how it meets': 'die Beurteilung einer Beziehung danach, wie sie sich trifft',
  'Skill change and guidance: whether anything comes of it.': 'Kompetenzänderung und Anleitung: ob etwas daraus entsteht.',
  '95 % t interval that contains the noise of sum and base; the spread is that of the organisation.':
    '95-%-t-Intervall, das das Rauschen von Summe und Basis enthält; die Streuung ist jene der Organisation.',
  'Hidden for too few people with a pair as drawn; no mean where the noise would drown it; not collected where skill checks were never loaded.':
    'Verdeckt bei zu wenigen gezogenen Personen mit einem Paar; kein Mittel, wo das Rauschen es überdecken würde; nicht erhoben, wo nie Kompetenzchecks geladen wurden.',
  'proof that the track raised the skill: everybody learns, and who starts low rises by chance alone':
    'einen Beleg, dass der Track die Kompetenz hob: Alle lernen, und wer niedrig beginnt, steigt schon durch Zufall',
  'judging a person or a mentor': 'die Beurteilung einer Person oder einer Mentor:in',
  'comparing tracks that are checked by other assessors or instruments':
    'den Vergleich von Tracks, die von anderen Stellen oder mit anderen Instrumenten geprüft werden',
  'The share lost: a mean that rises because those who did worse were not checked again.':
    'Der verlorene Anteil: ein Mittel, das steigt, weil jene, denen es schlechter ging, nicht erneut geprüft wurden.',
  '95 % interval from standard errors that do not assume equal spread (HC3), with the noise of what is drawn.':
    '95-%-Intervall aus Standardfehlern, die keine gleiche Streuung annehmen (HC3), mit dem Rauschen des Gezogenen.',
  'Hidden for fewer than 50 people in either arm as drawn; no difference where the noise would drown it; not collected where skill checks were never loaded.':
    'Verdeckt bei weniger als 50 Personen in einer der Gruppen, wie gezogen; kein Unterschied, wo das Rauschen ihn überdecken würde; nicht erhoben, wo nie Kompetenzchecks geladen wurden.',
  'proof of a cause: who joins a track may differ from others in more than the score before':
    'einen Beleg für eine Ursache: Wer in einen Track kommt, kann sich von anderen in mehr als dem Wert vorher unterscheiden',
  'comparing tracks with each other: each stands beside others who were checked in its own skills':
    'den Vergleich von Tracks untereinander: Jeder steht neben anderen, die in seinen eigenen Kompetenzen geprüft wurden',
  'The share lost of skill change, and how few people outside of tracks are checked at all.':
    'Der verlorene Anteil der Kompetenzänderung, und wie wenige außerhalb von Tracks überhaupt geprüft werden.',
  '95 % t interval over teams, 95 % score interval of shares of teams; both contain the noise of what is drawn.':
    '95-%-t-Intervall über Teams, 95-%-Score-Intervall der Anteile von Teams; beide enthalten das Rauschen des Gezogenen.',
  'Hidden below ten teams, or for too few holders, as drawn; no mean where the noise would drown it. Counts of skills are a little off, as everything drawn.':
    'Verdeckt unter zehn Teams oder bei zu wenigen gezogenen Könnenden; kein Mittel, wo das Rauschen es überdecken würde. Anzahlen von Kompetenzen sind wie alles Gezogene ein wenig ungenau.',
  'naming who holds a rare skill, or pressing them to stay':
    'die Benennung derer, die eine seltene Kompetenz haben, oder Druck auf sie zu bleiben',
  'a promise that a gap closes: having had the time is not having learned':
    'ein Versprechen, dass sich eine Lücke schließt: Die Zeit gehabt zu haben, heißt nicht, gelernt zu haben',
  'Skill change: whether the tracks that build a skill do raise it.':
    'Kompetenzänderung: ob die Tracks, die eine Kompetenz aufbauen, sie wirklich heben.',
  'a target for the number of goals: three small ones are easily named':
    'einen Zielwert für die Zahl der Ziele: Drei kleine sind leicht genannt',
  'Pulse: whether people find it worth their time.': 'Stimmungsbild: ob Menschen finden, dass es ihre Zeit wert ist.',
  'choosing whom not to match: a far mentor may be the right one':
    'die Auswahl, wer nicht zugeordnet wird: Eine entfernte Mentor:in kann die richtige sein',
  'judging where people live or work': 'die Beurteilung, wo Menschen leben oder arbeiten',
  'Wait: pairing nearby only makes those wait who have no mentor nearby.':
    'Wartezeit: Paarung in der Nähe lässt allein jene warten, die dort keine Mentor:innen haben.',
  'Hidden for fewer than 30 people or 10 served requests as drawn; no share where the noise would drown it; not collected where requests were never loaded.':
    'Verdeckt bei weniger als 30 Personen oder 10 bedienten Anfragen, wie gezogen; kein Anteil, wo das Rauschen ihn überdecken würde; nicht erhoben, wo nie Anfragen geladen wurden.',
  'judging a mentor or a coordinator: who is free to mentor is decided by a whole organisation':
    'die Beurteilung von Mentor:innen oder Koordination: Wer Zeit dafür hat, entscheidet eine ganze Organisation',
  'a promise to a person who asks now': 'ein Versprechen an eine Person, die jetzt anfragt',
  'Endings that did not fit, and load: matching faster is easy where anybody is matched with whoever has no time to refuse.':
    'Beendigungen, weil es nicht passte, und Auslastung: Schneller zuzuordnen ist leicht, wo alle irgendwem zugeordnet werden, der keine Zeit zum Ablehnen hat.',
  Theme: 'Thema',
};
