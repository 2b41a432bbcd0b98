import { Button, Checkbox, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { type Audit, COUNTERSIGN_AUDIT, REOPEN_AUDIT, RETURN_AUDIT, SIGN_AUDIT } from '../gateway/index.js';
import { Notice, rich } from '../kit/index.js';
import { quarter } from '../wording/index.js';
import { auditAddress } from './address.js';
import { Answers } from './Answers.js';
import { AuditFrame } from './AuditFrame.js';
import styles from './audits.module.css';
import { Lacks } from './Lacks.js';
import { SaveState } from './SaveState.js';
import { useAuditChange } from './use-audit-change.js';
import { t } from '../language/index.js';

/** The fifth step: two people in two roles. */
export default function AuditSignOffPage() {
  return <AuditFrame title={t('Sign off')}>{(audit) => <SignOff audit={audit} />}</AuditFrame>;
}

function SignOff({ audit }: { readonly audit: Audit }) {
  const { rights, state } = audit;
  if (state === 'signed')
    return (
      <>
        <Notice tone="accepted" title={t('Two people have signed')}>
          <p>
            {t('The audit is frozen.')} <Link to={auditAddress(audit, 'record')}>{t('Read the signed record')}</Link>
          </p>
        </Notice>
        {rights.reopen ? (
          <WithReason document={REOPEN_AUDIT} button={t('Reopen the audit')} about={t('The signed record stays.')} />
        ) : null}
      </>
    );
  if (state === 'signed-once') return <Second audit={audit} />;
  if (!rights.work)
    return (
      <Notice>
        <p>
          {t(
            'This audit is still being worked on. It is signed by the engineering manager first, and countersigned by the programme owner.',
          )}
        </p>
      </Notice>
    );
  return (
    <>
      <Lacks audit={audit} />
      {rights.sign ? <Sign audit={audit} /> : null}
    </>
  );
}

function Sign({ audit }: { readonly audit: Audit }) {
  const [read, setRead] = useState(false);
  const change = useAuditChange();
  return (
    <section className={styles['decide']} aria-labelledby="sign">
      <h2 id="sign">{t('The first of two signatures')}</h2>
      <p>
        {rich(
          'You sign what stands under <a>Check your answers</a>. From then on nothing in it can be changed; the programme owner countersigns, or returns it with a reason. You appear as your role; who you are stands in the audit trail.',
          { a: (inside) => <Link to={auditAddress(audit, 'check')}>{inside}</Link> },
        )}
      </p>
      <Checkbox
        label={t('I have gone through the findings and stand by the decisions and actions.')}
        checked={read}
        onChange={(event) => setRead(event.currentTarget.checked)}
      />
      <div>
        <Button size="md" disabled={!read || change.busy} onClick={() => void change.send(SIGN_AUDIT)}>
          {t('Sign off the audit of {quarter}', { quarter: quarter(audit.period) })}
        </Button>
      </div>
      <SaveState change={change} />
    </section>
  );
}

function Second({ audit }: { readonly audit: Audit }) {
  const change = useAuditChange();
  if (!audit.rights.countersign)
    return (
      <Notice tone="unsure" title={t('It waits for the second signature')}>
        <p>
          {t('The programme owner countersigns it, or returns it with a reason. Until then it is frozen.')}{' '}
          <Link to={auditAddress(audit, 'record')}>{t('Read the signed record')}</Link>
        </p>
      </Notice>
    );
  return (
    <>
      <Answers audit={audit} />
      <section className={styles['decide']} aria-labelledby="countersign">
        <h2 id="countersign">{t('The second signature')}</h2>
        <p>{t('Somebody else, in another role, signed this audit. You sign the same document, with the same hash.')}</p>
        <div>
          <Button size="md" disabled={change.busy} onClick={() => void change.send(COUNTERSIGN_AUDIT)}>
            {t('Countersign the audit of {quarter}', { quarter: quarter(audit.period) })}
          </Button>
        </div>
        <SaveState change={change} />
      </section>
      <WithReason document={RETURN_AUDIT} button={t('Return it')} about={t('It can then be worked on again.')} />
    </>
  );
}

interface WithReasonProps {
  readonly document: string;
  readonly button: string;
  readonly about: string;
}

/** A step that needs a reason. */
function WithReason({ document, button, about }: WithReasonProps) {
  const [why, setWhy] = useState('');
  const change = useAuditChange();
  return (
    <section className={styles['form']} aria-label={button}>
      <Textarea
        label={t('Why')}
        description={t('{about} Both signatures read the reason. Name no person.', { about })}
        value={why}
        maxLength={500}
        minRows={2}
        autosize
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      <div>
        <Button
          variant="default"
          disabled={change.busy || why.trim().length < 10}
          onClick={() => void change.send(document, { why })}
        >
          {button}
        </Button>
      </div>
      <SaveState change={change} />
    </section>
  );
}
