import { type CatalogueTrack, type Charter, charterInForce, type LockedCharter } from '../tracks/index.js';
import { type Decision, extensionsOf, type UnplannedLook } from './decisions.js';
import { type GuardrailReading, guardrailsOf, heeding } from './guardrails.js';
import { decidingLook, type Look, looksOf, nextLook, type ReleaseAtLook } from './looks.js';
import { cellsOf, readOutcome } from './outcome-figure.js';
import { type Settling, whatWouldSettle } from './settle.js';
import { strengthOf } from './strength.js';
import { type DecisionKind, type Strength, supportedBy, type TrackVerdict, whyNotRetire } from './verdict.js';
import type { ReleasedTable } from '../kernel/index.js';

/** A published quarter: its first release with the tables that are split by track, and whether it was restated since. */
export interface PublishedQuarter {
  readonly period: string;
  readonly releaseId: string;
  readonly publishedAt: string;
  readonly restated: boolean;
  readonly tables: readonly ReleasedTable[];
}

/** All that is on record about the tracks. */
export interface TrackRecords {
  readonly charters: readonly Charter[];
  readonly decisions: readonly Decision[];
  readonly unplanned: readonly UnplannedLook[];
  /** Oldest first. */
  readonly quarters: readonly PublishedQuarter[];
}

/** What is known about whether a track works, on two scales that are never mixed. */
export interface Evidence {
  readonly track: CatalogueTrack;
  /** By which it is judged; null where there is none, and then no verdict. */
  readonly charter: LockedCharter | null;
  readonly looks: readonly Look[];
  /** The look that the verdict is read from. */
  readonly deciding: Look | null;
  readonly verdict: TrackVerdict | null;
  readonly strength: Strength;
  readonly strengthReasons: readonly string[];
  readonly settling: Settling | null;
  /** What must not get worse, at the look that decides; none before it. */
  readonly guardrails: readonly GuardrailReading[];
  readonly supported: readonly DecisionKind[];
  /** Why an end is not offered; null where it is. */
  readonly whyNotRetire: string | null;
  readonly nextLook: string | null;
  /** No planned look is left, and measuring has not been extended. */
  readonly lapsed: boolean;
  /** Of the quarter that decides: whether it has been restated since. A restatement is no look. */
  readonly restated: boolean;
}

const NO_CHARTER = 'Without a charter that was locked beforehand there is no verdict.';

/** The evidence of a track: a rule over what was published and what was agreed before. */
export function evidenceOf(track: CatalogueTrack, records: TrackRecords): Evidence {
  const charter = charterInForce(records.charters.filter((one) => one.track === track.id));
  return charter ? underCharter(track, charter, records) : { ...WITHOUT_CHARTER, track };
}

const WITHOUT_CHARTER: Omit<Evidence, 'track'> = {
  ...{ charter: null, looks: [], deciding: null, verdict: null, settling: null, nextLook: null, guardrails: [] },
  ...{ strength: 'none', strengthReasons: [NO_CHARTER], supported: [], whyNotRetire: NO_CHARTER, lapsed: false, restated: false },
};

function underCharter(track: CatalogueTrack, charter: LockedCharter, records: TrackRecords): Evidence {
  const { content } = charter;
  const looks = looksUnder(charter, records);
  const deciding = decidingLook(looks) ?? null;
  const read = looks.filter(({ planned, state }) => planned && state === 'read').length;
  const missing = content.outcome.startsWith('skill_') ? missingShare(track.id, deciding, records) : null;
  const { strength, reasons } = strengthOf({ outcome: content.outcome, missing, read: read > 0 });
  const short = { verdict: deciding?.verdict ?? ('not_assessable' as const), strength, looks: read };
  const next = nextLook(looks);
  const guardrails = guardrailsOf(charter, deciding, records.quarters);
  return {
    ...{ track, charter, looks, deciding, strength, strengthReasons: reasons, guardrails },
    verdict: deciding && deciding.verdict,
    settling: deciding?.verdict === 'inconclusive' ? whatWouldSettle(content, deciding) : null,
    supported: deciding ? heeding(supportedBy(short), guardrails) : [],
    whyNotRetire: whyNotRetire(short),
    nextLook: next,
    lapsed: next === null,
    restated: records.quarters.some(({ period, restated }) => restated && period === deciding?.period),
  };
}

function looksUnder({ track, version, content }: LockedCharter, { decisions, unplanned, quarters }: TrackRecords): Look[] {
  const own = decisions.filter((one) => one.track === track);
  const extra = unplanned.filter((one) => one.track === track && one.charterVersion === version);
  const plan = {
    planned: [...new Set([...content.looks, ...extensionsOf(own, version)])].sort(),
    unplanned: extra.map(({ period }) => period),
  };
  const released = quarters.map(({ period, releaseId, publishedAt, tables }): ReleaseAtLook => {
    const reading = readOutcome(content.outcome, cellsOf(tables, track));
    return { period, releaseId, publishedAt, reading };
  });
  return looksOf(content, plan, released);
}

/** The share of people without a second check, in the release of the look that decides. */
function missingShare(track: string, deciding: Look | null, { quarters }: TrackRecords): number | null {
  const quarter = quarters.find(({ releaseId }) => releaseId === deciding?.releaseId);
  const cell = quarter && cellsOf(quarter.tables, track).get('skill_change/checked');
  const lost = cell?.status === 'shown' ? cell.values['lostShare'] : undefined;
  return typeof lost === 'number' ? lost : null;
}
