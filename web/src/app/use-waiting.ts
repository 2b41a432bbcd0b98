import { useMay, useSession } from '../access/index.js';
import { auditAddress } from '../audits/index.js';
import {
  AUDITS,
  type AuditSummary,
  type Load,
  LOADS_QUERY,
  NEEDS_DECISION,
  type Release,
  RELEASES_QUERY,
  useAsk,
  type WaitingDecision,
} from '../gateway/index.js';
import { t } from '../language/index.js';
import { quarter, waitingWords } from '../wording/index.js';

/** Something that waits for the reader, and the page on which it is decided. */
export interface Waiting {
  readonly to: string;
  readonly text: string;
}

/** What waits for this reader: drafts, loads, audits and tracks; null while it is being asked. A list that does not come is left out. */
export function useWaiting(): readonly Waiting[] | null {
  const drafts = useAsk<{ releases: readonly Release[] }>(RELEASES_QUERY, {}, !useMay('write', 'publication'));
  const staged = useAsk<{ loads: readonly Load[] }>(LOADS_QUERY, {}, !useMay('write', 'loads'));
  const audits = useWaitingAudits();
  const decisions = useAsk<{ needsDecision: readonly WaitingDecision[] }>(NEEDS_DECISION, {}, !useMay('read', 'tracks'));
  if (audits === null || [drafts, staged, decisions].some(({ answer, loading }) => answer === null && loading)) return null;
  return [
    ...draftsOf(drafts.answer?.releases ?? []),
    ...stagedOf(staged.answer?.loads ?? []),
    ...audits,
    ...tracksOf(decisions.answer?.needsDecision ?? []),
  ];
}

/** Audits that wait for the reader's work or for their second signature. */
function useWaitingAudits(): readonly Waiting[] | null {
  const { viewer, periods } = useSession();
  const works = useMay('write', 'audits');
  const countersigns = useMay('write', 'audit-countersigning');
  const { answer, loading } = useAsk<{ audits: readonly AuditSummary[] }>(AUDITS, {}, !works && !countersigns);
  if (answer === null) return loading ? null : [];
  const own = { period: periods[0]?.key, scope: viewer?.scope ?? '' };
  return [...(works ? openOf(answer.audits, own) : []), ...(countersigns ? signedOnceOf(answer.audits) : [])];
}

const draftsOf = (releases: readonly Release[]): Waiting[] =>
  releases
    .filter((release) => release.status === 'draft')
    .map((release) => ({
      to: '/data/releases',
      text: t('Publish the release of {quarter}, or leave it', { quarter: quarter(release.period) }),
    }));

const stagedOf = (loads: readonly Load[]): Waiting[] =>
  loads
    .filter((load) => load.state === 'staged')
    .map((load) => ({
      to: `/data/loads/${load.id}`,
      text: t('Confirm or discard the load from {source} ({id})', { source: load.source, id: load.id }),
    }));

/** Of the newest quarter alone: what was left open before is an action, or history. */
const openOf = (
  audits: readonly AuditSummary[],
  own: { readonly period: string | undefined; readonly scope: string },
): Waiting[] =>
  audits
    .filter(({ period, scope, state }) => period === own.period && scope === own.scope && !state.startsWith('signed'))
    .map((audit) => ({
      to: auditAddress(audit),
      text: t(audit.overdue ? 'Finish the equity audit of {quarter}: it is overdue' : 'Finish the equity audit of {quarter}', {
        quarter: quarter(audit.period),
      }),
    }));

const signedOnceOf = (audits: readonly AuditSummary[]): Waiting[] =>
  audits
    .filter(({ state }) => state === 'signed-once')
    .map((audit) => ({
      to: auditAddress(audit),
      text: t('Countersign or return the equity audit of {quarter}, {scope}', {
        quarter: quarter(audit.period),
        scope: audit.scopeLabel,
      }),
    }));

const tracksOf = (waiting: readonly WaitingDecision[]): Waiting[] =>
  waiting.map((one) => ({
    to: `/tracks/${encodeURIComponent(one.key)}${one.kind === 'noCharter' || one.kind === 'lapsedCharter' ? '/charter' : ''}`,
    text: waitingWords(one),
  }));
