import { describe, expect, it } from '@jest/globals';
import { CHARTER_TEMPLATES, type CharterContent } from '../tracks/index.js';
import { looksOf, type ReleaseAtLook } from './looks.js';
import type { TrackVerdict } from './verdict.js';

const QUARTERS = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'];
const EACH = 100;
const SPREAD = 10;
const CHARTER: CharterContent = {
  ...(CHARTER_TEMPLATES.find(({ key }) => key === 'coaching')?.content as CharterContent),
  looks: QUARTERS,
  people: { first: EACH, each: EACH, minimum: 20 },
};
const TRACKS = 2000;
const Z95 = 1.959963984540054;

/** Mulberry32 and Box–Muller: the same tracks in every run. */
function normals(seed: number): () => number {
  let state = seed;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

/** A track that does nothing, as four releases tell it: people add up, the noise of each release is its own. */
function nullTrack(normal: () => number, noiseLevel: number): ReleaseAtLook[] {
  let sum = 0;
  return QUARTERS.map((period, k) => {
    const people = EACH * (k + 1);
    sum += normal() * SPREAD * Math.sqrt(EACH);
    const noise = noiseLevel * 30;
    const value = (sum + normal() * noise) / people;
    const [own, drawn] = [SPREAD ** 2 / people, (noise / people) ** 2];
    const half = Z95 * Math.sqrt(own + drawn);
    const figure = { value, lower: value - half, upper: value + half, people, noise: drawn / (own + drawn) };
    return { period, releaseId: period, publishedAt: period, reading: { kind: 'read', figure } };
  });
}

const SAYS_SOMETHING: readonly TrackVerdict[] = [
  'clear_benefit',
  'benefit_unsure',
  'benefit_small',
  'harm_small',
  'harm_unsure',
  'clear_harm',
];

interface Rates {
  /** Tracks of which some look said that they do something. */
  readonly looks: number;
  /** Tracks of which some plain 95 % interval excluded nothing. */
  readonly naive: number;
}

function ratesOf(noiseLevel: number, tracks = TRACKS): Rates {
  const normal = normals(20261121);
  let [looks, naive] = [0, 0];
  for (let i = 0; i < tracks; i += 1) {
    const released = nullTrack(normal, noiseLevel);
    const read = looksOf(CHARTER, { planned: QUARTERS, unplanned: [] }, released);
    if (read.some(({ verdict }) => SAYS_SOMETHING.includes(verdict))) looks += 1;
    if (released.some(({ reading }) => reading.kind === 'read' && (reading.figure.lower > 0 || reading.figure.upper < 0)))
      naive += 1;
  }
  return { looks: looks / tracks, naive: naive / tracks };
}

/** Three standard errors of a share. */
const slack = (share: number): number => 3 * Math.sqrt((share * (1 - share)) / TRACKS);

describe('2,000 tracks that do nothing, looked at four times', () => {
  it('are called something in at most one of twenty cases; plain intervals would do so in one of eight', () => {
    const { looks, naive } = ratesOf(0);
    expect(looks).toBeLessThanOrEqual(0.05 + slack(0.05));
    expect(looks).toBeGreaterThan(0.05 - slack(0.05));
    expect(Math.abs(naive - 0.126)).toBeLessThan(slack(0.126));
  });

  it('are so also with the noise of published figures', () => {
    const { looks, naive } = ratesOf(3);
    expect(looks).toBeLessThanOrEqual(0.05 + slack(0.05));
    expect(naive).toBeGreaterThan(0.126 - slack(0.126));
  });
});
