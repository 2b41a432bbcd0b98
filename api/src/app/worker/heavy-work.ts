import { MEASURES } from '../../measures/index.js';
import { buildRelease, publishRelease } from '../../releases/index.js';
import { makeReport } from '../../reports/index.js';
import type { WorkKind } from '../work-kinds.js';
import { buildSampleQuarters } from './sample-quarters.js';
import type { Tell, WorkAsked, WorkerTools } from './tools.js';

/** Work that computes for seconds: it would keep uploads, and its own progress, waiting. */
export type HeavyKind = Extract<WorkKind, 'build-release' | 'publish-release' | 'make-report' | 'build-sample-quarters'>;

/** Does heavy work, here or elsewhere. */
export interface HeavyWork {
  /** Whatever is ended by the signal leaves nothing behind. */
  run(kind: HeavyKind, asked: WorkAsked, tell: Tell, signal?: AbortSignal): Promise<void>;
  /** Ends what is under way; nothing of it then stands. */
  stop(): Promise<void>;
}

type Heavy = (
  tools: Pick<WorkerTools, 'curator' | 'keys'>,
  asked: WorkAsked,
  tell: Tell,
  signal?: AbortSignal,
) => Promise<unknown>;

/** What each kind of heavy work is: a call of the room whose work it is. */
export const HEAVY: Readonly<Record<HeavyKind, Heavy>> = {
  'build-release': ({ curator, keys }, { subject, askedBy }, tell, signal) =>
    buildRelease(curator, keys, { period: subject, builtBy: askedBy, progress: tell, signal }),
  'publish-release': ({ curator }, { subject, askedBy }) => publishRelease(curator, { id: subject, by: askedBy }),
  'make-report': (tools, { subject }, tell) => makeReport({ ...tools, measures: MEASURES }, subject, tell),
  'build-sample-quarters': (tools, _asked, tell) => buildSampleQuarters(tools, tell),
};

/** Heavy work in this very thread: for tests, which run from the sources. */
export function heavyWorkHere(tools: Pick<WorkerTools, 'curator' | 'keys'>): HeavyWork {
  return {
    run: async (kind, asked, tell, signal) => void (await HEAVY[kind](tools, asked, tell, signal)),
    stop: () => Promise.resolve(),
  };
}
