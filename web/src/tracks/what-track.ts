import { t } from '../language/index.js';

/** Words of the catalogue of tracks; what this version does not know stands as the data have it. */
const WORDS: Readonly<Record<string, string>> = {
  onboarding: t('onboarding'),
  legacy: t('legacy'),
  role: t('role##purpose'),
  skill: t('skill##purpose'),
  leadership: t('leadership'),
  other: t('other##purpose'),
  technical: t('technical'),
  both: t('both##focus'),
  peer: t('peer'),
  senior: t('senior'),
  principal: t('principal'),
};

export const trackWord = (key: string): string => WORDS[key] ?? key;
