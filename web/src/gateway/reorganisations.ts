/** Teams that became others on a day. */
export interface Reorganisation {
  readonly no: number;
  readonly on: string;
  readonly kind: string;
  readonly sentence: string;
}

export interface ReorganisationMap {
  readonly entries: readonly Reorganisation[];
  /** Every team of a published quarter. */
  readonly teams: readonly string[];
}

export const REORGANISATIONS = 'query Reorganisations { reorganisations { entries { no on kind sentence } teams } }';

const OUTCOME = '{ __typename ... on Refused { message } }';

export const ENTER_REORGANISATION = `mutation EnterReorganisation($entry: NewReorganisation!) {
  done: enterReorganisation(entry: $entry) ${OUTCOME}
}`;

export const WITHDRAW_REORGANISATION = `mutation WithdrawReorganisation($no: Int!) {
  done: withdrawReorganisation(no: $no) ${OUTCOME}
}`;
