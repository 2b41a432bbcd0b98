import type { Installation } from '../../platform/index.js';
import type { CharterContent } from '../../tracks/index.js';
import { usingPool } from '../with-installation.js';

type Own = Pick<CharterContent, 'aim' | 'outcome' | 'smallestEffect' | 'people'> &
  Partial<CharterContent> & { readonly copiedFrom?: string };

const SKILL = { outcome: 'skill_change', smallestEffect: 5 } as const;

/** What the invented programme agreed for its tracks before anybody looked. One track has none, and so can get no verdict. */
const OWN: Readonly<Record<string, Own>> = {
  'backend-depth': {
    ...SKILL,
    aim: 'Engineers in the track gain depth in the services that the platform rests on.',
    people: { first: 170, each: 25, minimum: 30 },
  },
  'frontend-craft': {
    ...SKILL,
    aim: 'Engineers in the track build interfaces that need less rework.',
    people: { first: 170, each: 25, minimum: 30 },
    copiedFrom: 'backend-depth',
  },
  'legacy-systems': {
    ...SKILL,
    aim: 'More people than two can change the systems that everything still rests on.',
    people: { first: 100, each: 20, minimum: 30 },
  },
  'data-literacy': {
    ...SKILL,
    aim: 'Engineers answer their own questions from data.',
    people: { first: 60, each: 20, minimum: 30 },
  },
  'incident-command': {
    ...SKILL,
    smallestEffect: 4,
    aim: 'More engineers can lead the response to an incident.',
    people: { first: 60, each: 20, minimum: 30 },
  },
  'lead-path': {
    aim: 'People who want to lead get there, at equal tenure, level and performance band.',
    outcome: 'promotion_comparison',
    smallestEffect: 1.25,
    reference: 0.12,
    people: { first: 70, each: 15, minimum: 50 },
    secondary: ['skill_change', 'progression', 'guidance'],
  },
  onboarding: {
    aim: 'New engineers take the next step of autonomy sooner than before.',
    outcome: 'progression',
    smallestEffect: 0.1,
    reference: 0.15,
    people: { first: 90, each: 20, minimum: 50 },
    secondary: ['skill_change', 'endings'],
  },
};

const BASIS = {
  direction: 'rise',
  reference: null,
  spread: 12,
  secondary: ['progression', 'guidance', 'endings', 'delivery'],
  guardrails: ['parity', 'pulse', 'load'],
  challengeDays: 14,
} as const;

/** The last four quarters of the sample are looks, and one that is still to come. */
const LOOKS = 4;

/** Writes and locks the charters of an invented organisation, before its first release is published. */
export async function lockSampleCharters(installation: Installation, periods: readonly string[], by: string): Promise<void> {
  const { listCharters, lockCharter, writeCharter } = await import('../../tracks/index.js');
  const { parsePeriod, shiftPeriod } = await import('../../kernel/index.js');
  const owner = { id: by, role: 'programme-owner' };
  const next = shiftPeriod(parsePeriod(periods.at(-1) ?? ''), 1).key;
  const looks = [...periods.slice(-LOOKS), next];
  await usingPool(installation, 'curator', async (curator) => {
    // An interrupted start is taken up again.
    const there = new Set((await listCharters(curator)).map(({ track }) => track));
    for (const [track, { copiedFrom = null, ...own }] of Object.entries(OWN)) {
      if (there.has(track)) continue;
      const version = await writeCharter(curator, { track, content: { ...BASIS, ...own, looks }, copiedFrom }, owner);
      await lockCharter(curator, { track, version }, owner);
    }
  });
}
