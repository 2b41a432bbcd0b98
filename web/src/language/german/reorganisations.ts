import type { Catalogue } from '../text.js';

export const reorganisations: Catalogue = {
  'Reorganisations': 'Reorganisationen',
  'Say which team became which. The quarters of a team that was renamed or moved are joined, and its managers keep their view. Published results stay as they are.':
    'Sagen Sie, welches Team zu welchem wurde. Die Quartale eines Teams, das umbenannt oder verschoben wurde, werden verbunden, und seine Leitung behält ihren Blick. Veröffentlichte Ergebnisse bleiben, wie sie sind.',
  'Joined: it is the same team': 'Verbunden: Es ist dasselbe Team',
  'Broken [b]: teams were merged': 'Bruch [b]: Teams wurden zusammengelegt',
  'Broken [b]: a team was split': 'Bruch [b]: Ein Team wurde geteilt',
  'Broken [b]: teams were drawn anew': 'Bruch [b]: Teams wurden neu geschnitten',
  'Nothing was entered. A team that changes its name begins a new series until you say which one it was.':
    'Nichts ist eingetragen. Ein Team, das seinen Namen ändert, beginnt eine neue Reihe, bis Sie sagen, welches es war.',
  'First day': 'Erster Tag',
  'What happened': 'Was geschah',
  'Quarters before and after': 'Quartale davor und danach',
  'Reorganisations, the newest first': 'Reorganisationen, die neueste zuerst',
  'What you can do': 'Was Sie tun können',
  'Take back: {sentence}': 'Zurücknehmen: {sentence}',
  'Take back': 'Zurücknehmen',
  'A reorganisation': 'Eine Reorganisation',
  'First day of the new teams': 'Erster Tag der neuen Teams',
  'Teams as they were': 'Teams, wie sie waren',
  'Their paths, one in a line. One team before and one after is a new name or a new place.':
    'Ihre Pfade, einer je Zeile. Ein Team davor und eines danach ist ein neuer Name oder ein neuer Platz.',
  'Teams as they are': 'Teams, wie sie sind',
  'Their paths as your files give them, one in a line. Teams below a renamed one follow by themselves.':
    'Ihre Pfade, wie Ihre Dateien sie nennen, einer je Zeile. Teams unter einem umbenannten folgen von selbst.',
  'Record the reorganisation': 'Reorganisation eintragen',
  'Teams of published quarters': 'Teams veröffentlichter Quartale',
  'No quarter is published yet.': 'Noch ist kein Quartal veröffentlicht.',
  'It is the same team under another name, so its quarters are joined.':
    'Es ist dasselbe Team unter einem anderen Namen, deshalb sind seine Quartale verbunden.',
  'There is a problem': 'Es gibt ein Problem',
  'Published as': 'Veröffentlicht als',
}; // prettier-ignore
