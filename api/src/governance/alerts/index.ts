export { chooseAlerts, chosenAlerts } from './choices.js';
export { type AlertKind, ALERTS, type AlertOffer, alertsFor } from './kinds.js';
export { letterOf, type LetterContent, type Waiting } from './letter.js';
export { alertAccounts, dueOf, tellAccount, type Telling, type WaitingList, type WaitingThing } from './tell.js';
