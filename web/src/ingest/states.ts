/** States of a load in words. */
const STATES: Readonly<Record<string, string>> = {
  receiving: 'Received, not checked yet',
  staged: 'Waits for your decision',
  confirmed: 'Confirmed',
  'withdrawn-by': 'Withdrawn by a later load',
  withdrawn: 'Withdrawn by a later load',
  discarded: 'Discarded',
  failed: 'Stopped; nothing of it was kept',
};

export const stateInWords = (state: string): string => STATES[state.toLowerCase().replaceAll('_', '-')] ?? state;
