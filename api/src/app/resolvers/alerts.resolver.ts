import { Args, Context, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../../access/index.js';
import { ALERTS, alertsFor, chooseAlerts, chosenAlerts } from '../../governance/index.js';
import { Refusal } from '../../platform/index.js';
import { Alerts } from '../alerts/alerts.js';
import { actorOf } from '../http/actor.js';
import type { RequestContext } from '../http/request-context.js';
import { Database } from '../reading/database.js';
import { RuledMutation, RuledQuery } from '../schema/ruled.js';
import type { Refused } from '../types/account.types.js';
import { AlertsResult, OwnAlerts } from '../types/alerts.types.js';

const KEYS = { type: () => [String], description: 'What to be told of; empty ends all of it.' } as const;

/** What the own account is told of by e-mail. */
@Resolver()
export class AlertsResolver {
  constructor(
    private readonly database: Database,
    private readonly alerts: Alerts,
  ) {}

  @RuledQuery(() => OwnAlerts, 'own-account', 'What the account is told of by e-mail; null when nobody is signed in.', {
    nullable: true,
  })
  async ownAlerts(@Context() { viewer }: RequestContext): Promise<OwnAlerts | null> {
    return viewer && this.of(viewer);
  }

  @RuledMutation(() => AlertsResult, 'own-account', 'Replaces what the account is told of by e-mail.')
  async chooseAlerts(
    @Args('keys', KEYS) keys: string[],
    @Context() { viewer }: RequestContext & { viewer: Viewer },
  ): Promise<OwnAlerts | Refused> {
    try {
      await chooseAlerts(this.database.reader, viewer, keys, actorOf(viewer));
    } catch (error) {
      if (error instanceof Refusal) return { __typename: 'Refused', code: error.code, message: error.message };
      throw error;
    }
    return this.of(viewer);
  }

  private async of(viewer: Viewer): Promise<OwnAlerts> {
    const chosen = new Set(await chosenAlerts(this.database.reader, viewer));
    const offers = alertsFor(viewer.role).map((key) => {
      const { label, about } = ALERTS[key];
      return { key, label, about, chosen: chosen.has(key) };
    });
    return { __typename: 'OwnAlerts', available: this.alerts.available, offers };
  }
}
