import { t } from '../language/index.js';

/** States of a load in words. */
const STATES: Readonly<Record<string, string>> = {
  receiving: t('Received, not checked yet'),
  staged: t('Waits for your decision'),
  confirmed: t('Confirmed'),
  'withdrawn-by': t('Withdrawn by a later load'),
  withdrawn: t('Withdrawn by a later load'),
  discarded: t('Discarded'),
  failed: t('Stopped; nothing of it was kept'),
};

export const stateInWords = (state: string): string => STATES[state.toLowerCase().replaceAll('_', '-')] ?? state;

/** A load by its number, or by its name while it has none. */
export const loadInWords = ({ number, id }: { readonly number: number | null; readonly id: string }): string =>
  number === null ? t('Load (draft {id})', { id }) : t('Load {number}', { number: String(number) });
