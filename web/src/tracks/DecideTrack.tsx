import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useMay } from '../access/index.js';
import { DECIDE_TRACK, LOOK_EARLY, type Track } from '../gateway/index.js';
import { Choice, useChange } from '../kit/index.js';
import { decisionAbout, decisionLabel, quarter } from '../wording/index.js';
import styles from './tracks.module.css';
import { isReason, Refusal, Why } from './Why.js';
import { inSentence, t } from '../language/index.js';

const KINDS = ['continue', 'adjust', 'extend', 'retire'] as const;

interface DecideProps {
  readonly track: Track;
  readonly renew: () => void;
}

/** What the evidence supports, and the form for whoever decides. */
export function DecideTrack({ track, renew }: DecideProps) {
  const decides = useMay('write', 'track-decisions');
  const { supported, whyNotRetire, summary } = track;
  return (
    <section aria-labelledby="decide-track" className="stack">
      <h2 id="decide-track">{t('What the evidence supports')}</h2>
      <ul>
        {KINDS.map((kind) => (
          <li key={kind}>
            {decisionLabel(kind)}: {supported.includes(kind) ? t('supported') : t('not supported')}
            {kind === 'retire' && whyNotRetire !== null ? `. ${whyNotRetire}` : ''}
          </li>
        ))}
      </ul>
      {decides && summary.status !== 'retired' && summary.status !== 'retiring' ? (
        <DecideForm track={track} renew={renew} />
      ) : null}
      {decides && track.betweenLooks.length > 0 ? <LookEarly track={track} renew={renew} /> : null}
    </section>
  );
}

function DecideForm({ track, renew }: DecideProps) {
  const { supported, summary } = track;
  const [kind, setKind] = useState<string>(supported[0] ?? 'extend');
  const [why, setWhy] = useState('');
  const [changed, setChanged] = useState('');
  const [looks, setLooks] = useState('2');
  const { problem, busy, send } = useChange(() => (setWhy(''), setChanged(''), renew()));
  const against = !supported.includes(kind);
  const ready = isReason(why) && (kind !== 'adjust' || isReason(changed));
  const decide = () =>
    send(DECIDE_TRACK, {
      ...{ key: summary.key, kind, why },
      changed: kind === 'adjust' ? changed : null,
      looks: kind === 'extend' ? Number(looks) : null,
    });
  return (
    <div className={styles['form']}>
      <h3>{t('Record a decision')}</h3>
      <Choice
        label={t('Decision')}
        value={kind}
        options={KINDS.map((one) => ({ value: one, label: decisionLabel(one) }))}
        onChange={setKind}
      />
      <p>
        {decisionAbout(kind)}
        {against ? ` ${t('The evidence does not support this: it takes effect when an executive agrees.')}` : ''}
      </p>
      {kind === 'adjust' ? (
        <Textarea
          label={t('What is changed')}
          description={t('It is drawn as a mark; the next planned look is compared with the last one.')}
          value={changed}
          maxLength={500}
          minRows={2}
          autosize
          onChange={(event) => setChanged(event.currentTarget.value)}
        />
      ) : null}
      {kind === 'extend' ? (
        <Choice
          label={t('Looks more')}
          value={looks}
          options={['1', '2', '3', '4'].map((one) => ({ value: one, label: one }))}
          onChange={setLooks}
        />
      ) : null}
      <Why value={why} onChange={setWhy} />
      <div>
        <Button size="md" disabled={busy || !ready} onClick={() => void decide()}>
          {against
            ? t('Propose: {decision}', { decision: inSentence(decisionLabel(kind)) })
            : t('Decide: {decision}', { decision: inSentence(decisionLabel(kind)) })}
        </Button>
      </div>
      <Refusal text={problem} />
    </div>
  );
}

function LookEarly({ track: { betweenLooks, summary }, renew }: DecideProps) {
  const [period, setPeriod] = useState(betweenLooks.at(-1) ?? '');
  const [why, setWhy] = useState('');
  const { problem, busy, send } = useChange(() => (setWhy(''), renew()));
  return (
    <details>
      <summary>{t('Look at a quarter that was not planned')}</summary>
      <div className={styles['form']}>
        <p>{t('It is counted for good, decides nothing, and makes every later look stricter.')}</p>
        <Choice
          label={t('Quarter')}
          value={period}
          options={betweenLooks.map((one) => ({ value: one, label: quarter(one) }))}
          onChange={setPeriod}
        />
        <Why value={why} onChange={setWhy} />
        <div>
          <Button
            variant="default"
            size="md"
            disabled={busy || !isReason(why)}
            onClick={() => void send(LOOK_EARLY, { key: summary.key, period, why })}
          >
            {t('Look early')}
          </Button>
        </div>
        <Refusal text={problem} />
      </div>
    </details>
  );
}
