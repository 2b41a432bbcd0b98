import type { Catalogue } from '#language';

/** The documents about the processing. */
export const documents: Catalogue = {
  'names a group': 'benennt eine Gruppe',
  'splits results into groups': 'teilt Ergebnisse nach Gruppen auf',
  'a personal characteristic, with consent, groups of the higher size':
    'ein persönliches Merkmal, mit Einwilligung, Gruppen der höheren Mindestgröße',
  'only makes comparisons fair; never shown, never a group':
    'dient allein dem fairen Vergleich; wird nie gezeigt und bildet nie eine Gruppe',
  'leaves only inside a result about a group': 'verlässt den Datenraum allein als Teil eines Ergebnisses über eine Gruppe',
  'never leaves the data room': 'verlässt den Datenraum nie',
  Purposes: 'Zwecke',
  'The data are used for these purposes and for no other:': 'Die Daten werden für diese Zwecke verwendet und für keine anderen:',
  'What they are never used for': 'Wofür sie nie verwendet werden',
  'This is not a rule that somebody could break: no page, query, file or command answers a question about a person or about who works with whom, to any role.':
    'Das ist keine Regel, die jemand brechen könnte: Keine Seite, keine Abfrage, keine Datei und kein Befehl beantwortet eine Frage zu einer Person oder dazu, wer mit wem arbeitet, gleich für welche Rolle.',
  'What is refused is put on record.': 'Was abgelehnt wird, wird protokolliert.',
  Figure: 'Kennzahl',
  'Must not be used for': 'Darf nicht verwendet werden für',
  'Categories of data': 'Kategorien von Daten',
  'Every column that is read. What is not in this list is named to whoever sends it, and not read.':
    'Alle Spalten, die eingelesen werden. Was nicht in dieser Liste steht, wird der sendenden Stelle genannt und nicht eingelesen.',
  'Names, e-mail addresses and other identifiers are replaced by a keyed code while a file is read, and stored nowhere.':
    'Namen, E-Mail-Adressen und andere Kennungen werden schon beim Einlesen einer Datei durch einen verschlüsselten Code ersetzt und nirgends gespeichert.',
  File: 'Datei',
  Column: 'Spalte',
  'How far it may go': 'Wie weit sie gelangen darf',
  'What it is for': 'Wozu sie dient',
  'No personal characteristic is collected.': 'Es werden keine persönlichen Merkmale erhoben.',
  'Personal characteristics are read only where the person consented. A consent can be withdrawn for each of them alone; what was said is deleted, and the next release is made without it.':
    'Persönliche Merkmale werden allein dort eingelesen, wo die Person eingewilligt hat. Die Einwilligung kann für jedes Merkmal einzeln widerrufen werden; die Angabe wird gelöscht, und die nächste Veröffentlichung entsteht ohne sie.',
  Characteristic: 'Merkmal',
  Values: 'Ausprägungen',
  'Why we ask': 'Warum wir fragen',
  'How long data are kept': 'Wie lange Daten aufbewahrt werden',
  'Uploaded files are never written to disk. Rows that wait for confirmation are dropped after 24 hours.':
    'Hochgeladene Dateien werden nie auf die Festplatte geschrieben. Zeilen, die auf Bestätigung warten, werden nach 24 Stunden verworfen.',
  'Published results and the audit trail are kept as long as the installation; no number in them is about one person.':
    'Veröffentlichte Ergebnisse und das Prüfprotokoll bleiben so lange bestehen wie die Installation; keine Zahl darin handelt von einer einzelnen Person.',
  'Somebody who asks to be forgotten is deleted from every table at once. A keyed code is kept, so that a later file cannot bring them back.':
    'Wer die Löschung verlangt, wird sofort aus allen Tabellen gelöscht. Ein verschlüsselter Code bleibt, damit eine spätere Datei die Person nicht zurückbringt.',
  'Who can see what': 'Wer was sehen kann',
  'This is the table that the server asks on every request. No role, administrators included, can see a person or a relationship.':
    'Diese Tabelle befragt der Server bei jeder Anfrage. Keine Rolle, auch nicht die Administration, kann eine Person oder eine Beziehung sehen.',
  'Can be read': 'Kann gelesen werden',
  'Can be done': 'Kann getan werden',
  By: 'Von',
  'Two people are needed to publish a release, to change a policy, to erase somebody, and to hand out a copy of somebody’s data: never both halves by one.':
    'Zwei Personen sind nötig, um eine Veröffentlichung freizugeben, ein Regelwerk zu ändern, jemanden zu löschen oder jemandem eine Kopie der eigenen Daten auszuhändigen: nie beide Hälften durch eine.',
  'How people are protected': 'Wie Menschen geschützt werden',
  'Policy {version}, in force from {effectiveFrom} on.': 'Regelwerk {version}, in Kraft ab {effectiveFrom}.',
  'Policy {version}, in force from the beginning.': 'Regelwerk {version}, in Kraft von Anfang an.',
  'What is shown, and how often:': 'Was gezeigt wird, und wie oft:',
  'Before a release is published, a program that was written separately attacks it with everything published before. Where it finds anything, there is no release.':
    'Vor jeder Veröffentlichung greift ein getrennt geschriebenes Programm sie mit allem an, was zuvor veröffentlicht wurde. Findet es etwas, wird nichts veröffentlicht.',
  'Identifiers are replaced by keyed codes (HMAC-SHA-256) as they are read. The keys lie outside of the database.':
    'Kennungen werden beim Einlesen durch verschlüsselte Codes (HMAC-SHA-256) ersetzt. Die Schlüssel liegen außerhalb der Datenbank.',
  'The database has five logins. The web server’s login has no right to data about people.':
    'Die Datenbank hat fünf Zugänge. Der Zugang des Webservers hat kein Recht an Daten über Menschen.',
  'Passwords are kept as argon2id, or signing in is left to the organisation’s identity provider. Sessions end on the server.':
    'Passwörter werden als argon2id abgelegt, oder die Anmeldung bleibt dem Identitätsdienst der Organisation überlassen. Sitzungen enden auf dem Server.',
  'Every reading of results, every file, decision, load and refusal stands in an audit trail that is chained by hashes.':
    'Jedes Lesen von Ergebnissen, jede Datei, Entscheidung, Datenlieferung und Ablehnung steht in einem Prüfprotokoll, dessen Einträge durch Prüfsummen verkettet sind.',
  'A published release is frozen, carries a signature, and refuses changes also by the owner of the database.':
    'Eine Veröffentlichung ist eingefroren, trägt eine Signatur und verweigert Änderungen auch gegenüber dem Eigentümerzugang der Datenbank.',
  'Backups are encrypted; the keys go into a second file.':
    'Sicherungen sind verschlüsselt; die Schlüssel kommen in eine zweite Datei.',
  'Rights of the people inside': 'Rechte der Menschen, um die es geht',
  'To know: the trust pages can be read by everybody, without an account.':
    'Auf Wissen: Die Seiten des Vertrauenszentrums können alle lesen, auch ohne Konto.',
  'To a copy: on request one receives everything that is known about oneself, sealed to a key that only oneself has. It is on no screen.':
    'Auf eine Kopie: Auf Verlangen erhält man alles, was über einen selbst bekannt ist, versiegelt mit einem Schlüssel, den man allein besitzt. Es erscheint auf keinem Bildschirm.',
  'To be forgotten: on request everything about oneself is deleted. One receives a certificate.':
    'Auf Löschung: Auf Verlangen wird alles über die eigene Person gelöscht. Man erhält darüber eine Bescheinigung.',
  'To withdraw a consent: characteristic by characteristic, at once, without giving a reason.':
    'Auf Widerruf einer Einwilligung: Merkmal für Merkmal, sofort, ohne Angabe von Gründen.',
  'To correct: by the system from which the data come; the next load corrects them here.':
    'Auf Berichtigung: im System, aus dem die Daten kommen; die nächste Datenlieferung berichtigt sie hier.',
  'To take no part: mentoring is voluntary, and nobody can see who does not take part.':
    'Auf Nichtteilnahme: Mentoring ist freiwillig, und niemand kann sehen, wer nicht teilnimmt.',
  'To be filled in by the organisation:': 'Von der Organisation zu ergänzen:',
  'Annex for the works council': 'Anlage für den Betriebsrat',
  'What the mentoring analytics of this organisation do, and what they cannot do.':
    'Was die Mentoring-Auswertungen dieser Organisation leisten und was sie nicht können.',
  'In short': 'Kurz gefasst',
  'No screen, query, file or log shows a person or who works with whom. No role is excepted.':
    'Kein Bildschirm, keine Abfrage, keine Datei und kein Protokoll zeigt eine Person oder wer mit wem arbeitet. Keine Rolle ist ausgenommen.',
  'Results are about groups of at least {dimension} people, {special} where a personal characteristic is involved.':
    'Ergebnisse handeln von Gruppen mit mindestens {dimension} Menschen, {special} wo ein persönliches Merkmal beteiligt ist.',
  'Nobody’s meetings, minutes or messages are counted for anybody to see.':
    'Niemandes Treffen, Minuten oder Nachrichten werden so gezählt, dass jemand sie sehen könnte.',
  'The works council can read everything that is published, every certificate, and the trail of who opened what.':
    'Der Betriebsrat kann alles Veröffentlichte, jedes Zertifikat und das Protokoll darüber lesen, wer was geöffnet hat.',
  'Nothing of this gets looser without a second person saying yes, and never for a quarter that has begun.':
    'Nichts davon wird gelockert, ohne dass eine zweite Person zustimmt, und nie für ein Quartal, das schon begonnen hat.',
  Evaluations: 'Auswertungen',
  'These questions are answered, and no others:': 'Diese Fragen werden beantwortet und keine anderen:',
  Question: 'Frage',
  'Personal characteristics': 'Persönliche Merkmale',
  'What the works council can check by itself': 'Was der Betriebsrat selbst prüfen kann',
  'The policy in force, its earlier versions, who proposed and who approved them, and why: page “Policies”.':
    'Das geltende Regelwerk, seine früheren Fassungen, wer sie vorgeschlagen und wer ihnen zugestimmt hat, und warum: Seite „Regelwerke“.',
  'The certificate of each release: which rules, which attack, how much could be told about one person at most.':
    'Das Zertifikat jeder Veröffentlichung: welche Regeln, welcher Angriff, wie viel sich höchstens über eine Person sagen ließe.',
  'An exported release, with a program that needs no access to anything: overstory release attack FILE, overstory release verify FILE.':
    'Eine exportierte Veröffentlichung, mit einem Programm, das auf nichts zugreifen muss: overstory release attack DATEI, overstory release verify DATEI.',
  'The audit trail, with the role of auditor: who read, sent, decided or was refused what.':
    'Das Prüfprotokoll, mit der Rolle Prüfung: wer was gelesen, gesendet, entschieden hat oder wem was verweigert wurde.',
  'What another role sees, with the role of auditor: preview as a role.':
    'Was eine andere Rolle sieht, mit der Rolle Prüfung: Vorschau als Rolle.',
  Changes: 'Änderungen',
  'A policy is proposed by the programme owner and approved by the auditor. It holds from the next quarter on. This annex is written anew from the configuration whenever it is asked for; the version of the policy stands in it.':
    'Ein Regelwerk wird von der Programmverantwortung vorgeschlagen und von der Prüfung genehmigt. Es gilt ab dem nächsten Quartal. Diese Anlage wird bei jedem Abruf neu aus der Konfiguration geschrieben; die Fassung des Regelwerks steht darin.',
  'who of the works council holds the role of auditor, and how changes are announced.':
    'wer im Betriebsrat die Rolle Prüfung innehat und wie Änderungen angekündigt werden.',
  'Data protection impact assessment: draft': 'Datenschutz-Folgenabschätzung: Entwurf',
  'Analytics of the mentoring programme. Article 35 of the GDPR. A draft: what the product cannot know is marked.':
    'Auswertungen des Mentoring-Programms. Artikel 35 DSGVO. Ein Entwurf: Was das Produkt nicht wissen kann, ist markiert.',
  'What is planned': 'Was geplant ist',
  '{organisation} evaluates its mentoring programme.': '{organisation} wertet ihr Mentoring-Programm aus.',
  'Files from existing systems are loaded, identifiers are replaced, and results about groups are published each quarter.':
    'Dateien aus vorhandenen Systemen werden eingelesen, Kennungen ersetzt und jedes Quartal Ergebnisse über Gruppen veröffentlicht.',
  'Necessity and proportion': 'Notwendigkeit und Verhältnismäßigkeit',
  'Whether groups get mentoring alike cannot be seen without knowing who belongs to which group; single people are not needed in any result, and are in none.':
    'Ob Gruppen gleichermaßen Mentoring erhalten, lässt sich nicht sehen, ohne zu wissen, wer zu welcher Gruppe gehört; einzelne Menschen werden in keinem Ergebnis gebraucht und kommen in keinem vor.',
  'Free text is encrypted when it is read and used for nothing.':
    'Freitext wird beim Einlesen verschlüsselt und für nichts verwendet.',
  'No system is watched: there is no tracking of messages, calendars or code. What is loaded is what people or the programme wrote down on purpose.':
    'Kein System wird überwacht: Nachrichten, Kalender und Code werden nicht verfolgt. Eingelesen wird, was Beschäftigte oder das Programm absichtlich festgehalten haben.',
  'Groups below {dimension} people, or {special} with a personal characteristic, are not shown even where it would be interesting.':
    'Gruppen unter {dimension} Menschen, mit persönlichem Merkmal unter {special}, werden nicht gezeigt, auch wo es interessant wäre.',
  'No decision about a person is made by the product or from its results.':
    'Weder das Produkt noch seine Ergebnisse führen zu einer Entscheidung über eine Person.',
  'Risks, and what stands against them': 'Risiken, und was ihnen entgegensteht',
  Risk: 'Risiko',
  'What stands against it': 'Was ihm entgegensteht',
  'What remains': 'Was bleibt',
  'A colleague works out from results whether somebody takes part':
    'Jemand aus dem Kollegium schließt aus Ergebnissen, ob eine Person teilnimmt',
  'Every count that depends on who takes part is moved by chance; groups are large; how much can be told about one person is measured and limited':
    'Jede Anzahl, die von der Teilnahme abhängt, wird durch Zufall verschoben; Gruppen sind groß; wie viel sich über eine Person sagen lässt, wird gemessen und begrenzt',
  'A small gain over guessing, printed in the certificate of each release':
    'Ein kleiner Vorteil gegenüber dem Raten, ausgewiesen im Zertifikat jeder Veröffentlichung',
  'Somebody subtracts one number from another, or one quarter from the next':
    'Jemand zieht eine Zahl von einer anderen ab oder ein Quartal vom nächsten',
  'Groups hidden by subtraction; noise drawn afresh in each release; an attack on every release before it is published':
    'Gruppen, die sich durch Abziehen ergäben, sind verdeckt; das Rauschen wird bei jeder Veröffentlichung neu gezogen; jede Veröffentlichung wird vorher angegriffen',
  'Nothing that the attack finds': 'Nichts, was der Angriff findet',
  'An administrator looks': 'Die Administration sieht nach',
  'No page, query or file shows a person, to any role': 'Keine Seite, Abfrage oder Datei zeigt eine Person, gleich welcher Rolle',
  'Whoever has both database and keys, and may use them outside of the product':
    'Wer Datenbank und Schlüssel zugleich hat und sie außerhalb des Produkts verwenden kann',
  'Results are used to judge people': 'Ergebnisse werden benutzt, um Menschen zu beurteilen',
  'No figure about a person, a pair or a single mentor; every measure says what it must not be used for':
    'Keine Zahl über eine Person, ein Paar oder eine einzelne Mentoring-Rolle; jede Kennzahl sagt, wofür sie nicht verwendet werden darf',
  'A manager who draws conclusions about a group’s members all the same':
    'Eine Führungskraft, die dennoch auf Mitglieder einer Gruppe schließt',
  'A personal characteristic becomes known': 'Ein persönliches Merkmal wird bekannt',
  'Consent, groups of the higher size, both counts moved by chance, a limit over all releases for good':
    'Einwilligung, Gruppen der höheren Mindestgröße, beide Anzahlen durch Zufall verschoben, eine dauerhafte Grenze über alle Veröffentlichungen',
  'A fact about a group is a probable statement about its members':
    'Eine Tatsache über eine Gruppe ist eine wahrscheinliche Aussage über ihre Mitglieder',
  'Data are kept too long': 'Daten werden zu lange aufbewahrt',
  'Deletion by class of files, with a run that says first what would go':
    'Löschung nach Klassen von Dateien, mit einem Probelauf, der vorher sagt, was ginge',
  'Backups until they are overwritten': 'Sicherungen, bis sie überschrieben werden',
  'Somebody is not told': 'Jemand wird nicht unterrichtet',
  'Trust pages without an account, in plain words': 'Seiten des Vertrauenszentrums ohne Konto, in einfachen Worten',
  'People who never look at them': 'Menschen, die sie nie ansehen',
  'likelihood and severity of each risk in this organisation, and whether what remains is acceptable.':
    'Eintrittswahrscheinlichkeit und Schwere jedes Risikos in dieser Organisation, und ob das Verbleibende hinnehmbar ist.',
  'Technical and organisational measures': 'Technische und organisatorische Maßnahmen',
  'Views of those concerned': 'Standpunkte der Betroffenen',
  'what the works council and the people concerned said, and what was changed.':
    'was der Betriebsrat und die Betroffenen gesagt haben und was geändert wurde.',
  'advice of the data protection officer, and the decision, with date and signature.':
    'Stellungnahme der oder des Datenschutzbeauftragten und die Entscheidung, mit Datum und Unterschrift.',
  'Record of processing activities': 'Verzeichnis von Verarbeitungstätigkeiten',
  'Analytics of the mentoring programme. Article 30 of the GDPR.': 'Auswertungen des Mentoring-Programms. Artikel 30 DSGVO.',
  'Who is responsible': 'Wer verantwortlich ist',
  What: 'Was',
  Who: 'Wer',
  Controller: 'Verantwortlicher',
  Contact: 'Kontakt',
  'not named in the settings': 'in den Einstellungen nicht genannt',
  Software: 'Software',
  'Overstory {version}, run by the controller': 'Overstory {version}, betrieben vom Verantwortlichen',
  'representative of the controller and data protection officer, with addresses.':
    'Vertretung des Verantwortlichen und Datenschutzbeauftragte, mit Anschriften.',
  'legal basis (for example Article 6(1)(f), or a works agreement), and for personal characteristics the consent under Article 9(2)(a).':
    'Rechtsgrundlage (zum Beispiel Artikel 6 Absatz 1 Buchstabe f oder eine Betriebsvereinbarung), und für persönliche Merkmale die Einwilligung nach Artikel 9 Absatz 2 Buchstabe a.',
  'Categories of people': 'Kategorien von Menschen',
  'Employees of the organisation, whether or not they take part in mentoring':
    'Beschäftigte der Organisation, ob sie am Mentoring teilnehmen oder nicht',
  'People who left, for as long as the section on keeping says': 'Ausgeschiedene, solange es der Abschnitt zur Aufbewahrung sagt',
  'Special categories': 'Besondere Kategorien',
  Transfers: 'Übermittlungen',
  'The product sends nothing to anybody: no service of ours or of others is called.':
    'Das Produkt sendet niemandem etwas: Kein Dienst, weder unserer noch ein fremder, wird aufgerufen.',
  'where the server and its backups stand.': 'wo der Server und seine Sicherungen stehen.',
  'everybody, also without an account': 'alle, auch ohne Konto',
  'every role': 'jede Rolle',
  'whoever runs the server, by the command line': 'wer den Server betreibt, über die Kommandozeile',
  'Sample data: an invented organisation.': 'Beispieldaten: eine erfundene Organisation.',
  'Written on {madeOn} from the running configuration, policy {policy}, Overstory {version}.':
    'Geschrieben am {madeOn} aus der laufenden Konfiguration, Regelwerk {policy}, Overstory {version}.',
};
