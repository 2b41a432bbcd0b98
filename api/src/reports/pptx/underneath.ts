import { INK, paragraph, type Shape, textBox } from './shapes.js';
import { BODY } from './slide-tables.js';

/** A line or two under a title. */
export const underneath = (said: string): Shape =>
  textBox([paragraph(said, { points: 14, colour: INK.soft })], { x: BODY.x, y: 1.45, w: BODY.w, h: 0.55, alt: said });
