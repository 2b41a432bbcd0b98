import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { type Audit, AUDIT_LIBRARY, type AuditDecision, type AuditLibrary, DECIDE_FINDING, useAsk } from '../gateway/index.js';
import { Choice, Failed, Loading } from '../kit/index.js';
import { auditAddress, findingAddress } from './address.js';
import { FINDING_CHOICES } from '../wording/index.js';
import styles from './audits.module.css';
import { Choices } from './Choices.js';
import { SaveState } from './SaveState.js';
import { useAuditChange } from './use-audit-change.js';
import { t } from '../language/index.js';

interface DecideFormProps {
  readonly audit: Audit;
  readonly finding: string;
  readonly decision: AuditDecision | null;
}

/** A decision and its reason. It is saved as soon as both are chosen, and can be taken back. */
export function DecideForm({ audit, finding, decision }: DecideFormProps) {
  const library = useAsk<{ auditLibrary: AuditLibrary }>(AUDIT_LIBRARY);
  const change = useAuditChange();
  const own = decision?.branch === null ? decision : null;
  const [choice, setChoice] = useState<string | null>(own?.choice ?? null);
  useEffect(() => setChoice(own?.choice ?? null), [finding, own?.choice]);
  if (library.failed) return <Failed retry={library.retry} />;
  if (library.answer === null) return <Loading height={280} />;
  const reasons = library.answer.auditLibrary.decisions.find((one) => one.choice === choice)?.reasons ?? [];
  const decide = (reason: string): void => void (reason !== '' && change.send(DECIDE_FINDING, { finding, choice, reason }));
  return (
    <section className={`${styles['decide']} no-print`} aria-labelledby="decide">
      <h2 id="decide">{t('What is decided?')}</h2>
      <OfBranch decision={decision} />
      <Choices
        legend={t('Decision')}
        options={FINDING_CHOICES.map(([key, label, about]) => [key, t(label), t(about)])}
        value={choice}
        disabled={!audit.rights.work}
        onChoose={setChoice}
      />
      {choice === null ? null : (
        <Choice
          label={t('Reason')}
          value={own?.choice === choice ? own.reason : ''}
          options={[{ value: '', label: t('Choose a reason') }, ...reasons.map(({ key, label }) => ({ value: key, label }))]}
          onChange={decide}
        />
      )}
      <SaveState change={change} />
      <div className="row">
        <NextFinding audit={audit} finding={finding} />
        {own !== null && audit.rights.work ? (
          <Button variant="default" disabled={change.busy} onClick={() => void change.send(DECIDE_FINDING, { finding })}>
            {t('Take it back')}
          </Button>
        ) : null}
      </div>
    </section>
  );
}

function OfBranch({ decision }: Pick<DecideFormProps, 'decision'>) {
  if (decision === null || decision.branch === null) return null;
  return (
    <p>
      {t('{branch} decided: {reason}. A decision here takes its place in the programme’s audit.', {
        branch: decision.branch,
        reason: decision.reasonLabel,
      })}
    </p>
  );
}

/** The next one that needs a decision; after the last, the next step. */
function NextFinding({ audit, finding }: Pick<DecideFormProps, 'audit' | 'finding'>) {
  const waiting = [
    ...audit.findings.filter(({ needsWord, decision }) => needsWord && decision === null).map(({ key }) => key),
    ...audit.promised.filter(({ late, decision }) => late && decision === null).map(({ key }) => key),
  ].filter((key) => key !== finding);
  const [next] = waiting;
  return (
    <Button size="md" component={Link} to={next === undefined ? auditAddress(audit, 'actions') : findingAddress(audit, next)}>
      {next === undefined ? t('Go on to actions') : t('Next finding ({n} to decide)', { n: waiting.length })}
    </Button>
  );
}
