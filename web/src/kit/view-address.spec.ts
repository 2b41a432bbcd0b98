import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isPublished, nearestBreakdown, readView, type View, withPeriod, writeView } from './view-address.js';

const read = (text: string): View => readView(new URLSearchParams(text));

describe('the address of a view', () => {
  it('writes its parameters always in the same order', () => {
    expect(writeView({ show: 'table', by: ['level', 'team'], variant: 'mentee', period: '2026-Q3' })).toBe(
      '?period=2026-Q3&variant=mentee&by=level&split=team&view=table',
    );
    expect(writeView({})).toBe('');
  });

  it('comes back as it was written', () => {
    const key = fc.stringMatching(/^[a-z][a-z0-9_]{0,20}$/);
    fc.assert(
      fc.property(
        fc.uniqueArray(key, { maxLength: 2 }),
        fc.option(key),
        fc.constantFrom('chart', 'table', null),
        (by, variant, show) => {
          const view: View = { period: '2026-Q3', variant, by, show };
          expect(read(writeView(view))).toEqual(view);
        },
      ),
    );
  });

  it('leaves out what is no key', () => {
    expect(read('?period=2026-Q3&by=<script>&view=all&variant=a b')).toEqual({
      period: '2026-Q3',
      variant: null,
      by: [],
      show: null,
    });
    expect(read(`?by=${'x'.repeat(200)}`).by).toEqual([]);
  });

  it('takes only the period along', () => {
    expect(withPeriod('/trust', '2026-Q3')).toBe('/trust?period=2026-Q3');
    expect(withPeriod('/trust', null)).toBe('/trust');
  });
});

describe('the nearest published view', () => {
  const published = [[], ['team'], ['level'], ['team', 'level']];

  it('is the wish itself where it is published, in either order', () => {
    expect(nearestBreakdown(['team', 'level'], published)).toEqual(['team', 'level']);
    expect(nearestBreakdown(['level', 'team'], published)).toEqual(['team', 'level']);
    expect(isPublished(['level', 'team'], published)).toBe(true);
  });

  it('is a part of the wish, or the first there is', () => {
    expect(nearestBreakdown(['level', 'location'], published)).toEqual(['level']);
    expect(nearestBreakdown(['location', 'team'], published)).toEqual(['team']);
    expect(nearestBreakdown(['elsewhere'], published)).toEqual(['team']);
    expect(nearestBreakdown([], [[]])).toEqual([]);
    expect(isPublished(['elsewhere'], published)).toBe(false);
  });
});
