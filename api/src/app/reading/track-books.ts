import type { EntityManager } from 'typeorm';
import { may, type Resource, type Viewer } from '../../access/index.js';
import {
  type Evidence,
  evidenceOf,
  listDecisions,
  listUnplannedLooks,
  type PublishedQuarter,
  type TrackRecords,
  type Waiting,
  waitingFor,
  type WaitingKind,
} from '../../decisions/index.js';
import type { ReleasedTable } from '../../kernel/index.js';
import { listReleases, readTablesBy } from '../../releases/index.js';
import { listCharters, readCatalogue } from '../../tracks/index.js';
import type { Database } from './database.js';
import { Remembered } from './remembered.js';

/** Everything on record about tracks at one moment, and the evidence that follows from it. */
export interface Book extends TrackRecords {
  readonly evidence: readonly Evidence[];
}

/** Reads what is on record about tracks. What is published never changes, so its tables are kept. */
export class TrackBooks {
  private readonly tables = new Remembered<readonly ReleasedTable[]>(40);

  constructor(
    private readonly database: Database,
    private readonly tx: EntityManager,
  ) {}

  async read(): Promise<Book> {
    const { reader } = this.database;
    const [tracks, charters, decisions, unplanned, quarters] = await Promise.all([
      readCatalogue(reader),
      listCharters(reader),
      listDecisions(reader),
      listUnplannedLooks(reader),
      this.quarters(),
    ]);
    const records = { charters, decisions, unplanned, quarters };
    return { ...records, evidence: tracks.map((track) => evidenceOf(track, records)) };
  }

  /** First releases, oldest first. */
  async quarters(): Promise<PublishedQuarter[]> {
    const released = await listReleases(this.tx, { drafts: false });
    const first = released.filter(({ supersedes }) => supersedes === null).reverse();
    return Promise.all(
      first.map(async ({ id, period, publishedAt, superseded }) => ({
        period,
        releaseId: id,
        publishedAt: publishedAt?.toISOString() ?? '',
        restated: superseded,
        tables: await this.tables.get(`${id}\ntrack`, () => readTablesBy(this.tx, id, ['track'])),
      })),
    );
  }

  /** The tables of the whole organisation in a release. */
  organisation(releaseId: string): Promise<readonly ReleasedTable[]> {
    return this.tables.get(`${releaseId}\n`, () => readTablesBy(this.tx, releaseId, []));
  }

  /** The tables that are split by the skills of the roadmap. */
  bySkill(releaseId: string): Promise<readonly ReleasedTable[]> {
    return this.tables.get(`${releaseId}\nskill`, () => readTablesBy(this.tx, releaseId, ['skill']));
  }
}

/** What waits for a decision that this viewer may make. */
export const waitingAbout = (viewer: Viewer | null, { evidence, decisions }: Book, now: Date): Waiting[] =>
  waitingFor(evidence, decisions, now).filter(({ kind }) => may(viewer, 'write', ENDS_WAITING[kind]));

/** Whose business each kind is: whoever may do what ends the waiting. */
const ENDS_WAITING: Readonly<Record<WaitingKind, Resource>> = {
  unowned: 'track-decisions',
  noCharter: 'charters',
  lapsedCharter: 'charters',
  skippedLook: 'track-decisions',
  decisionDue: 'track-decisions',
  decisionLate: 'track-decisions',
  secondOpinion: 'second-opinions',
  objections: 'objections',
  retirementAnswer: 'track-decisions',
};
