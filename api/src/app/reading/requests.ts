import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../access/index.js';
import { parsePeriod } from '../../kernel/index.js';
import type { Refused } from '../types/account.types.js';
import type { JobAccepted } from '../types/job-result.types.js';
import type { WorkKind } from '../work-kinds.js';
import { Loads } from './loads.js';
import { Releases } from './releases.js';
import { Work } from './work.js';

type Answer = JobAccepted | Refused;

type LoadWork = Extract<WorkKind, `${string}-load` | 'confirm-accepted-rows'>;

/** In which states a load can be asked what. */
const DUE: Readonly<Record<LoadWork, readonly string[]>> = {
  'check-load': ['receiving'],
  'confirm-load': ['staged'],
  'confirm-accepted-rows': ['staged'],
  'discard-load': ['receiving', 'staged'],
  'withdraw-load': ['confirmed'],
};

/** Checks a request as far as the web process can, and hands it to the worker, which checks it in full. */
@Injectable()
export class Requests {
  constructor(
    private readonly work: Work,
    private readonly loads: Loads,
    private readonly releases: Releases,
  ) {}

  async build(viewer: Viewer, period: string): Promise<Answer> {
    try {
      parsePeriod(period);
    } catch {
      return refused('BAD_PERIOD', 'A period is written like 2026-Q3.');
    }
    return this.accept(viewer, 'build-release', period);
  }

  async cancelBuild(viewer: Viewer, id: string): Promise<Answer> {
    const job = await this.work.cancel(viewer, id, 'build-release');
    return job ? { __typename: 'JobAccepted', job } : refused('NO_SUCH_BUILD', 'This build is not under way any more.');
  }

  async publish(viewer: Viewer, id: string): Promise<Answer> {
    const release = await this.releases.one(viewer, id);
    if (release?.status !== 'draft') return refused('NO_SUCH_DRAFT', 'There is no such draft.');
    return this.accept(viewer, 'publish-release', id);
  }

  async load(viewer: Viewer, kind: LoadWork, id: string): Promise<Answer> {
    const load = await this.loads.one(id);
    if (!load || !DUE[kind].includes(load.state))
      return refused('NOT_IN_THIS_STATE', 'There is no load in a state where this can be done.');
    return this.accept(viewer, kind, id);
  }

  async takeDirectory(viewer: Viewer): Promise<Answer> {
    return this.accept(viewer, 'take-directory', 'directory');
  }

  async removeSampleData(viewer: Viewer): Promise<Answer> {
    return this.accept(viewer, 'remove-sample-data', 'installation');
  }

  private async accept(viewer: Viewer, kind: WorkKind, subject: string): Promise<JobAccepted> {
    return { __typename: 'JobAccepted', job: await this.work.ask(viewer, kind, subject) };
  }
}

const refused = (code: string, message: string): Refused => ({ __typename: 'Refused', code, message });
