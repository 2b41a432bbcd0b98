import { t } from '#language';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Viewer } from '../../access/index.js';
import { type PlanningGround, powerOf } from '../../decisions/index.js';
import { nextPeriodFrom, policyInForce, readSettings } from '../../governance/index.js';
import { Refusal } from '../../platform/index.js';
import { publishedPeriods, readTablesBy } from '../../releases/index.js';
import {
  CHARTER_TEMPLATES,
  findTrack,
  fromTemplate,
  lockCharter,
  parseCharter,
  templateFor,
  writeCharter,
} from '../../tracks/index.js';
import { actorOf } from '../http/actor.js';
import type { Refused } from '../types/account.types.js';
import type { CharterInput, CharterPower, CharterTemplate } from '../types/charter.types.js';
import type { TrackChanged } from '../types/track.types.js';
import { Database } from './database.js';
import { charterOf, contentOf } from './track-views.js';
import { Tracks } from './tracks.js';

/** How tracks will be judged: charters, what to start them from, and what their looks could show. */
@Injectable()
export class Charters {
  constructor(
    private readonly database: Database,
    private readonly tx: EntityManager,
    private readonly tracks: Tracks,
  ) {}

  /** For a track, the fitting one first; none where there is no such track. */
  async templates(track: string): Promise<CharterTemplate[]> {
    const { reader } = this.database;
    const found = await findTrack(reader, track).catch((error: unknown) => {
      if (error instanceof Refusal) return null;
      throw error;
    });
    if (!found) return [];
    const { settings } = await readSettings(reader);
    const from = nextPeriodFrom(today(), settings.fiscalYearStart);
    const fitting = templateFor(found);
    const written = CHARTER_TEMPLATES.map((template) => ({
      ...{ key: template.key, label: template.label, forWhat: template.forWhat, fits: template === fitting },
      charter: charterOf(
        { ...fromTemplate(template, from, settings.fiscalYearStart), aim: t(template.content.aim) },
        { version: 0 },
      ),
    }));
    return written.sort((a, b) => Number(b.fits) - Number(a.fits));
  }

  /** What a plan could show; computed from its design alone. */
  async power(input: CharterInput): Promise<CharterPower | Refused> {
    try {
      const content = parseCharter(contentOf(input));
      const { looks, fewest } = powerOf(content, await this.ground(content.outcome));
      return { __typename: 'CharterPower', looks: [...looks], fewest };
    } catch (error) {
      if (error instanceof Refusal) return { __typename: 'Refused', code: error.code, message: error.message };
      throw error;
    }
  }

  write(viewer: Viewer, track: string, input: CharterInput, copiedFrom: string | null): Promise<TrackChanged | Refused> {
    const charter = { track, content: contentOf(input), copiedFrom };
    return this.tracks.changed(track, () => writeCharter(this.database.reader, charter, actorOf(viewer)));
  }

  lock(viewer: Viewer, track: string, version: number): Promise<TrackChanged | Refused> {
    return this.tracks.changed(track, () => lockCharter(this.database.reader, { track, version }, actorOf(viewer)));
  }

  /** The noise of the policy, and how many people there would be to compare with as last published: no outcome. */
  private async ground(outcome: string): Promise<PlanningGround> {
    const { noiseLevel } = (await policyInForce(this.database.reader, today())).disclosure;
    const [newest] = await publishedPeriods(this.tx);
    const [measure, key] = OTHERS[outcome] ?? [];
    if (!newest || !measure || !key) return { noiseLevel, others: null };
    const tables = await readTablesBy(this.tx, newest.releaseId, []);
    const cells = tables.filter((table) => table.measure === measure).map(({ cells: [cell] }) => cell);
    const values = cells.map((cell) => (cell?.status === 'shown' ? cell.values[key] : undefined));
    const others = values.find((value): value is number => typeof value === 'number' && value > 0);
    return { noiseLevel, others: others ?? null };
  }
}

/** Where the people stand with whom an outcome compares. */
const OTHERS: Readonly<Record<string, readonly [measure: string, value: string]>> = {
  skill_comparison: ['skill_comparison', 'inNoTrackPeople'],
  promotion_comparison: ['promotion_comparison', 'otherPeople'],
};

const today = (): string => new Date().toISOString().slice(0, 10);
