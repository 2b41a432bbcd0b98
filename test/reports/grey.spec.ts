import { describe, expect, it } from '@jest/globals';
import { INK } from '../../api/src/reports/figures/intervals.js';
import { svgOf } from '../../api/src/reports/figures/svg.js';
import { INK as SLIDE_INK } from '../../api/src/reports/pptx/shapes.js';
import { contrast } from './contrast.js';

const row = { depth: 0, lower: 0.4, upper: 0.6, text: '50 % (40 % to 60 %)' };
const figure = svgOf({
  kind: 'interval',
  format: 'ratio',
  axisLabel: 'Ratio',
  similar: { low: 0.8, high: 1.25 },
  rows: [
    { ...row, label: 'All', value: 0.5, total: true },
    { ...row, label: 'Some', value: 0.5, total: false },
    { ...row, label: 'Hidden', value: null, lower: null, upper: null, text: '[c] hidden', total: false },
  ],
  alt: 'a figure',
});

describe('on a grey page', () => {
  it('letters and marks stand out from paper and from the band behind them', () => {
    for (const { text, soft, first, second, line, band } of [INK, SLIDE_INK])
      for (const ground of ['#FFFFFF', band]) {
        for (const letters of [text, soft]) expect(contrast(letters, ground)).toBeGreaterThan(4.5);
        for (const mark of [first, second, line]) expect(contrast(mark, ground)).toBeGreaterThan(3);
      }
  });

  it('a figure tells by shape and words what it tells by colour', () => {
    expect(figure).toMatch(/<path d="M[^"]*l6 6l-6 6l-6 -6z"/);
    expect(figure).toMatch(/<circle /);
    expect(figure).toContain('[c] hidden');
    const unknown = [...figure.matchAll(/(?:fill|stroke)="(#\w{6})"/g)].map(([, colour = '']) => colour);
    expect(unknown.filter((colour) => ![...Object.values(INK), '#FFFFFF'].includes(colour))).toEqual([]);
  });
});
