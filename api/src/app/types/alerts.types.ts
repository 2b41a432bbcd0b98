import { createUnionType, ObjectType } from '@nestjs/graphql';
import { Ruled, Said } from '../schema/ruled.js';
import { Refused } from './account.types.js';

@ObjectType({ description: 'Something that an account may ask to be told of by e-mail.' })
export class AlertOffer {
  @Ruled(() => String, 'own-account', 'Its name.')
  key!: string;
  @Said(() => String, 'own-account', 'What it is, in words.')
  label!: string;
  @Said(() => String, 'own-account', 'When a letter leaves.')
  about!: string;
  @Ruled(() => Boolean, 'own-account', 'Whether the account asked for it.')
  chosen!: boolean;
}

@ObjectType({
  description: 'What the signed-in account is told of by e-mail. A letter says how many things wait, and nothing else.',
})
export class OwnAlerts {
  readonly __typename? = 'OwnAlerts';
  @Ruled(() => Boolean, 'own-account', 'Whether letters can leave this server.')
  available!: boolean;
  @Ruled(() => [AlertOffer], 'own-account', 'What its role is offered.')
  offers!: AlertOffer[];
}

export const AlertsResult = createUnionType({
  name: 'AlertsResult',
  description: 'Chosen, or why not.',
  types: () => [OwnAlerts, Refused] as const,
});
