import type { Catalogue } from '#language';

/** What equity audits choose from, and how they refuse. */
export const audits: Catalogue = {
  'Whole programme': 'Ganzes Programm',
  // Reasons of decisions
  'The gap is large enough to act on': 'Die Lücke ist groß genug, um etwas zu tun',
  'It was seen in an earlier quarter too': 'Sie war schon in einem früheren Quartal zu sehen',
  'Acting costs little, and waiting might cost more': 'Handeln kostet wenig, und Warten könnte mehr kosten',
  'Something was promised and is still to be done': 'Etwas wurde zugesagt und ist noch zu tun',
  'Its size is too uncertain to act on yet': 'Ihre Größe ist noch zu ungewiss, um etwas zu tun',
  'An action is running; its effect is to be seen first': 'Eine Maßnahme läuft; zuerst ist ihre Wirkung abzuwarten',
  'It is seen for the first time': 'Sie ist zum ersten Mal zu sehen',
  'It is small': 'Sie ist klein',
  'The interval is too wide to tell': 'Das Intervall ist zu weit, um es zu sagen',
  'Too many have not said what the comparison needs': 'Zu viele haben nicht angegeben, was der Vergleich braucht',
  'Teams, levels or definitions changed': 'Teams, Stufen oder Definitionen haben sich geändert',
  'A column that would help is not collected': 'Eine Spalte, die helfen würde, wird nicht erhoben',
  'The programme is meant to differ here, as its description says': 'Das Programm soll sich hier unterscheiden, wie seine Beschreibung sagt',
  'At equal level and tenure the groups are alike': 'Bei gleicher Stufe und Zugehörigkeit gleichen sich die Gruppen',
  'What was to be done is done': 'Was zu tun war, ist getan',
  'It is not for the mentoring programme to change': 'Das zu ändern ist nicht Sache des Mentoring-Programms',
  // What limits the data
  'Looked at, nothing to add': 'Gesehen, nichts hinzuzufügen',
  'How a number was made needs an explanation': 'Wie eine Zahl entstand, braucht eine Erklärung',
  'The data may not carry this': 'Die Daten tragen das vielleicht nicht',
  'Something here may say too much about a small group': 'Etwas hier sagt vielleicht zu viel über eine kleine Gruppe',
  'Why it was decided so is not clear': 'Warum so entschieden wurde, ist nicht klar',
  'An action does not fit its finding': 'Eine Maßnahme passt nicht zu ihrem Befund',
  'Something that was promised is still open': 'Etwas Zugesagtes ist noch offen',
  'A step was not done as agreed': 'Ein Schritt wurde nicht wie vereinbart getan',
  'Columns are filled too seldom': 'Spalten sind zu selten ausgefüllt',
  'The newest load is too old': 'Die neueste Datenlieferung ist zu alt',
  'Too many results are hidden': 'Zu viele Ergebnisse sind verdeckt',
  'Too many have not said a personal characteristic': 'Zu viele haben ein persönliches Merkmal nicht angegeben',
  'Teams, levels or methods changed since last quarter': 'Teams, Stufen oder Methoden haben sich seit dem letzten Quartal geändert',
  'A measure is missing in this release': 'Eine Kennzahl fehlt in dieser Veröffentlichung',
  // Who answers for an action
  'Owner of the track': 'Verantwortung für den Track',
  'Team lead': 'Teamleitung',
  'People partner': 'Personalbetreuung',
  'Head of engineering': 'Leitung des Engineerings',
  // Actions
  'Match by the skill matrix': 'Nach der Kompetenzmatrix vermitteln',
  'Pair by skills needed and offered, and record why, so that who knows whom matters less.':
    'Nach gesuchten und angebotenen Kompetenzen zuordnen und festhalten, warum, damit weniger zählt, wer wen kennt.',
  'Invite the group by role': 'Die Gruppe nach Rolle einladen',
  'Invite everybody of a level or a team to a track instead of waiting to be asked.':
    'Alle einer Stufe oder eines Teams zu einem Track einladen, statt auf Anfragen zu warten.',
  'Start with an onboarding track': 'Mit einem Track zum Ankommen beginnen',
  'Give every new colleague a mentor for the first quarter, without having to ask.':
    'Allen Neuen für das erste Quartal eine Mentor:in geben, ohne dass sie fragen müssen.',
  'Rotate mentors': 'Mentor:innen wechseln lassen',
  'Hand the role on after a year and prepare the next ones in time.':
    'Die Rolle nach einem Jahr weitergeben und die Nächsten rechtzeitig vorbereiten.',
  'Cap how many mentees one mentor has': 'Die Zahl der Mentees je Mentor:in begrenzen',
  'Keep to the cap of the settings and add peers as mentors where it is reached.':
    'Die Grenze aus den Einstellungen einhalten und, wo sie erreicht ist, Gleichgestellte als Mentor:innen gewinnen.',
  'Plan time for mentoring': 'Zeit für Mentoring einplanen',
  'Put mentoring hours into sprint planning, so that they are not what is left over.':
    'Mentoring-Stunden in die Sprintplanung aufnehmen, damit sie nicht das sind, was übrig bleibt.',
  'Agree overlapping hours': 'Gemeinsame Stunden vereinbaren',
  'Pair within four hours, or agree on fixed hours in which both work.':
    'Innerhalb von vier Stunden Zeitverschiebung zuordnen oder feste Stunden vereinbaren, in denen beide arbeiten.',
  'Offer a group format': 'Ein Gruppenformat anbieten',
  'Let several mentees share a mentor where there are more requests than mentors.':
    'Wo es mehr Anfragen als Mentor:innen gibt, mehrere Mentees zusammen betreuen lassen.',
  'Draw lots for scarce places': 'Knappe Plätze verlosen',
  'Where equals ask for fewer places than there are, let chance decide, on record.':
    'Wo Gleiche um knappe Plätze bitten, das Los entscheiden lassen und es festhalten.',
  'Prepare the mentors': 'Mentor:innen vorbereiten',
  'Training in feedback, coaching and inclusive communication before the first session.':
    'Schulung in Feedback, Coaching und einbeziehender Kommunikation vor dem ersten Treffen.',
  'Make the way out of a bad match known': 'Den Weg aus einer unpassenden Zuordnung bekannt machen',
  'Say to whom one turns, and offer a new match within a month.':
    'Sagen, an wen man sich wendet, und innerhalb eines Monats eine neue Zuordnung anbieten.',
  // What is still to be done, and what changed
  'Say whether the data are good enough.': 'Sagen Sie, ob die Daten gut genug sind.',
  'Decide about one finding more.': 'Entscheiden Sie über einen weiteren Befund.',
  'Decide about {n} findings more.': 'Entscheiden Sie über {n} weitere Befunde.',
  'Agree an action for each finding that is to be acted on.': 'Vereinbaren Sie eine Maßnahme zu jedem Befund, zu dem etwas zu tun ist.',
  'The method of {of} is {now}; it was {then}.': 'Die Methode von {of} ist {now}; sie war {then}.',
  '{column} is new as a column.': '{column} ist als Spalte neu.',
  'New in {column}: {values}.': 'Neu in {column}: {values}.',
  'No longer in {column}: {values}.': 'Nicht mehr in {column}: {values}.',
  // Refusals
  'There is no such audit.': 'Dieses Audit gibt es nicht.',
  'There is no such action.': 'Diese Maßnahme gibt es nicht.',
  'There was no such branch in that quarter.': 'Diesen Bereich gab es in jenem Quartal nicht.',
  'This audit is worked on by an engineering manager of the whole organisation.': 'An diesem Audit arbeitet die Engineering-Leitung der ganzen Organisation.',
  'This audit is worked on by the engineering manager of that branch.': 'An diesem Audit arbeitet die Engineering-Leitung jenes Bereichs.',
  'Say it in 10 to {longest} letters.': 'Sagen Sie es in 10 bis {longest} Zeichen.',
  'This looks like a name, an address or a number of somebody. Write it with roles and groups instead. Where nobody is named, do not put two words with capital letters side by side.':
    'Das sieht nach Name, Adresse oder Nummer einer Person aus. Schreiben Sie es mit Rollen und Gruppen. Wird niemand genannt, schreiben Sie keine zwei großgeschriebenen Wörter nebeneinander.',
  'Say what limits the data, or that nothing does.': 'Sagen Sie, was die Daten einschränkt, oder dass nichts sie einschränkt.',
  'Choose a decision, and its reason from the list of that decision.': 'Wählen Sie eine Entscheidung und ihren Grund aus der Liste dieser Entscheidung.',
  'Choose an action from the library, or write one of your own.': 'Wählen Sie eine Maßnahme aus der Sammlung oder schreiben Sie eine eigene.',
  'Choose the role that answers for the action.': 'Wählen Sie die Rolle, die für die Maßnahme verantwortlich ist.',
  'Choose a quarter after {period} by whose end it is to be done.': 'Wählen Sie ein Quartal nach {period}, bis zu dessen Ende sie erledigt sein soll.',
  'Say the smallest change that matters, from 1 to 200 percentage points.': 'Sagen Sie die kleinste Änderung, auf die es ankommt, von 1 bis 200 Prozentpunkten.',
  'Nobody could see whether it helped: that group is hidden or has no estimate. Choose a wider group that is shown.':
    'Niemand könnte sehen, ob es geholfen hat: Diese Gruppe ist verdeckt oder hat keine Schätzung. Wählen Sie eine weitere Gruppe, die zu sehen ist.',
  'This action has ended already.': 'Diese Maßnahme ist schon beendet.',
  'This action is not signed yet. Sign the audit, or take the action back.': 'Diese Maßnahme ist noch nicht abgezeichnet. Zeichnen Sie das Audit ab oder nehmen Sie die Maßnahme zurück.',
  'There is no such action in this audit.': 'In diesem Audit gibt es diese Maßnahme nicht.',
  'This audit does not wait for a second signature.': 'Dieses Audit wartet nicht auf eine zweite Unterschrift.',
  'The second signature is given by somebody else.': 'Die zweite Unterschrift gibt jemand anderes.',
  'Only an audit that two people signed is reopened.': 'Wieder geöffnet wird ein Audit erst, wenn zwei Personen es unterschrieben haben.',
  'Somebody changed this audit meanwhile. Read it again.': 'Jemand hat dieses Audit inzwischen geändert. Lesen Sie es noch einmal.',
  'This audit is signed. Reopen it with a reason to change it.': 'Dieses Audit ist abgezeichnet. Öffnen Sie es mit einem Grund wieder, um es zu ändern.',
  'Choose what the note is about from the list.': 'Wählen Sie aus der Liste, wovon die Notiz handelt.',
  'There is no such note in this audit.': 'In diesem Audit gibt es diese Notiz nicht.',
  'This audit is signed. Notes are left before that, or after it is reopened.': 'Dieses Audit ist abgezeichnet. Notizen macht man davor oder nachdem es wieder geöffnet wurde.',
  'This audit has no such finding.': 'Dieses Audit hat keinen solchen Befund.',
}; // prettier-ignore
