import { describe, expect, it } from '@jest/globals';
import { t } from '#language';
import { inLanguage } from '../../translation/index.js';
import { Remembered } from './remembered.js';

describe('answers that are remembered', () => {
  it('are found once for each language, in its words', async () => {
    const answers = new Remembered<string>(4);
    let found = 0;
    const ask = (): Promise<string> =>
      answers.get('who', () => {
        found += 1;
        return Promise.resolve(t('Administrator'));
      });
    const german = (): Promise<string> => inLanguage('de', ask);
    expect([await ask(), await german(), await ask(), await german()]).toEqual([
      'Administrator',
      'Administration',
      'Administrator',
      'Administration',
    ]);
    expect(found).toBe(2);
  });

  it('are asked for again after a fault', async () => {
    const answers = new Remembered<number>(4);
    await expect(answers.get('one', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await answers.get('one', () => Promise.resolve(1))).toBe(1);
  });
});
