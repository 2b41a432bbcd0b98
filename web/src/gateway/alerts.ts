/** Something that an account may ask to be told of by e-mail. */
export interface AlertOffer {
  readonly key: string;
  readonly label: string;
  readonly about: string;
  readonly chosen: boolean;
}

export interface OwnAlerts {
  /** Whether letters can leave this server. */
  readonly available: boolean;
  readonly offers: readonly AlertOffer[];
}

const OFFERS = 'available offers { key label about chosen }';

export const OWN_ALERTS = `query OwnAlerts { ownAlerts { ${OFFERS} } }`;

export const CHOOSE_ALERTS = `mutation ChooseAlerts($keys: [String!]!) {
  done: chooseAlerts(keys: $keys) { __typename ... on OwnAlerts { ${OFFERS} } ... on Refused { code message } }
}`;
