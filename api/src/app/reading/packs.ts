import { t } from '#language';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { maySeeAudit, type Viewer } from '../../access/index.js';
import { record } from '../../audit-trail/index.js';
import { publishedPeriods } from '../../releases/index.js';
import {
  askForPack,
  endPack,
  FORMAT_KEYS,
  isFormat,
  listPacks,
  mayReceive,
  type Pack,
  type PackDefinition,
  readerOf,
  savePack,
} from '../../reports/index.js';
import { actorOf, circumstances } from '../http/actor.js';
import { PackDeliveries } from '../packs/deliveries.js';
import type { Refused } from '../types/account.types.js';
import type { JobAccepted } from '../types/job-result.types.js';
import type { Packs as PacksView, PackInput } from '../types/pack.types.js';
import { Database } from './database.js';
import { aboutOf, audienceOf, defined } from './reports.js';
import { Work } from './work.js';

const WRITE = { verb: 'write', resource: 'reports' } as const;

/** Packs: saving and ending them, and those whose reports a viewer may see. */
@Injectable()
export class Packs {
  constructor(
    private readonly database: Database,
    private readonly tx: EntityManager,
    private readonly work: Work,
    private readonly deliveries: PackDeliveries,
  ) {}

  async list(viewer: Viewer | null): Promise<PacksView> {
    const { channels } = this.deliveries;
    const packs = (await listPacks(this.database.reader)).filter(({ definition }) => mayReceive(viewer, definition));
    const labels = new Map(channels.map(({ key, label }) => [key, label]));
    return { __typename: 'Packs', channels: [...channels], packs: packs.map((pack) => viewOf(pack, labels)) };
  }

  async save(viewer: Viewer, { name, format, channels, ...input }: PackInput): Promise<PacksView | Refused> {
    const called = name.trim().replace(/\s+/g, ' ');
    if (called.length < 3 || called.length > 80) return refused('NAME_UNCLEAR', t('Call it something, in 3 to 80 letters.'));
    if (!isFormat(format))
      return refused('NO_SUCH_FORMAT', t('A report is one of: {formats}.', { formats: FORMAT_KEYS.join(', ') }));
    if (!channels.every((channel) => this.deliveries.channels.some(({ key }) => key === channel)))
      return refused(
        'NO_SUCH_CHANNEL',
        t('This server cannot put a report there. Whoever runs it names folders, addresses and a mail server.'),
      );
    const definition = defined(viewer, { ...input, format }, '');
    if ('code' in definition) return definition;
    if (!mayReceive(viewer, definition))
      return refused('NOT_FOR_YOU', t('A report for these readers holds more than you may see.'));
    if (!hasReaders(definition))
      return refused('NOT_FOR_THEM', t('The audit of this branch is not read by whom the pack is written for.'));
    const { releaseId: _any, recordsUntil: _then, ...wanted } = definition;
    const id = await savePack(this.database.reader, { name: called, format, definition: wanted, channels }, viewer.accountId);
    return this.noted(viewer, 'pack.saved', id);
  }

  /** Makes the report of a pack now, of the newest release; it goes where the pack goes. */
  async make(viewer: Viewer, id: string): Promise<JobAccepted | Refused> {
    const { reader } = this.database;
    const pack = (await listPacks(reader)).find((one) => one.id === id);
    if (!pack || !mayReceive(viewer, pack.definition)) return refused('NO_SUCH_PACK', t('There is no such pack any more.'));
    const [newest] = await publishedPeriods(this.tx);
    if (!newest) return refused('NO_SUCH_RELEASE', t('No release is published of which it could be made.'));
    const wish = await askForPack(reader, { pack: id, releaseId: newest.releaseId }, viewer.accountId);
    if (wish === null) return refused('NO_SUCH_PACK', t('There is no such pack any more.'));
    const details = circumstances(viewer, WRITE);
    await record(reader, actorOf(viewer), { action: 'pack.asked', subject: id, details });
    return { __typename: 'JobAccepted', job: await this.work.ask(viewer, 'make-report', wish) };
  }

  async end(viewer: Viewer, id: string): Promise<PacksView | Refused> {
    const known = (await listPacks(this.database.reader)).find((one) => one.id === id);
    const seen = known !== undefined && mayReceive(viewer, known.definition);
    if (!seen || !(await endPack(this.database.reader, id, viewer.accountId)))
      return refused('NO_SUCH_PACK', t('There is no such pack any more.'));
    return this.noted(viewer, 'pack.ended', id);
  }

  private async noted(viewer: Viewer, action: string, subject: string): Promise<PacksView> {
    await record(this.database.reader, actorOf(viewer), { action, subject, details: circumstances(viewer, WRITE) });
    return this.list(viewer);
  }
}

/** An audit of a branch has readers that see that branch; without any, every report of the pack would be refused. */
const hasReaders = (definition: PackDefinition): boolean =>
  definition.subject.kind !== 'audit' || maySeeAudit(readerOf(definition), definition.subject.scope);

const viewOf = ({ id, name, format, definition, channels }: Pack, labels: ReadonlyMap<string, string>) => ({
  ...{ id, name, format, extent: definition.extent, language: definition.language },
  about: aboutOf(definition),
  audience: audienceOf(definition),
  channels: channels.map((channel) => labels.get(channel) ?? t('Not on this server any more')),
});

const refused = (code: string, message: string): Refused => ({ __typename: 'Refused', code, message });
