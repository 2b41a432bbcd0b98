import { useChange } from '../kit/index.js';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { ANSWER_DECISION, type Charter, type Track, type TrackDecision } from '../gateway/index.js';
import {
  calendarDate,
  decisionLabel,
  effectRange,
  effectWithUnit,
  followedWords,
  quarter,
  strengthWords,
  trackBadge,
} from '../wording/index.js';
import styles from './tracks.module.css';
import { isReason, Refusal, Why } from './Why.js';
import { inSentence, t } from '../language/index.js';

interface HistoryProps {
  readonly track: Track;
  readonly renew: () => void;
}

/** What was decided before, on which evidence, and what followed. */
export function HistoryOfTrack({ track, renew }: HistoryProps) {
  const { decisions, charters, summary } = track;
  const locked = charters.filter(({ lockedAt }) => lockedAt !== null);
  return (
    <section aria-labelledby="history" className="stack">
      <h2 id="history">{t('What was decided before')}</h2>
      {decisions.length === 0 ? <p className="quiet">{t('Nothing has been decided about this track yet.')}</p> : null}
      <ol className={styles['entries']} reversed>
        {decisions.map((decision) => (
          <li key={decision.no} className={styles['entry']}>
            <DecisionEntry decision={decision} unit={summary.charter?.unit ?? 'points'} />
            {decision.mayAnswer ? <AnswerForm trackKey={summary.key} decision={decision} renew={renew} /> : null}
          </li>
        ))}
      </ol>
      <h3>{t('Charters')}</h3>
      {locked.length === 0 ? <p className="quiet">{t('No charter has been locked.')}</p> : null}
      <ul>
        {locked.map((charter) => (
          <li key={charter.version}>{charterLine(charter)}</li>
        ))}
      </ul>
      <p>
        <Link to={`/tracks/${encodeURIComponent(summary.key)}/charter`}>{t('See its charters')}</Link>
      </p>
    </section>
  );
}

const charterLine = ({ version, lockedAt, looks }: Charter): string =>
  t('Version {version}, locked on {day}, looks {looks}', {
    version,
    day: calendarDate(lockedAt ?? ''),
    looks: looks.map(quarter).join(', '),
  });

function DecisionEntry({ decision, unit }: { readonly decision: TrackDecision; readonly unit: string }) {
  const { kind, decidedAt, period, verdict, strength, why, changed, secondWhy, supported, state, followed, change, followedIn } =
    decision;
  const looked = period === null ? t('No look') : t('Look {quarter}', { quarter: quarter(period) });
  return (
    <>
      <h3>
        {decisionLabel(kind)}, {calendarDate(decidedAt)}
      </h3>
      <p className="small quiet">
        {t('{look}: {verdict}, strength {strength}.', {
          look: looked,
          verdict: trackBadge(verdict).word,
          strength: inSentence(strengthWords(strength).word),
        })}{' '}
        {supported ? t('The evidence supported it.') : t('Against the evidence.')} {stateWords(state)}
      </p>
      <p>{why}</p>
      {changed === null ? null : <p>{t('What was changed: {changed}', { changed })}</p>}
      {secondWhy === null ? null : <p>{t('The second person: {secondWhy}', { secondWhy })}</p>}
      {state === 'holds' ? (
        <p className="small">
          {t('What followed: {followed}', { followed: followedWords(followed) })}
          {change === null || followedIn === null
            ? ''
            : ` ${t('({effect}, interval {range}, {quarter})', {
                effect: effectWithUnit(change.value, unit),
                range: effectRange(change, unit),
                quarter: quarter(followedIn),
              })}`}
          .
        </p>
      ) : null}
    </>
  );
}

const stateWords = (state: string): string =>
  state === 'waits' ? t('It waits for a second person.') : state === 'refused' ? t('The second person did not agree.') : '';

interface AnswerProps {
  readonly trackKey: string;
  readonly decision: TrackDecision;
  readonly renew: () => void;
}

/** The second person's answer to a decision against the evidence. */
function AnswerForm({ trackKey, decision, renew }: AnswerProps) {
  const [why, setWhy] = useState('');
  const { problem, busy, send } = useChange(renew);
  const answer = (agree: boolean) => void send(ANSWER_DECISION, { key: trackKey, no: decision.no, agree, why });
  return (
    <div className={styles['form']}>
      <Why value={why} onChange={setWhy} />
      <div className="row">
        <Button size="md" disabled={busy || !isReason(why)} onClick={() => answer(true)}>
          {t('Agree: {decision}', { decision: inSentence(decisionLabel(decision.kind)) })}
        </Button>
        <Button size="md" variant="default" disabled={busy || !isReason(why)} onClick={() => answer(false)}>
          {t('Do not agree')}
        </Button>
      </div>
      <Refusal text={problem} />
    </div>
  );
}
