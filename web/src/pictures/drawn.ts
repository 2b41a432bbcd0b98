import { FONTS, svg } from './svg.js';

/** Shapes and what places them. Everything else about an element (names, values, roles, handlers) stays on the page. */
const SHAPES = new Set(['svg', 'g', 'defs', 'clipPath', 'rect', 'line', 'path', 'circle', 'ellipse', 'text', 'tspan']);
const PLACING = [
  'x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'dx', 'dy', 'd', 'width', 'height', 'id', 'clip-path',
  'viewBox', 'preserveAspectRatio', 'transform',
]; // prettier-ignore
const PAINT = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'opacity'];
const LETTERS = ['font-size', 'font-weight', 'text-anchor'];

/** What is said to a screen reader, or only while somebody points at it, is not drawn. */
const ASIDE = '.visually-hidden, .no-print, [role="status"], .recharts-tooltip-wrapper';

/** Everything that a part of the page draws, as shapes and texts on the same places, from the left upper corner on. */
export function drawnIn(part: HTMLElement): SVGElement[] {
  const { left, top } = part.getBoundingClientRect();
  return drawn(part, { left, top });
}

interface Corner {
  readonly left: number;
  readonly top: number;
}

function drawn(element: Element, corner: Corner): SVGElement[] {
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden' || element.matches(ASIDE)) return [];
  if (element instanceof SVGSVGElement) return [plot(element, corner)];
  const children = [...element.childNodes].flatMap((child) => {
    if (child instanceof Text) return written(child, style, corner);
    return child instanceof Element ? drawn(child, corner) : [];
  });
  return [...ground(element, style, corner), ...children];
}

/** A drawing among the text: its own shapes, at its place and of its size. */
function plot(element: SVGSVGElement, { left, top }: Corner): SVGElement {
  const box = element.getBoundingClientRect();
  const copy = shape(element) ?? svg('svg');
  for (const [key, value] of [
    ['x', box.left - left],
    ['y', box.top - top],
    ['width', box.width],
    ['height', box.height],
  ] as const)
    copy.setAttribute(key, String(Math.round(value * 100) / 100));
  return copy;
}

function shape(element: SVGElement): SVGElement | null {
  const name = element.localName;
  if (!SHAPES.has(name)) return null;
  const style = getComputedStyle(element);
  if (style.display === 'none') return null;
  const copy = svg(name as 'g');
  for (const key of PLACING) {
    const value = element.getAttribute(key);
    if (value !== null) copy.setAttribute(key, value);
  }
  paint(copy, element, style);
  for (const child of element.childNodes) {
    if (child instanceof Text) copy.append(child.data);
    const inner = child instanceof SVGElement ? shape(child) : null;
    if (inner !== null) copy.append(inner);
  }
  return copy;
}

/** Colours and letters as the page computed them: names of colours would mean nothing elsewhere. */
function paint(copy: SVGElement, element: SVGElement, style: CSSStyleDeclaration): void {
  const letters = element.localName === 'text' || element.localName === 'tspan';
  if (element.localName === 'svg') copy.setAttribute('overflow', style.overflow === 'visible' ? 'visible' : 'hidden');
  else for (const key of PAINT) copy.setAttribute(key, style.getPropertyValue(key));
  if (!letters) return;
  for (const key of LETTERS) copy.setAttribute(key, style.getPropertyValue(key));
  copy.setAttribute('font-family', FONTS);
}

const CLEAR = /^(rgba\(0, 0, 0, 0\)|transparent)$/;

/** The coloured ground of a cell; the hatching of a hidden one becomes its even colour. */
function ground(element: Element, style: CSSStyleDeclaration, { left, top }: Corner): SVGElement[] {
  const hatched = style.backgroundImage !== 'none';
  if (!hatched && CLEAR.test(style.backgroundColor)) return [];
  const fill = hatched ? style.getPropertyValue('--hidden-tint').trim() : style.backgroundColor;
  const { x, y, width, height } = element.getBoundingClientRect();
  return [svg('rect', { x: x - left, y: y - top, width, height, fill })];
}

/** A text, line by line where the page broke it; its width is kept, whatever font it is shown with. */
function written(text: Text, style: CSSStyleDeclaration, { left, top }: Corner): SVGElement[] {
  const size = Number.parseFloat(style.fontSize);
  return linesOf(text).map(({ line, box }) =>
    svg(
      'text',
      {
        x: box.left - left,
        // The letters stand a little below the middle of their line.
        y: box.top - top + box.height / 2 + size * 0.35,
        textLength: box.width,
        lengthAdjust: 'spacingAndGlyphs',
        fill: style.color,
        'font-family': FONTS,
        'font-size': size,
        'font-weight': style.fontWeight,
      },
      [document.createTextNode(line)],
    ),
  );
}

function linesOf(text: Text): { line: string; box: DOMRect }[] {
  const lines: { line: string; from: number; to: number; top: number }[] = [];
  for (const { 0: word, index } of text.data.matchAll(/\S+/g)) {
    const { top } = boxOf(text, index, index + word.length);
    const last = lines.at(-1);
    if (last !== undefined && Math.abs(last.top - top) < 2) {
      last.line += ` ${word}`;
      last.to = index + word.length;
    } else lines.push({ line: word, from: index, to: index + word.length, top });
  }
  return lines.map(({ line, from, to }) => ({ line, box: boxOf(text, from, to) })).filter(({ box }) => box.width > 0);
}

function boxOf(text: Text, from: number, to: number): DOMRect {
  const range = document.createRange();
  range.setStart(text, from);
  range.setEnd(text, to);
  return range.getBoundingClientRect();
}
