import type { Catalogue } from '../text.js';

/** What a value says, and behind „ob“ what is left open: there the verb stands last. */
export const clauses: Catalogue = {
  'the value of “{label}” is about {v}': 'der Wert von „{label}“ beträgt etwa {v}',
  'about {v} {ofWho} take part as mentees': 'etwa {v} {ofWho} nehmen als Mentees teil',
  'about {v} {ofWho} take part as mentors': 'etwa {v} {ofWho} wirken als Mentor:innen mit',
  '{who} take part as mentees at about {v} times the odds of others alike':
    '{who} nehmen mit etwa der {v}-fachen Chance vergleichbarer anderer als Mentees teil',
  '{who} take part as mentees at other odds than others alike':
    '{who} mit einer anderen Chance als vergleichbare andere als Mentees teilnehmen',
  '{who} act as mentors at about {v} times the odds of others alike':
    '{who} wirken mit etwa der {v}-fachen Chance vergleichbarer anderer als Mentor:innen mit',
  '{who} act as mentors at other odds than others alike':
    '{who} mit einer anderen Chance als vergleichbare andere als Mentor:innen mitwirken',
  'the rate {ofWho} is about {v} {side, select, up {above} other {below}} that of everyone else alike':
    'die Quote {ofWho} liegt etwa {v} {side, select, up {über} other {unter}} der vergleichbarer anderer',
  'the rate {ofWho} is above or below that of everyone else alike':
    'die Quote {ofWho} über oder unter der vergleichbarer anderer liegt',
  'about {v} of new hires meet a mentor within 30 days':
    'etwa {v} der neu Eingestellten treffen binnen 30 Tagen eine:n Mentor:in',
  'about {v} of new hires meet a mentor within 60 days':
    'etwa {v} der neu Eingestellten treffen binnen 60 Tagen eine:n Mentor:in',
  'about {v} of new hires meet a mentor within 90 days':
    'etwa {v} der neu Eingestellten treffen binnen 90 Tagen eine:n Mentor:in',
  'about {v} of people who asked are matched': 'etwa {v} der Anfragenden werden vermittelt',
  'about {v} of those matched reach a third session': 'etwa {v} der Vermittelten erreichen eine dritte Sitzung',
  'about {v} of those with a third session complete': 'etwa {v} derer mit einer dritten Sitzung kommen zum Abschluss',
  'at equal fit, {who} are matched at about {v} times the odds of everyone else':
    'bei gleicher Passung werden {who} mit etwa der {v}-fachen Chance aller anderen vermittelt',
  'at equal fit, {who} are matched at other odds than everyone else':
    'bei gleicher Passung {who} mit einer anderen Chance als alle anderen vermittelt werden',
  'at equal fit, the matched share {ofWho} is about {v} {side, select, up {above} other {below}} the others’':
    'bei gleicher Passung liegt der vermittelte Anteil {ofWho} etwa {v} {side, select, up {über} other {unter}} dem der anderen',
  'at equal fit, the matched share {ofWho} is above or below the others’':
    'bei gleicher Passung der vermittelte Anteil {ofWho} über oder unter dem der anderen liegt',
  'about {v} of requests are served within 30 days': 'etwa {v} der Anfragen werden binnen 30 Tagen vermittelt',
  'about {v} of requests are served within 60 days': 'etwa {v} der Anfragen werden binnen 60 Tagen vermittelt',
  'about {v} of requests are served within 90 days': 'etwa {v} der Anfragen werden binnen 90 Tagen vermittelt',
  'about {v} of requests are served within 180 days': 'etwa {v} der Anfragen werden binnen 180 Tagen vermittelt',
  'about {v} of pairings have their reason on record': 'zu etwa {v} der Zuordnungen ist der Grund festgehalten',
  'about {v} of ended mentoring relationships came to a good ending':
    'etwa {v} der beendeten Mentoring-Beziehungen kamen zu einem guten Ende',
  'about {v} of ended coaching relationships came to a good ending':
    'etwa {v} der beendeten Coaching-Beziehungen kamen zu einem guten Ende',
  'pairs meet for about {v} a month': 'Paare treffen sich etwa {v} im Monat',
  'about {v} of pairs work more than four hours apart': 'etwa {v} der Paare arbeiten mehr als vier Zeitzonenstunden auseinander',
  'the time zone of about {v} of pairs is not said': 'für etwa {v} der Paare ist die Zeitzone nicht angegeben',
  'mentors have about {v} active mentees each': 'Mentor:innen haben je etwa {v} aktive Mentees',
  'mentors gave about {v} minutes each in the quarter': 'Mentor:innen gaben im Quartal je etwa {v} Minuten',
  'about {v} of mentors stand above the agreed cap': 'etwa {v} der Mentor:innen liegen über der vereinbarten Obergrenze',
  'about {v} of mentors have been in the role for over 12 months':
    'etwa {v} der Mentor:innen sind seit mehr als 12 Monaten in der Rolle',
  'about {v} of mentors are in the role for the first time': 'etwa {v} der Mentor:innen sind zum ersten Mal in der Rolle',
  'about {v} of mentors are trained': 'etwa {v} der Mentor:innen sind geschult',
  'about {v} of mentors were trained within 12 months': 'etwa {v} der Mentor:innen wurden binnen 12 Monaten geschult',
  'mentees meet for about {v} a month': 'Mentees treffen sich etwa {v} im Monat',
  'software agents receive about {v} a month': 'Software-Agenten erhalten etwa {v} im Monat',
  'about {v} of running relationships keep their agreed dose':
    'etwa {v} der laufenden Beziehungen halten ihre vereinbarte Dosis ein',
  'about {v} of running relationships agreed on no dose': 'etwa {v} der laufenden Beziehungen haben keine Dosis vereinbart',
  'about {v} of relationships agreed on goals at their start': 'etwa {v} der Beziehungen haben zu Beginn Ziele vereinbart',
  'the starting point of about {v} of relationships was measured in time':
    'für etwa {v} der Beziehungen wurde der Ausgangspunkt rechtzeitig gemessen',
  'about {v} of relationships changed their goals on the way': 'etwa {v} der Beziehungen haben ihre Ziele unterwegs geändert',
  'the level of guidance, month by month, {side, select, up {rose} other {fell}} by about {v}':
    'das Maß an Anleitung {side, select, up {stieg} other {sank}} von Monat zu Monat um etwa {v}',
  'the level of guidance, month by month, rose or fell': 'das Maß an Anleitung von Monat zu Monat stieg oder sank',
  'about {v} of sessions are on real work': 'etwa {v} der Sitzungen gelten echter Arbeit',
  'about {v} of planned sessions were held': 'etwa {v} der geplanten Sitzungen fanden statt',
  'about {v} of running relationships were reviewed by both sides together':
    'etwa {v} der laufenden Beziehungen wurden von beiden Seiten gemeinsam besprochen',
  'about {v} of the goals set were met': 'etwa {v} der gesetzten Ziele wurden erreicht',
  'the mean answer is about {v} on a scale of 1 to 5': 'die mittlere Antwort liegt bei etwa {v} auf einer Skala von 1 bis 5',
  'about {v} of people who answered chose 4 or 5': 'etwa {v} der Antwortenden wählten 4 oder 5',
  'about {v} of ended relationships came to a good ending': 'etwa {v} der beendeten Beziehungen kamen zu einem guten Ende',
  'about {v} of ended relationships ended because they were no longer needed':
    'etwa {v} der beendeten Beziehungen endeten, weil sie nicht mehr gebraucht wurden',
  'about {v} of mentees have had the same only mentor for over a year':
    'etwa {v} der Mentees haben seit über einem Jahr ein und dieselbe Person als Mentor:in',
  'mentees are in about {v} tracks a year': 'Mentees sind in etwa {v} Tracks im Jahr',
  'about {v} of running relationships were escalated': 'etwa {v} der laufenden Beziehungen wurden eskaliert',
  'about {v} of escalations are resolved within 30 days': 'etwa {v} der Eskalationen werden binnen 30 Tagen gelöst',
  'about {v} of resolved escalations led to a new match': 'auf etwa {v} der gelösten Eskalationen folgte eine neue Vermittlung',
  'about {v} of relationships that a reorganisation ended were followed by another':
    'auf etwa {v} der durch eine Reorganisation beendeten Beziehungen folgte eine weitere',
  'about {v} of leavers’ skills are still held by two others':
    'etwa {v} der Kompetenzen von Ausgeschiedenen haben noch zwei andere',
  'skill scores of mentees {side, select, up {rose} other {fell}} by about {v} from before to after':
    'die Kompetenzwerte der Mentees {side, select, up {stiegen} other {sanken}} von vorher zu nachher um etwa {v}',
  'skill scores of mentees rose or fell from before to after':
    'die Kompetenzwerte der Mentees von vorher zu nachher stiegen oder sanken',
  'skill scores of software agents {side, select, up {rose} other {fell}} by about {v}':
    'die Kompetenzwerte von Software-Agenten {side, select, up {stiegen} other {sanken}} um etwa {v}',
  'skill scores of software agents rose or fell': 'die Kompetenzwerte von Software-Agenten stiegen oder sanken',
  'regression to the mean alone would have moved scores by about {v}':
    'die Regression zur Mitte allein hätte die Werte um etwa {v} verschoben',
  'scores rose by about {v} {side, select, up {more} other {less}} in a track than in none':
    'die Werte stiegen in einem Track um etwa {v} {side, select, up {mehr} other {weniger}} als ohne Track',
  'scores rose more or less in a track than in none': 'die Werte in einem Track mehr oder weniger stiegen als ohne Track',
  'a team lacks about {v} people for a skill it needs': 'einem Team fehlen etwa {v} Personen für eine Kompetenz, die es braucht',
  'about {v} skills on the roadmap rest on two people or less':
    'etwa {v} Kompetenzen der Roadmap ruhen auf höchstens zwei Personen',
  'after mentoring, people score themselves about {v} {side, select, up {above} other {below}} the external score':
    'nach dem Mentoring liegt die Selbsteinschätzung etwa {v} {side, select, up {über} other {unter}} der Fremdeinschätzung',
  'after mentoring, people score themselves above or below the external score':
    'nach dem Mentoring die Selbsteinschätzung über oder unter der Fremdeinschätzung liegt',
  'before mentoring, people score themselves about {v} {side, select, up {above} other {below}} the external score':
    'vor dem Mentoring liegt die Selbsteinschätzung etwa {v} {side, select, up {über} other {unter}} der Fremdeinschätzung',
  'before mentoring, people score themselves above or below the external score':
    'vor dem Mentoring die Selbsteinschätzung über oder unter der Fremdeinschätzung liegt',
  'from before to after, the gap {side, select, up {rose} other {fell}} by about {v}':
    'von vorher zu nachher {side, select, up {wuchs} other {schrumpfte}} der Abstand um etwa {v}',
  'from before to after, the gap rose or fell': 'der Abstand von vorher zu nachher wuchs oder schrumpfte',
  'about {v} of people kept the skill until a follow-up': 'etwa {v} der Menschen behielten die Kompetenz bis zur Nachprüfung',
  'about {v} of a team’s pull requests fill their mentoring section':
    'in etwa {v} der Pull Requests eines Teams ist der Abschnitt zum Mentoring ausgefüllt',
  'about {v} of a team’s plans name mentoring': 'etwa {v} der Pläne eines Teams nennen Mentoring',
  'about {v} of a team’s walkthrough items are accepted': 'etwa {v} der Punkte aus Durchgängen eines Teams werden angenommen',
  'skill scores of mentors {side, select, up {rose} other {fell}} by about {v}':
    'die Kompetenzwerte der Mentor:innen {side, select, up {stiegen} other {sanken}} um etwa {v}',
  'skill scores of mentors rose or fell': 'die Kompetenzwerte der Mentor:innen stiegen oder sanken',
  'about {v} of mentors stepped up within 6 months': 'etwa {v} der Mentor:innen erreichten binnen 6 Monaten die nächste Stufe',
  'about {v} of mentors stepped up within 24 months': 'etwa {v} der Mentor:innen erreichten binnen 24 Monaten die nächste Stufe',
  'about {v} of mentors stepped up within 12 months': 'etwa {v} der Mentor:innen erreichten binnen 12 Monaten die nächste Stufe',
  'mentors score themselves about {v} {side, select, up {above} other {below}} their mentees’ view':
    'Mentor:innen schätzen sich etwa {v} {side, select, up {über} other {unter}} der Sicht ihrer Mentees ein',
  'mentors score themselves above or below their mentees’ view':
    'Mentor:innen sich über oder unter der Sicht ihrer Mentees einschätzen',
  'the level of guidance {side, select, up {rose} other {fell}} by about {v} after a training':
    'nach einer Schulung {side, select, up {stieg} other {sank}} das Maß an Anleitung um etwa {v}',
  'the level of guidance rose or fell after a training': 'das Maß an Anleitung nach einer Schulung stieg oder sank',
  'mentees of trained mentors answer about {v} on a scale of 1 to 5':
    'Mentees geschulter Mentor:innen antworten etwa {v} auf einer Skala von 1 bis 5',
  'about {v} of mentees stepped up within 3 months': 'etwa {v} der Mentees erreichten binnen 3 Monaten die nächste Stufe',
  'about {v} of mentees stepped up within 6 months': 'etwa {v} der Mentees erreichten binnen 6 Monaten die nächste Stufe',
  'about {v} of mentees stepped up within 9 months': 'etwa {v} der Mentees erreichten binnen 9 Monaten die nächste Stufe',
  'about {v} of mentees stepped up within 12 months': 'etwa {v} der Mentees erreichten binnen 12 Monaten die nächste Stufe',
  'about {v} of mentees stepped up within 18 months': 'etwa {v} der Mentees erreichten binnen 18 Monaten die nächste Stufe',
  'about {v} of mentees stepped up within 24 months': 'etwa {v} der Mentees erreichten binnen 24 Monaten die nächste Stufe',
  'about {v} of mentees handled a new situation alone within 6 months':
    'etwa {v} der Mentees meisterten binnen 6 Monaten allein eine neue Situation',
  'about {v} of mentees handled a new situation alone within 12 months':
    'etwa {v} der Mentees meisterten binnen 12 Monaten allein eine neue Situation',
  'about {v} of software agents handled a new situation alone within 12 months':
    'etwa {v} der Software-Agenten meisterten binnen 12 Monaten allein eine neue Situation',
  'mentored people stepped up at about {v} times the rate of others alike':
    'begleitete Menschen erreichten die nächste Stufe mit etwa der {v}-fachen Rate vergleichbarer anderer',
  'mentored people stepped up at another rate than others alike':
    'begleitete Menschen die nächste Stufe mit einer anderen Rate erreichten als vergleichbare andere',
  'mentored people stepped up about {v} times as often as others, not adjusted':
    'begleitete Menschen erreichten die nächste Stufe etwa {v}-mal so oft wie andere, nicht bereinigt',
  'mentored people stepped up more or less often than others, not adjusted':
    'begleitete Menschen die nächste Stufe häufiger oder seltener erreichten als andere, nicht bereinigt',
  'mentored people stepped up at about {v} times the odds of others alike':
    'begleitete Menschen erreichten die nächste Stufe mit etwa der {v}-fachen Chance vergleichbarer anderer',
  'mentored people stepped up at other odds than others alike':
    'begleitete Menschen die nächste Stufe mit einer anderen Chance erreichten als vergleichbare andere',
  'at equal tenure, level and band, the share of mentored people who stepped up is about {v} {side, select, up {above} other {below}} the others’':
    'bei gleicher Betriebszugehörigkeit, Stufe und Leistungsgruppe liegt der Anteil der begleiteten Menschen, die die nächste Stufe erreichten, etwa {v} {side, select, up {über} other {unter}} dem der anderen',
  'at equal tenure, level and band, the share of mentored people who stepped up is above or below the others’':
    'bei gleicher Betriebszugehörigkeit, Stufe und Leistungsgruppe der Anteil der begleiteten Menschen, die die nächste Stufe erreichten, über oder unter dem der anderen liegt',
  'about {v} of mentored people stepped up within the year':
    'etwa {v} der begleiteten Menschen erreichten im Lauf des Jahres die nächste Stufe',
  'about {v} of other people stepped up within the year': 'etwa {v} der anderen erreichten im Lauf des Jahres die nächste Stufe',
  'weighted to be alike, the share of mentored people who stepped up is about {v} {side, select, up {above} other {below}} the others’':
    'vergleichbar gewichtet liegt der Anteil der begleiteten Menschen, die die nächste Stufe erreichten, etwa {v} {side, select, up {über} other {unter}} dem der anderen',
  'weighted to be alike, the share of mentored people who stepped up is above or below the others’':
    'vergleichbar gewichtet der Anteil der begleiteten Menschen, die die nächste Stufe erreichten, über oder unter dem der anderen liegt',
  'about {v} of interviewed leavers named it': 'etwa {v} der befragten Ausgeschiedenen nannten es',
  'about {v} of interviewed leavers named a theme': 'etwa {v} der befragten Ausgeschiedenen nannten ein Thema',
  'leavers answer about {v} on a scale of 0 to 10': 'Ausscheidende antworten etwa {v} auf einer Skala von 0 bis 10',
  'leavers who had been mentored answer about {v} on a scale of 0 to 10':
    'Ausscheidende, die begleitet wurden, antworten etwa {v} auf einer Skala von 0 bis 10',
  'leavers who had been mentored answer about {v} {side, select, up {above} other {below}} the others':
    'Ausscheidende, die begleitet wurden, antworten etwa {v} {side, select, up {über} other {unter}} den anderen',
  'leavers who had been mentored answer above or below the others':
    'Ausscheidende, die begleitet wurden, über oder unter den anderen antworten',
  'leavers who had not been mentored answer about {v} on a scale of 0 to 10':
    'Ausscheidende, die nicht begleitet wurden, antworten etwa {v} auf einer Skala von 0 bis 10',
  'mentoring takes about {v} of a team’s capacity': 'Mentoring nimmt etwa {v} der Kapazität eines Teams in Anspruch',
  'agreed mentoring would take about {v} of a team’s capacity':
    'vereinbartes Mentoring nähme etwa {v} der Kapazität eines Teams in Anspruch',
  'delivery {side, select, up {rose} other {fell}} by about {v} within a year':
    'die Lieferleistung {side, select, up {stieg} other {sank}} binnen eines Jahres um etwa {v}',
  'delivery rose or fell within a year': 'die Lieferleistung binnen eines Jahres stieg oder sank',
  'delivery of teams with mentees {side, select, up {rose} other {fell}} by about {v} in a year':
    'die Lieferleistung von Teams mit Mentees {side, select, up {stieg} other {sank}} in einem Jahr um etwa {v}',
  'delivery of teams with mentees rose or fell in a year':
    'die Lieferleistung von Teams mit Mentees in einem Jahr stieg oder sank',
  'delivery of teams with mentees changed by about {v} {side, select, up {more} other {less}} than that of others':
    'die Lieferleistung von Teams mit Mentees änderte sich um etwa {v} {side, select, up {mehr} other {weniger}} als die anderer',
  'delivery of teams with mentees changed more or less than that of others':
    'die Lieferleistung von Teams mit Mentees sich mehr oder weniger änderte als die anderer',
  'teams completed about {v} of each point they committed to':
    'Teams schlossen von jedem zugesagten Punkt etwa {v} ab',
  'about {v} of a team’s sessions set three goals': 'in etwa {v} der Sitzungen eines Teams werden drei Ziele gesetzt',
  'about {v} of a team’s goals reach the next sprint': 'etwa {v} der Ziele eines Teams erreichen den nächsten Sprint',
  'about {v} tracks have nobody who answers for them': 'für etwa {v} Tracks steht niemand ein',
  'about {v} of tracks have nobody who answers for them': 'für etwa {v} der Tracks steht niemand ein',
  'about {v} of rows say what measures rest on': 'etwa {v} der Zeilen sagen, worauf Kennzahlen beruhen',
  'about {v} of rows are resolved': 'etwa {v} der Zeilen sind geklärt',
  'about {v} of characteristics of eligible people are known':
    'etwa {v} der Merkmale der Berechtigten sind bekannt',
}; // prettier-ignore
