import { drawnIn } from './drawn.js';
import { FONTS, svg } from './svg.js';

/** What stands around a drawing: all of it is read on the page as well. */
export interface Told {
  readonly title: string;
  readonly subtitle: string;
  readonly howToRead: string;
  readonly notes: readonly string[];
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly text: string;
}

const EDGE = 24;
const NARROWEST = 560;

/** The drawing of a figure with its words, in the colours of paper whatever theme the reader likes. */
export function pictureOf(chart: HTMLElement, told: Told): Picture {
  const paper = onPaper(chart);
  try {
    return composed(paper, told);
  } finally {
    paper.remove();
  }
}

/** A copy beside the page, as wide as what is drawn needs; `kit/tokens.css` gives paper its colours. */
function onPaper(chart: HTMLElement): HTMLElement {
  const widest = Math.max(chart.clientWidth, ...[...chart.querySelectorAll('table')].map((table) => table.scrollWidth + 4));
  const paper = document.createElement('div');
  paper.dataset['paper'] = '';
  paper.setAttribute('aria-hidden', 'true');
  paper.inert = true;
  paper.style.width = `${widest}px`;
  const copy = chart.cloneNode(true) as HTMLElement;
  for (const named of copy.querySelectorAll('[id]')) if (!named.closest('defs')) named.removeAttribute('id');
  paper.append(copy);
  document.body.append(paper);
  return paper;
}

interface Block {
  readonly lines: readonly string[];
  readonly size: number;
  readonly weight: number;
  readonly colour: string;
}

function composed(paper: HTMLElement, told: Told): Picture {
  const box = paper.getBoundingClientRect();
  const width = Math.max(box.width, NARROWEST) + 2 * EDGE;
  const { text, quiet, ground } = coloursOf(paper);
  const block = (words: string, size: number, weight: number, colour: string): Block => ({
    lines: wrapped(words, width - 2 * EDGE, `${weight} ${size}px ${FONTS}`),
    ...{ size, weight, colour },
  });
  const head = stacked([block(told.title, 20, 600, text), block(told.subtitle, 14, 400, quiet)], EDGE);
  const plot = svg(
    'svg',
    { x: EDGE, y: head.end + 8, width: box.width, height: box.height, overflow: 'visible' },
    drawnIn(paper),
  );
  const foot = [told.howToRead, ...told.notes].map((note) => block(note, 13, 400, quiet));
  const below = stacked(foot, head.end + 8 + box.height + 8);
  const height = Math.ceil(below.end + EDGE - 8);
  const whole = svg('svg', { width, height, viewBox: `0 0 ${width} ${height}`, role: 'img' }, [
    svg('title', {}, [document.createTextNode(told.title)]),
    svg('desc', {}, [document.createTextNode(told.subtitle)]),
    svg('rect', { width, height, fill: ground }),
    ...head.texts,
    plot,
    ...below.texts,
  ]);
  return { width, height, text: new XMLSerializer().serializeToString(whole) };
}

function coloursOf(paper: HTMLElement): { text: string; quiet: string; ground: string } {
  const style = getComputedStyle(paper);
  return { text: style.color, quiet: style.getPropertyValue('--text-2').trim(), ground: style.backgroundColor };
}

/** Blocks below each other, from a height on. */
function stacked(blocks: readonly Block[], from: number): { texts: SVGElement[]; end: number } {
  const texts: SVGElement[] = [];
  let y = from;
  for (const { lines, size, weight, colour } of blocks) {
    for (const line of lines) {
      y += size * 1.4;
      const look = { fill: colour, 'font-family': FONTS, 'font-size': size, 'font-weight': weight };
      texts.push(svg('text', { x: EDGE, y: y - size * 0.3, ...look }, [document.createTextNode(line)]));
    }
    y += 6;
  }
  return { texts, end: y };
}

function wrapped(words: string, width: number, font: string): string[] {
  const pen = document.createElement('canvas').getContext('2d');
  if (pen === null) return [words];
  pen.font = font;
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && pen.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
