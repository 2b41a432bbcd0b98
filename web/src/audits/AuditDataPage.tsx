import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { ANSWER_AUDIT_DATA, type Audit, AUDIT_LIBRARY, type AuditLibrary, useAsk } from '../gateway/index.js';
import { Failed, Loading } from '../kit/index.js';
import { calendarDate, HIDDEN_SHORT, hiddenShare, interval, percent } from '../wording/index.js';
import { auditAddress } from './address.js';
import { AuditFrame } from './AuditFrame.js';
import styles from './audits.module.css';
import { Choices, Ticks } from './Choices.js';
import { SaveState } from './SaveState.js';
import { useAuditChange } from './use-audit-change.js';
import { ANSWERS } from './words.js';
import { t } from '../language/index.js';

/** The first step: what is known about the data, and whether that is enough to judge anything. */
export default function AuditDataPage() {
  return (
    <AuditFrame title={t('Check the data')}>
      {(audit) => (
        <>
          <Facts audit={audit} />
          <Question audit={audit} />
        </>
      )}
    </AuditFrame>
  );
}

function Facts({ audit: { data } }: { readonly audit: Audit }) {
  const nothing = t('Nothing that this audit rests on.');
  return (
    <dl className={styles['facts']}>
      <dt>{t('Results')}</dt>
      <dd>
        {hiddenShare(data.hidden, data.comparisons)} {data.hidden > 0 ? t(HIDDEN_SHORT) : ''}{' '}
        {t('{n} have no reliable estimate [u].', { n: data.withoutEstimate })}
      </dd>
      <dt>{t('Characteristics said')}</dt>
      <dd>
        {data.characteristics.length === 0
          ? t('The release does not tell.')
          : data.characteristics.map((one) => (
              <p key={one.label}>
                {t('{characteristic}: {share} of people', {
                  characteristic: one.label,
                  share: one.share.value === null ? '[u]' : percent(one.share.value),
                })}
                {one.lower.value === null || one.upper.value === null
                  ? ''
                  : `, ${interval(percent(one.lower.value), percent(one.upper.value))}`}
              </p>
            ))}
      </dd>
      <dt>{t('Freshness')}</dt>
      <dd>
        {data.oldestLoad === null
          ? t('The release does not tell.')
          : t('Every file was loaded on {day} or later.', { day: calendarDate(data.oldestLoad) })}
      </dd>
      <dt>{t('Quality gate')}</dt>
      <dd>{data.quality.length === 0 ? t('The release does not tell.') : data.quality.join(' ')}</dd>
      <dt>{t('Changed since last quarter')}</dt>
      <dd>{data.changed.length === 0 ? nothing : data.changed.map((one) => <p key={one}>{one}</p>)}</dd>
    </dl>
  );
}

function Question({ audit }: { readonly audit: Audit }) {
  const library = useAsk<{ auditLibrary: AuditLibrary }>(AUDIT_LIBRARY);
  const change = useAuditChange();
  const [answer, setAnswer] = useState<string | null>(audit.answer?.answer ?? null);
  const [limits, setLimits] = useState<readonly string[]>(audit.answer?.limits ?? []);
  if (library.failed) return <Failed retry={library.retry} />;
  if (library.answer === null) return <Loading height={200} />;
  const save = (to: string, by: readonly string[]): void => {
    setAnswer(to);
    setLimits(by);
    if (to === 'yes' || by.length > 0) void change.send(ANSWER_AUDIT_DATA, { answer: to, limits: by });
  };
  const closed = !audit.rights.work;
  return (
    <section className={styles['decide']} aria-labelledby="question">
      <h2 id="question">{t('Is this good enough to judge equity this quarter?')}</h2>
      <Choices
        legend={t('Answer')}
        options={ANSWERS}
        value={answer}
        disabled={closed}
        onChoose={(to) => save(to, to === 'yes' ? [] : limits)}
      />
      {answer === null || answer === 'yes' ? null : (
        <Ticks
          legend={answer === 'no' ? t('Why not') : t('What limits it')}
          options={library.answer.auditLibrary.limits}
          values={limits}
          disabled={closed}
          onChange={(by) => save(answer, by)}
        />
      )}
      <SaveState change={change} />
      <div>
        <Button size="md" component={Link} to={auditAddress(audit, answer === 'no' ? 'check' : 'findings')}>
          {answer === 'no' ? t('Check your answers') : t('Review findings')}
        </Button>
      </div>
    </section>
  );
}
