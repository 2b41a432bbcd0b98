import type { Measure } from './catalogue.js';
import { ACCEPTED, JOB } from './selections.js';

/** One table that a page wants. */
export interface TableRequest {
  readonly measure: Measure;
  readonly period: string;
  readonly variant: string;
  readonly by: readonly string[];
}

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** A name from the catalogue becomes part of a document only when it is one. */
function name(text: string): string {
  if (!NAME.test(text)) throw new RangeError('the catalogue holds a name that GraphQL does not allow');
  return text;
}

/** The schema names the type of a measure's table after the measure: `wait_time` answers with `WaitTimeTable`. */
const typeName = (measure: string): string =>
  `${measure
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')}Table`;

const GROUP = 'group { dimension dimensionLabel value label parent }';

const valueSelection = (measure: Measure): string =>
  measure.values.map((value) => `${name(value.key)} { value text absent }`).join(' ');

const tableSelection = (measure: Measure): string =>
  `... on ${typeName(name(measure.key))} { period releaseId measure variant by subject unit sample similar { low high } suppressed ` +
  'nearestShown { dimension dimensionLabel value label parent } ' +
  `derived { key label formula of } cells { ${GROUP} status reason values { ${valueSelection(measure)} } } } ` +
  '... on TooNarrow { message alternatives { by label special } } ... on NotPublished { message }';

/** The server refuses a query of more than 600 fields or 20 aliases; a batch stays below. */
const MOST_FIELDS = 560;
const FIELDS_OF_A_TABLE = 47;
/** A value, its three forms, and the name of its type, which the client's memory asks for everywhere. */
const FIELDS_OF_A_VALUE = 5;

const fieldsOf = (request: TableRequest): number => request.measure.values.length * FIELDS_OF_A_VALUE + FIELDS_OF_A_TABLE;

/** Splits requests into batches that one document each can ask, in their order. */
export function batchesOf(requests: readonly TableRequest[]): TableRequest[][] {
  const batches: TableRequest[][] = [];
  let fields = Infinity;
  for (const request of requests) {
    if (fields + fieldsOf(request) > MOST_FIELDS) {
      batches.push([]);
      fields = 0;
    }
    batches.at(-1)?.push(request);
    fields += fieldsOf(request);
  }
  return batches;
}

/** A document for any number of tables at once, and its variables. The aliases are `t0`, `t1`, … */
export function tablesDocument(requests: readonly TableRequest[]): { query: string; variables: Record<string, unknown> } {
  const declared = requests.map((_, i) => `$p${i}: String!, $v${i}: String!, $b${i}: [String!]!`).join(', ');
  const fields = requests.map(
    ({ measure }, i) =>
      `t${i}: ${name(measure.field)}(period: $p${i}, variant: $v${i}, by: $b${i}) { __typename ${tableSelection(measure)} }`,
  );
  const variables = requests.flatMap((request, i) => [
    [`p${i}`, request.period],
    [`v${i}`, request.variant],
    [`b${i}`, request.by],
  ]);
  return {
    query: `query Tables(${declared}) { ${fields.join(' ')} }`,
    variables: Object.fromEntries(variables) as Record<string, unknown>,
  };
}

/** Who asks, and where they are; open to everyone. */
export const START = `query Start {
  viewer { email role roleLabel scope mustChangePassword previewedBy permissions { verb resource reach } }
  installation { organisation sample productVersion noiseLevel thresholds { dimension special } similar { low high } preparing { done total } }
}`;

/** What there is to read; open to every role that reads anything. */
export const CATALOGUE = `query Catalogue {
  periods { key label startsOn endsOn releaseId }
  measures {
    key label question field unit figure primary population numerator denominator interval whenThereIsNoAnswer source
    notFor counterMeasure method variants { key label } values { key label format }
  }
}`;

export const BREAKDOWNS = `query Breakdowns($period: String!, $measure: String!, $variant: String!) {
  breakdowns(period: $period, measure: $measure, variant: $variant) { by label special }
}`;

const VIEWER = 'viewer { email role }';

export const SIGN_IN = `mutation SignIn($email: String!, $password: String!) {
  signIn(email: $email, password: $password) { __typename ... on SignedIn { ${VIEWER} } ... on Refused { code message } }
}`;

/** The ways in; open to everyone. */
export const WAYS_IN = 'query WaysIn { waysIn { password provider } }';

/** How the reader came in, and where the identity provider ends its own session. */
export const OWN_IDENTITY = 'query OwnIdentity { ownIdentity { password signOutAddress } }';

const SECRET = '__typename ... on ShownOnce { secret expiresAt } ... on Refused { code message }';
const CHANGED = '__typename ... on AccountChanged { id } ... on Refused { code message }';

/** Chooses a password with a code that an administrator gave out. */
export const REDEEM_CODE = `mutation RedeemCode($email: String!, $code: String!, $next: String!) {
  redeemCode(email: $email, code: $code, next: $next) { __typename ... on SignedIn { ${VIEWER} } ... on Refused { code message } }
}`;

export const ACCOUNTS = `query Accounts {
  accounts { id email role roleLabel scope signIn roleFrom disabled waitsForOwner recoveredAt recoveredBy }
  waysIn { password provider }
}`;
export const INVITE = `mutation Invite($email: String!, $role: String!, $scope: String, $atProvider: Boolean!) {
  done: inviteAccount(email: $email, role: $role, scope: $scope, atProvider: $atProvider) { ${SECRET} }
}`;
export const ASSIGN_ROLE = `mutation AssignRole($id: ID!, $role: String!, $scope: String) {
  done: assignRole(id: $id, role: $role, scope: $scope) { ${CHANGED} }
}`;
export const DISABLE_ACCOUNT = `mutation Disable($id: ID!) { done: disableAccount(id: $id) { ${CHANGED} } }`;
export const ENABLE_ACCOUNT = `mutation Enable($id: ID!) { done: enableAccount(id: $id) { ${CHANGED} } }`;
export const RECOVER_ACCOUNT = `mutation Recover($id: ID!) { done: recoverAccount(id: $id) { ${SECRET} } }`;

export const SERVICE_TOKENS = `query ServiceTokens {
  serviceTokens { id name sources files columns specialReason control directory expiresAt revokedAt }
}`;
export const ADD_SERVICE_TOKEN = `mutation AddToken($name: String!, $sources: [String!]!, $files: [String!]!, $days: Int!) {
  done: addServiceToken(name: $name, sources: $sources, files: $files, days: $days) { ${SECRET} }
}`;
export const ADD_DIRECTORY_TOKEN = `mutation AddDirectoryToken($name: String!, $source: String!, $people: String, $days: Int!) {
  done: addDirectoryToken(name: $name, source: $source, people: $people, days: $days) { ${SECRET} }
}`;
export const DIRECTORY_TOLD = 'query DirectoryTold { directoryTold }';
export const REVOKE_SERVICE_TOKEN = `mutation RevokeToken($name: String!) {
  done: revokeServiceToken(name: $name) { __typename ... on TokenRevoked { name } ... on Refused { code message } }
}`;

export const SIGN_OUT = 'mutation SignOut { signOut }';

export const CHANGE_PASSWORD = `mutation ChangePassword($current: String!, $next: String!) {
  changePassword(current: $current, next: $next) {
    __typename ... on PasswordChanged { ${VIEWER} } ... on Refused { code message }
  }
}`;

/** Work that the server does by itself: a mutation that asks for it, named by its field and its one argument. */
export const askFor = (field: string, argument: 'id' | 'period' | null): string =>
  argument === null
    ? `mutation Ask { work: ${name(field)} { ${ACCEPTED} } }`
    : `mutation Ask($it: ${argument === 'id' ? 'ID' : 'String'}!) { work: ${name(field)}(${argument}: $it) { ${ACCEPTED} } }`;

/** Lets a load stand; where rows were rejected, only if their absence is wished for. */
export const CONFIRM_LOAD = `mutation Confirm($it: ID!, $without: Boolean!) {
  work: confirmLoad(id: $it, withoutRejected: $without) { ${ACCEPTED} }
}`;

export const JOB_QUERY = `query Job($id: ID!) { job(id: $id) { ${JOB} } }`;
export const JOBS_QUERY = `query Jobs { jobs { ${JOB} } }`;

const LOAD =
  'id number state source createdAt knownAt withdraws sample files { part file state accepted rejected waiting added changed unchanged remarks }';
export const LOADS_QUERY = `query Loads { loads { ${LOAD} } }`;
export const LOAD_QUERY = `query Load($id: ID!) { load(id: $id) { ${LOAD} problems(first: 500) { file line column rule message } } }`;

const RELEASE = 'id period status current asOf knownAt supersedes sample builtAt publishedAt hash signedBy';
const CERTIFICATE = `certificate { rules noiseLevel tables { table shown hidden } exposure attackFindings attackChecks leftOut changed quality charters { track version hash } versions { key value } }`;
export const RELEASES_QUERY = `query Releases { releases { ${RELEASE} } }`;
export const RELEASE_QUERY = `query Release($id: ID!) { release(id: $id) { ${RELEASE} ${CERTIFICATE} } }`;

/** Who reads what, in words. */
export const ACCESS_QUERY = 'query Access { trust { access { resource verb label roles { role roleLabel reach } } } }';

export const TRUST_QUERY = `query Trust {
  trust { collected { file column class why } access { resource verb label signedOut operator doors roles { role roleLabel reach purpose } } retention contact }
}`;

export const BEGIN_PREVIEW = `mutation BeginPreview($role: String!, $scope: String) {
  beginPreview(role: $role, scope: $scope) { __typename ... on Previewing { ${VIEWER} } ... on Refused { code message } }
}`;
export const END_PREVIEW = 'mutation EndPreview { endPreview }';

export const TRAIL_QUERY = `query Trail($who: String, $kind: String, $subject: String, $from: String, $until: String, $below: Int) {
  trail(who: $who, kind: $kind, subject: $subject, from: $from, until: $until, below: $below) {
    hasOlder entries { number at who roleLabel kind action subject purpose times more { key value } }
  }
}`;
export const TRAIL_KINDS_QUERY = 'query TrailKinds { trailKinds { key label months } }';
