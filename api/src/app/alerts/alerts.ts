import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { alertAccounts, tellAccount } from '../../governance/index.js';
import { type MailSettings, openMail } from '../../platform/index.js';
import { Database } from '../reading/database.js';
import { logFault } from '../schema/errors.js';
import { waitingLists } from './waiting-lists.js';

/** How letters leave; null where nobody said so. */
export const MAIL_SETTINGS = Symbol('mail settings');

const QUARTER_OF_AN_HOUR = 900_000;

/**
 * Tells people by e-mail that something waits, as far as they asked for it. It runs in the web process, whose login can read
 * nothing but what is published: whatever goes wrong here, no letter can hold a number about people.
 */
@Injectable()
export class Alerts implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private underWay: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly tx: EntityManager,
    @Inject(MAIL_SETTINGS) private readonly settings: MailSettings | null,
  ) {}

  /** Whether letters can leave this server. */
  get available(): boolean {
    return this.settings !== null;
  }

  onApplicationBootstrap(): void {
    if (this.settings) this.timer = setInterval(() => void this.tell(), QUARTER_OF_AN_HOUR);
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.underWay;
  }

  /** Tells everybody what is new. @returns how many letters left; one that could not is tried again the next time. */
  async tell(now: () => Date = () => new Date()): Promise<number> {
    if (!this.settings) return 0;
    const telling = this.tellAll(this.settings, now);
    this.underWay = telling.catch(() => 0);
    return telling;
  }

  private async tellAll(settings: MailSettings, now: () => Date): Promise<number> {
    const mail = await openMail(settings);
    const lists = waitingLists({ database: this.database, tx: this.tx, now });
    let letters = 0;
    try {
      for (const account of await alertAccounts(this.database.reader)) {
        const telling = { mail, address: settings.address, lists, now: now() };
        if (await tellAccount(this.database.reader, account, telling).catch(noted)) letters += 1;
      }
    } finally {
      mail.close();
    }
    return letters;
  }
}

function noted(fault: unknown): false {
  logFault('mail.fault', fault);
  return false;
}
