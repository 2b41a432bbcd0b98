import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { isScope, type Viewer } from '../../access/index.js';
import {
  describeReorganisation,
  enterReorganisation,
  kindOf,
  type Reorganisation,
  withdrawReorganisation,
} from '../../governance/index.js';
import { Refusal } from '../../platform/index.js';
import { reorganisationsFor, teamsOfQuarters } from '../../releases/index.js';
import { actorOf } from '../http/actor.js';
import type { Refused } from '../types/account.types.js';
import type { NewReorganisation, ReorganisationMap, ReorganisationsChanged } from '../types/reorganisation.types.js';
import { Database } from './database.js';

/** Which team became which: read and kept through the room of governance, held against what is published. */
@Injectable()
export class Reorganisations {
  constructor(
    private readonly database: Database,
    private readonly tx: EntityManager,
  ) {}

  async map(): Promise<ReorganisationMap> {
    const [map, quarters] = await Promise.all([reorganisationsFor(this.tx), teamsOfQuarters(this.tx)]);
    return {
      entries: [...map].reverse().map(inWords),
      teams: [...new Set(quarters.flatMap(({ teams }) => teams))].sort((a, b) => a.localeCompare(b, 'en')),
    };
  }

  async enter(viewer: Viewer, entry: NewReorganisation): Promise<ReorganisationsChanged | Refused> {
    return this.changed(async () => {
      if (![...entry.from, ...entry.to].every(isScope))
        throw new Refusal('team-invalid', 'A team is named by its path, like Engineering/Platform.', 2);
      const [map, quarters] = await Promise.all([reorganisationsFor(this.tx), teamsOfQuarters(this.tx)]);
      await enterReorganisation(this.database.reader, actorOf(viewer), { ...entry }, { map, quarters });
    });
  }

  async withdraw(viewer: Viewer, no: number): Promise<ReorganisationsChanged | Refused> {
    return this.changed(() => withdrawReorganisation(this.database.reader, actorOf(viewer), no));
  }

  private async changed(change: () => Promise<void>): Promise<ReorganisationsChanged | Refused> {
    try {
      await change();
    } catch (refusal) {
      if (refusal instanceof Refusal) return { __typename: 'Refused', code: refusal.code, message: refusal.message };
      throw refusal;
    }
    return { __typename: 'ReorganisationsChanged', map: await this.map() };
  }
}

const inWords = (entry: Reorganisation) => ({
  ...{ no: entry.no, on: entry.on, from: [...entry.from], to: [...entry.to] },
  kind: kindOf(entry),
  sentence: describeReorganisation(entry),
});
