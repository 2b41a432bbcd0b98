import { percent } from '#wording';
import { escaped } from '../files/xml.js';
import type { CurvePoint, Figure } from '../model/model.js';
import { INK, text } from './intervals.js';

type Curve = Extract<Figure, { kind: 'curve' }>;

const WIDTH = 720;
const HEIGHT = 270;
const PLOT = { left: 60, right: 700, top: 24, bottom: 220 } as const;

/** The share who have reached it, in steps at the points that were released, with the interval of each point. */
export function curveSvg({ points, axisLabel, alt }: Curve): string {
  const last = points.at(-1)?.at ?? 1;
  const most = [0.25, 0.5, 1].find((top) => points.every(({ upper }) => upper <= top)) ?? 1;
  const x = (at: number): number => Math.round(PLOT.left + (at / last) * (PLOT.right - PLOT.left - 40));
  const y = (share: number): number => Math.round((PLOT.bottom - (share / most) * (PLOT.bottom - PLOT.top)) * 100) / 100;
  const shares = [0, 1, 2, 3, 4].map((i) => (most * i) / 4);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${escaped(alt)}" font-family="Libertinus Serif, Georgia, serif" font-size="12">`,
    ...shares.map((share) => shareLine(y(share), percent(share))),
    `<path d="${steps(points, x, y)}" fill="none" stroke="${INK.first}" stroke-width="2"/>`,
    ...points.map((point) => pointAt(point, x(point.at), y)),
    ...points.map(({ at }) => text(x(at), PLOT.bottom + 16, String(at), { anchor: 'middle', fill: INK.soft })),
    text((PLOT.left + PLOT.right) / 2, PLOT.bottom + 36, axisLabel, { anchor: 'middle', fill: INK.soft }),
    '</svg>',
  ].join('');
}

const shareLine = (y: number, label: string): string =>
  `<line x1="${PLOT.left}" x2="${PLOT.right}" y1="${y}" y2="${y}" stroke="${INK.grid}"/>${text(PLOT.left - 8, y + 4, label, { anchor: 'end', fill: INK.soft })}`;

type Scale = (value: number) => number;

/** It stays where it was until the next point: nothing is said of the days between. */
function steps(points: readonly CurvePoint[], x: Scale, y: Scale): string {
  const each = points.map(({ at, value }) => `H${x(at)}V${y(value)}`);
  return `M${x(0)} ${y(0)}${each.join('')}`;
}

function pointAt({ value, lower, upper }: CurvePoint, x: number, y: Scale): string {
  const interval = `<line x1="${x}" x2="${x}" y1="${y(lower)}" y2="${y(upper)}" stroke="${INK.first}" stroke-width="2"/>`;
  const dot = `<circle cx="${x}" cy="${y(value)}" r="4.5" fill="${INK.first}" stroke="#FFFFFF"/>`;
  return `${interval}${dot}${text(x + 8, y(value) - 6, percent(value))}`;
}
