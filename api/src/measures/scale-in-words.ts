import type { Sensitivity } from '../kernel/index.js';

/** Range, cap and unit of a drawn statistic: what one person can move. */
export function scaleInWords(sensitivity: Sensitivity): string {
  switch (sensitivity.kind) {
    case 'open':
      return 'an open fact, exact';
    case 'catalogue':
      return 'a number of tracks, exact';
    case 'count':
      return 'a count of people: one each';
    case 'rows':
      return sensitivity.cap === 1 ? 'rows, together at most one a person' : `rows, at most ${sensitivity.cap} a person`;
    case 'sum':
      return `a sum of values from ${sensitivity.low} to ${sensitivity.high}, at most ${sensitivity.cap} a person`;
    case 'squares':
      return `squares of values from ${sensitivity.low} to ${sensitivity.high} about the middle, at most ${sensitivity.cap} a person`;
    case 'bounded':
      return `a sum that nobody moves by more than ${sensitivity.most}`;
    case 'fit':
      return 'an estimate of a model; what each person moves it by is cut off at a bound that follows from drawn counts';
  }
}
