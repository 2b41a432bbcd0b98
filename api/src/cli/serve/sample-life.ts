import { setTimeout as sleep } from 'node:timers/promises';
import { log } from '../../platform/index.js';
import type { SampleAccount } from './sample-accounts.js';

/** What is needed to do as the people of the invented organisation would. */
export interface LivelySample {
  readonly address: string;
  readonly accounts: readonly SampleAccount[];
  /** Quarters that stand published once the worker is done. */
  readonly quarters: number;
  readonly ended: AbortSignal;
}

const EVERY_MS = 3000;
const LONGEST_WAIT_MS = 30 * 60_000;

/**
 * Gives the invented organisation a past: the audit before the newest is decided and signed by two accounts, and two tracks are
 * decided about. Everything goes through the interface with the accounts' own passwords, as people would do it, while the server
 * is up already. Where an account has another password by now, the past stays empty.
 */
export async function giveSampleLife(sample: LivelySample): Promise<void> {
  try {
    const manager = await signIn(sample, 'engineering-manager');
    const owner = await signIn(sample, 'programme-owner');
    if (!manager || !owner) return;
    const [before, newest] = await published(manager, sample, 2);
    if (before && newest) await signAuditBefore(manager, owner, { before, newest });
    if ((await published(manager, sample, sample.quarters)).length > 0) await decideTracks(owner);
  } catch {
    // It is a decoration: nothing that goes wrong here may end a server.
    if (!sample.ended.aborted) log('sample.life-fault');
  }
}

type Ask = <Data>(query: string, variables?: Readonly<Record<string, unknown>>) => Promise<Data>;

/** Asks as one of the sample accounts; null where its password is another one by now. */
async function signIn({ address, accounts, ended }: LivelySample, role: string): Promise<Ask | null> {
  const account = accounts.find((one) => one.role === role);
  if (!account) return null;
  const { email, password } = account;
  let cookie = '';
  const ask: Ask = async <Data>(query: string, variables: Readonly<Record<string, unknown>> = {}) => {
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ query, variables }),
      signal: ended,
    });
    cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
    const { data } = (await response.json()) as { data?: Data };
    if (!data) throw new Error('the interface refused the sample');
    return data;
  };
  const { signIn: answer } = await ask<{ signIn: { __typename: string } }>(
    'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { __typename } }',
    { email, password },
  );
  return answer.__typename === 'SignedIn' ? ask : null;
}

/** The newest quarters, oldest first, once so many are published; none where that takes too long. */
async function published(ask: Ask, { ended }: LivelySample, quarters: number): Promise<string[]> {
  for (const until = Date.now() + LONGEST_WAIT_MS; Date.now() < until;) {
    const { periods } = await ask<{ periods: { key: string }[] }>('{ periods { key } }');
    if (periods.length >= quarters) return periods.slice(0, quarters).map(({ key }) => key).reverse(); // prettier-ignore
    await sleep(EVERY_MS, undefined, { signal: ended, ref: false });
  }
  return [];
}

interface Finding {
  readonly key: string;
  readonly measure: string;
  readonly needsWord: boolean;
  readonly class: string;
  readonly decision: object | null;
}
interface Audit {
  readonly state: string;
  readonly findings: readonly Finding[];
  readonly agreed: readonly { readonly finding: string }[];
}

const AUDIT = `query ($period: String!) { audit(period: $period) {
  state findings { key measure needsWord class decision { choice } } agreed { finding } } }`;
const PLACE = '$period: String!';
const changeOf = (field: string, types: string, values: string): string =>
  `mutation (${PLACE}${types}) { done: ${field}(period: $period${values}) { __typename } }`;
const OPEN = changeOf('openAudit', '', '');
const ANSWER = changeOf('answerAuditData', '', ', answer: "with-limits", limits: ["many-hidden"]');
const DECIDE = changeOf(
  'decideFinding',
  ', $finding: String!, $choice: String, $reason: String',
  ', finding: $finding, choice: $choice, reason: $reason',
);
const AGREE = changeOf('agreeAuditAction', ', $action: NewAuditAction!', ', action: $action');
const SIGN = changeOf('signAudit', '', '');
const COUNTERSIGN = changeOf('countersignAudit', '', '');

/** As many findings are acted on as a programme can carry; the others are watched. */
const ACTED_ON = 2;
const SMALLEST_CHANGE = 0.1;

async function signAuditBefore(
  manager: Ask,
  owner: Ask,
  { before, newest }: { readonly before: string; readonly newest: string },
): Promise<void> {
  const place = { period: before };
  await manager(OPEN, place);
  const { audit } = await manager<{ audit: Audit }>(AUDIT, place);
  // Somebody was quicker: what is signed is theirs.
  if (audit.state !== 'open') return;
  await manager(ANSWER, place);
  const waiting = audit.findings.filter(({ needsWord }) => needsWord);
  const toActOn = firstOfEachMeasure(waiting).slice(0, ACTED_ON);
  for (const finding of waiting) {
    const act = toActOn.includes(finding);
    if (finding.decision === null) await manager(DECIDE, { ...place, finding: finding.key, ...decision(act) });
    if (act && !audit.agreed.some((one) => one.finding === finding.key))
      await manager(AGREE, { ...place, action: await actionFor(manager, finding, quarterAfter(newest)) });
  }
  await manager(SIGN, place);
  await owner(COUNTERSIGN, place);
}

/** Two actions against the same would hide which of them helped. */
const firstOfEachMeasure = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ measure }, at) => findings.findIndex((other) => other.measure === measure) === at);

const decision = (act: boolean) =>
  act ? { choice: 'act', reason: 'gap-matters' } : { choice: 'watch', reason: 'size-uncertain' };

async function actionFor(ask: Ask, { key, measure }: Finding, duePeriod: string): Promise<object> {
  const { auditLibrary } = await ask<{ auditLibrary: { actions: { key: string; measures: string[] }[] } }>(
    '{ auditLibrary { actions { key measures } } }',
  );
  const { actions } = auditLibrary;
  const kind = (actions.find(({ measures }) => measures.includes(measure)) ?? actions[0])?.key;
  return { finding: key, kind, ownerRole: 'programme-owner', duePeriod, measuredBy: key, smallestChange: SMALLEST_CHANGE };
}

/** `2026-Q4` as `2027-Q1`. */
function quarterAfter(period: string): string {
  const [year = 0, quarter = 0] = period.split('-Q').map(Number);
  return quarter === 4 ? `${year + 1}-Q1` : `${year}-Q${quarter + 1}`;
}

/** Tracks of the sample, and what is said about them; what is decided is what their evidence supports. */
const DECIDED = {
  'legacy-systems': 'Those who take part pass the checks, and the mentors ask for smaller groups.',
  'onboarding': 'New engineers are settled sooner, and more teams ask for places.',
} as const; // prettier-ignore
const CHANGED = 'Groups of four instead of six, and a session each fortnight.';
const DECIDE_TRACK = `mutation ($key: String!, $kind: String!, $why: String!, $changed: String, $looks: Int) {
  done: decideTrack(key: $key, kind: $kind, why: $why, changed: $changed, looks: $looks) { __typename } }`;

async function decideTracks(owner: Ask): Promise<void> {
  for (const [key, why] of Object.entries(DECIDED)) {
    const { track } = await owner<{ track: { supported: string[]; decisions: object[] } | null }>(
      'query ($key: String!) { track(key: $key) { supported decisions { kind } } }',
      { key },
    );
    const kind = ['adjust', 'continue', 'extend'].find((one) => track?.supported.includes(one));
    if (!track || !kind || track.decisions.length > 0) continue;
    await owner(DECIDE_TRACK, {
      ...{ key, kind, why },
      changed: kind === 'adjust' ? CHANGED : null,
      looks: kind === 'extend' ? 1 : null,
    });
  }
}
