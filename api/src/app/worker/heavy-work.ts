import { buildRelease, publishRelease } from '../../releases/index.js';
import type { WorkKind } from '../work-kinds.js';
import { buildSampleQuarters } from './sample-quarters.js';
import type { Tell, WorkAsked, WorkerTools } from './tools.js';

/** Work that computes for seconds: it would keep uploads, and its own progress, waiting. */
export type HeavyKind = Extract<WorkKind, 'build-release' | 'publish-release' | 'build-sample-quarters'>;

/** Does heavy work, here or elsewhere. */
export interface HeavyWork {
  run(kind: HeavyKind, asked: WorkAsked, tell: Tell): Promise<void>;
  /** Ends what is under way; nothing of it then stands. */
  stop(): Promise<void>;
}

type Heavy = (tools: Pick<WorkerTools, 'curator' | 'keys'>, asked: WorkAsked, tell: Tell) => Promise<unknown>;

/** What each kind of heavy work is: a call of the room whose work it is. */
export const HEAVY: Readonly<Record<HeavyKind, Heavy>> = {
  'build-release': ({ curator, keys }, { subject, askedBy }, tell) =>
    buildRelease(curator, keys, { period: subject, builtBy: askedBy, progress: tell }),
  'publish-release': ({ curator }, { subject, askedBy }) => publishRelease(curator, { id: subject, by: askedBy }),
  'build-sample-quarters': (tools, _asked, tell) => buildSampleQuarters(tools, tell),
};

/** Heavy work in this very thread: for tests, which run from the sources. */
export function heavyWorkHere(tools: Pick<WorkerTools, 'curator' | 'keys'>): HeavyWork {
  return {
    run: async (kind, asked, tell) => void (await HEAVY[kind](tools, asked, tell)),
    stop: () => Promise.resolve(),
  };
}
