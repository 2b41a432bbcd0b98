import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import { type Actor, record } from '../../audit-trail/index.js';
import { inTransaction, type Mail, type MailSettings, openMail, type PackSettings } from '../../platform/index.js';
import { claimDelivery, fetchReport, type MadeOfPack, madeOfPacks, mayReceive, readersWith } from '../../reports/index.js';
import { MAIL_SETTINGS } from '../alerts/alerts.js';
import { Database } from '../reading/database.js';
import { logFault } from '../schema/errors.js';
import { type Channel, channelsOf, folderMayHold, type Target, targetOf } from './channels.js';
import { letterAbout, tellWebhook } from './telling.js';

/** Where reports of packs may go. */
export const PACK_SETTINGS = Symbol('pack settings');

const MINUTE = 60_000;
const PRODUCT: Actor = { id: 'product', role: null };

/** A delivery: under which name it is noted, whether its reader may see all of it, and how it is done. */
interface Delivery {
  readonly channel: string;
  readonly allowed: boolean;
  readonly send: () => Promise<void>;
}

/**
 * Puts reports of packs where they were asked for, and tells of them. Whether a reader may see all of one is asked now, and
 * not when the pack was saved: roles change. The file goes to a folder alone; letters and webhooks say that it is there.
 */
@Injectable()
export class PackDeliveries implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private underWay: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: Database,
    @Inject(PACK_SETTINGS) private readonly settings: PackSettings,
    @Inject(MAIL_SETTINGS) private readonly mailSettings: MailSettings | null,
  ) {}

  get channels(): Channel[] {
    return channelsOf(this.settings, this.mailSettings);
  }

  onApplicationBootstrap(): void {
    if (this.channels.length > 0) this.timer = setInterval(() => void this.deliver(), MINUTE);
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.underWay;
  }

  /** Delivers what waits. @returns how many deliveries were made; one that could not be is tried again a minute later. */
  async deliver(): Promise<number> {
    const delivering = this.underWay.then(() => this.deliverAll());
    this.underWay = delivering.catch(() => 0);
    return delivering;
  }

  private async deliverAll(): Promise<number> {
    const made = await madeOfPacks(this.database.reader);
    if (made.length === 0) return 0;
    const mail = this.mailSettings && (await openMail(this.mailSettings));
    try {
      const done: boolean[] = [];
      for (const report of made) done.push(...(await this.deliverOne(report, mail)));
      return done.filter(Boolean).length;
    } finally {
      mail?.close();
    }
  }

  private async deliverOne(report: MadeOfPack, mail: Mail | null): Promise<boolean[]> {
    const done: boolean[] = [];
    for (const delivery of await this.deliveriesOf(report, mail)) done.push(await this.once(report, delivery).catch(noted));
    return done;
  }

  private async deliveriesOf(report: MadeOfPack, mail: Mail | null): Promise<Delivery[]> {
    const all: Delivery[] = [];
    for (const channel of report.channels) {
      const target = targetOf(channel);
      if (target) all.push(...(await this.each(report, { channel, target, mail })));
    }
    return all.filter(({ channel }) => !report.done.includes(channel));
  }

  private async each(
    report: MadeOfPack,
    { channel, target, mail }: { readonly channel: string; readonly target: Target; readonly mail: Mail | null },
  ): Promise<Delivery[]> {
    const { folder, webhooks } = this.settings;
    const { definition } = report;
    const link = this.mailSettings && `${this.mailSettings.address}/reports`;
    switch (target.kind) {
      case 'folder':
        return folder
          ? [{ channel, allowed: folderMayHold(this.settings, definition), send: () => this.put(report, folder.path) }]
          : [];
      case 'webhook':
        return webhooks.includes(target.address)
          ? [{ channel, allowed: true, send: () => tellWebhook(target.address, report, link) }]
          : [];
      case 'mail': {
        if (!mail || !link) return [];
        const readers = await readersWith(this.database.reader, target.role);
        return readers.map((reader) => ({
          channel: `mail:${reader.accountId}`,
          allowed: mayReceive(reader, definition),
          send: () => mail.send(letterAbout(report, { to: reader.email, link })),
        }));
      }
    }
  }

  /** Claimed before it is sent and given up where sending goes wrong: two processes never deliver the same. */
  private once({ wish, code, format }: MadeOfPack, { channel, allowed, send }: Delivery): Promise<boolean> {
    const outcome = allowed ? 'delivered' : 'withheld';
    return inTransaction(this.database.reader, async (tx: pg.PoolClient) => {
      if (!(await claimDelivery(tx, { wish, channel, outcome }))) return false;
      await record(tx, PRODUCT, { action: `pack.${outcome}`, subject: `${code} ${format}`, details: { channel } });
      if (allowed) await send();
      return allowed;
    });
  }

  /** Written beside and then named: whoever watches the folder never takes half a file. */
  private async put({ reportId }: MadeOfPack, folder: string): Promise<void> {
    const file = await fetchReport(this.database.reader, reportId);
    if (!file) throw new Error('a report of a pack went away');
    const name = file.name.replace(/[^\w.-]+/g, '-');
    const beside = path.join(folder, `.${randomUUID()}`);
    await fs.writeFile(beside, file.content, { mode: 0o640 });
    await fs.rename(beside, path.join(folder, name));
  }
}

function noted(fault: unknown): false {
  logFault('pack.fault', fault);
  return false;
}
