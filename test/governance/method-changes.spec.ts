import { describe, expect, it } from '@jest/globals';
import { methodChanges } from '../../api/src/app/reading/method-changes.js';

const release = (period: string, day: string, method: string): Parameters<typeof methodChanges>[0][number] =>
  ({
    period,
    publishedAt: new Date(`${day}T00:00:00Z`),
    certificate: { versions: { method } },
  }) as unknown as Parameters<typeof methodChanges>[0][number];

describe('changes of methods', () => {
  it('are told from one published release to the next, whatever order they come in', () => {
    const released = [
      release('2026-Q3', '2026-10-05', 'dose/2 parity/1 pulse/1'),
      release('2026-Q1', '2026-04-05', 'dose/1 parity/1'),
      release('2026-Q2', '2026-07-05', 'dose/1 parity/1'),
    ];
    expect(methodChanges(released)).toEqual([
      { on: '2026-10-05T00:00:00.000Z', what: 'Methods changed with the release of 2026-Q3: dose/2, pulse/1.', why: '' },
    ]);
  });

  it('are none with a first release, nor with a draft', () => {
    expect(methodChanges([release('2026-Q1', '2026-04-05', 'dose/1')])).toEqual([]);
    expect(methodChanges([])).toEqual([]);
  });
});
