import type { Figure } from '../model/model.js';
import { curveSvg } from './curve.js';
import { intervalsSvg } from './intervals.js';

/** The drawing of a figure, the same on paper and on a page. */
export const svgOf = (figure: Figure): string => (figure.kind === 'curve' ? curveSvg(figure) : intervalsSvg(figure));
