import { describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import path from 'node:path';

const CSS = fs.readFileSync(path.join(import.meta.dirname, 'tokens.css'), 'utf8');
const [LIGHT = '', DARK = ''] = CSS.split(":root[data-mantine-color-scheme='dark'] {");

type Colour = readonly [number, number, number];

function token(theme: string, name: string): Colour {
  const hex = new RegExp(`--${name}: #([0-9a-f]{6})`).exec(theme)?.[1] ?? '';
  const [r, g, b] = [0, 2, 4].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255));
  return [r ?? NaN, g ?? NaN, b ?? NaN];
}

const linear = (c: number): number => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);

const times = (matrix: readonly Colour[], [x, y, z]: Colour): Colour =>
  matrix.map(([a, b, c]) => a * x + b * y + c * z) as unknown as Colour;

/** Machado, Oliveira and Fernandes 2009, full severity, on linear light. */
const EYES: Readonly<Record<string, readonly Colour[]>> = {
  usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
}; // prettier-ignore

/** Ottosson’s OKLab, whose distances are those that people see. */
function oklab(colour: Colour): Colour {
  const cones = times(
    [[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566], [0.0883024619, 0.2817188376, 0.6299787005]],
    colour,
  ); // prettier-ignore
  const [l, m, s] = cones.map((one) => Math.cbrt(Math.max(0, one))) as unknown as Colour;
  return times(
    [[0.2104542553, 0.793617785, -0.0040720468], [1.9779984951, -2.428592205, 0.4505937099], [0.0259040371, 0.7827717662, -0.808675766]],
    [l, m, s],
  ); // prettier-ignore
}

/** Hundredths of the whole range of lightness. */
function distance(one: Colour, other: Colour, eye: readonly Colour[]): number {
  const [a, b] = [oklab(times(eye, one)), oklab(times(eye, other))];
  return 100 * Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** What has to be told apart by more than its shape: the two series, and both ends of the scale around parity. */
const PAIRS = [['series-1', 'series-2'], ['parity-1', 'parity-7'], ['parity-2', 'parity-6'], ['lower-text', 'higher-text']] as const; // prettier-ignore

describe('the colours of the tokens', () => {
  it.each(Object.keys(EYES))('stay apart for eyes with %s vision, in both themes', (eye) => {
    for (const theme of [LIGHT, DARK])
      for (const [one, other] of PAIRS) {
        const apart = distance(token(theme, one), token(theme, other), EYES[eye] ?? []);
        expect([one, other, apart >= 10, apart]).toEqual([one, other, true, expect.any(Number)]);
      }
  });

  it('would be found too alike if they were', () => {
    expect(distance(token(LIGHT, 'series-1'), token(LIGHT, 'link'), EYES['usual'] ?? [])).toBeLessThan(25);
    const [red, green] = [[linear(0.8), 0, 0], [0, linear(0.42), 0]] as unknown as [Colour, Colour]; // prettier-ignore
    expect(distance(red, green, EYES['deuteranopia'] ?? [])).toBeLessThan(distance(red, green, EYES['usual'] ?? []) / 2);
  });
});
