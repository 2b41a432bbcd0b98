import { Link } from 'react-router';
import { useMay } from '../access/index.js';
import {
  type Load,
  LOADS_QUERY,
  NEEDS_DECISION,
  type Release,
  RELEASES_QUERY,
  useAsk,
  type WaitingDecision,
} from '../gateway/index.js';
import { quarter, waitingWords } from '../wording/index.js';
import styles from './overview.module.css';

interface Waiting {
  readonly to: string;
  readonly text: string;
}

/** What waits for this reader: drafts to publish, loads to confirm, tracks to decide about. Nothing is said where nothing waits. */
export function NeedsDecision() {
  const publishes = useMay('write', 'publication');
  const loads = useMay('write', 'loads');
  const drafts = useAsk<{ releases: readonly Release[] }>(RELEASES_QUERY, {}, !publishes);
  const staged = useAsk<{ loads: readonly Load[] }>(LOADS_QUERY, {}, !loads);
  const tracks = useMay('read', 'tracks');
  const decisions = useAsk<{ needsDecision: readonly WaitingDecision[] }>(NEEDS_DECISION, {}, !tracks);
  const waiting = [
    ...draftsOf(drafts.answer?.releases ?? []),
    ...stagedOf(staged.answer?.loads ?? []),
    ...tracksOf(decisions.answer?.needsDecision ?? []),
  ];
  if (!publishes && !loads && waiting.length === 0) return null;
  return (
    <section aria-labelledby="decide" className="stack">
      <h2 id="decide">Needs your decision</h2>
      {waiting.length === 0 ? <p className="quiet">Nothing waits for you.</p> : null}
      <ul className={styles['waiting']}>
        {waiting.map((one) => (
          <li key={one.text}>
            <Link to={one.to}>{one.text}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

const draftsOf = (releases: readonly Release[]): Waiting[] =>
  releases
    .filter((release) => release.status === 'draft')
    .map((release) => ({ to: '/data/releases', text: `Publish the release of ${quarter(release.period)}, or leave it` }));

const stagedOf = (loads: readonly Load[]): Waiting[] =>
  loads
    .filter((load) => load.state === 'staged')
    .map((load) => ({ to: `/data/loads/${load.id}`, text: `Confirm or discard the load from ${load.source} (${load.id})` }));

const tracksOf = (waiting: readonly WaitingDecision[]): Waiting[] =>
  waiting.map((one) => ({
    to: `/tracks/${encodeURIComponent(one.key)}${one.kind === 'noCharter' || one.kind === 'lapsedCharter' ? '/charter' : ''}`,
    text: waitingWords(one),
  }));
