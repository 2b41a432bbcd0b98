import { describe, expect, it } from '@jest/globals';
import { asVariables, EVERYTHING, isFiltered, readTrailView, type TrailView, writeTrailView } from './trail-address.js';

const read = (text: string): TrailView => readTrailView(new URLSearchParams(text));

describe('the address of a view of the trail', () => {
  it('holds all that is looked for, and comes back the same', () => {
    const view = {
      who: 'a+b@example.org',
      kind: 'denial',
      subject: 'Query & more',
      from: '2026-01-01',
      until: '2026-02-01',
      below: 120,
    };
    expect(read(writeTrailView(view))).toEqual(view);
    expect(writeTrailView(EVERYTHING)).toBe('');
    expect(writeTrailView({ ...EVERYTHING, until: '2026-02-01', kind: 'read' })).toBe('?kind=read&until=2026-02-01');
  });

  it('of something else asks for nothing', () => {
    expect(read('below=-1&below=x&period=2026-Q3')).toEqual(EVERYTHING);
    expect(read('below=0').below).toBeNull();
    expect(read(`who=${'x'.repeat(500)}`).who).toHaveLength(200);
  });

  it('becomes a question without empty parts', () => {
    expect(asVariables(EVERYTHING)).toEqual({});
    expect(asVariables({ ...EVERYTHING, who: 'operator', below: 7 })).toEqual({ who: 'operator', below: 7 });
    expect([isFiltered(EVERYTHING), isFiltered({ ...EVERYTHING, below: 7 }), isFiltered({ ...EVERYTHING, kind: 'read' })]).toEqual([
      false, false, true,
    ]); // prettier-ignore
  });
});
