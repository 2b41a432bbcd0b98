import { checkLoad, confirmLoad, discardLoad, withdrawLoad } from '../../ingest/index.js';
import { removeSample } from '../../governance/index.js';
import { draftStoredSince } from '../../releases/index.js';
import { takeDirectory } from './directory.js';
import type { WorkKind } from '../work-kinds.js';
import type { Tell, WorkAsked, WorkerTools } from './tools.js';

export type Handler = (tools: WorkerTools, asked: WorkAsked, tell: Tell, signal: AbortSignal) => Promise<unknown>;

/** What is done for each kind of work: one call of the room whose work it is. */
export const HANDLERS: Readonly<Record<WorkKind, Handler>> = {
  'check-load': ({ ingest }, { subject }) => checkLoad(ingest, subject),
  'confirm-load': ({ ingest }, { subject }) => confirmLoad(ingest, subject),
  'confirm-accepted-rows': ({ ingest }, { subject }) => confirmLoad(ingest, subject, true),
  'discard-load': ({ ingest }, { subject }) => discardLoad(ingest, subject),
  'withdraw-load': ({ ingest }, { subject, askedBy }) => withdrawLoad(ingest, subject, askedBy),
  'take-directory': (tools) => takeDirectory(tools),
  'build-release': build,
  'publish-release': ({ heavy }, asked, tell) => heavy.run('publish-release', asked, tell),
  'make-report': ({ heavy }, asked, tell, signal) => heavy.run('make-report', asked, tell, signal),
  'remove-sample-data': ({ curator }) => removeSample(curator),
  'build-sample-quarters': ({ heavy }, asked, tell) => heavy.run('build-sample-quarters', asked, tell),
};

/** A build that is cancelled after its draft was stored is a build that is done. */
async function build({ curator, heavy }: WorkerTools, asked: WorkAsked, tell: Tell, signal: AbortSignal): Promise<void> {
  try {
    await heavy.run('build-release', asked, tell, signal);
  } catch (error) {
    if (!signal.aborted || !(await draftStoredSince(curator, asked.subject, asked.begunAt))) throw error;
  }
}
