import { Button, NumberInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { AGREE_ACTION, type Audit, type AuditFinding, type AuditLibrary } from '../gateway/index.js';
import { Choice } from '../kit/index.js';
import { groupLabel, quarter } from '../wording/index.js';
import styles from './audits.module.css';
import { following } from './quarters.js';
import { SaveState } from './SaveState.js';
import { useAuditChange } from './use-audit-change.js';
import { comparedWhat } from './words.js';
import { inSentence, t } from '../language/index.js';

interface ActionFormProps {
  readonly audit: Audit;
  readonly library: AuditLibrary;
  /** The key of the finding that it is about. */
  readonly finding: string;
  readonly title: string;
  /** The comparison that fits best; the finding itself where it is one. */
  readonly measuredBy: string | null;
}

/** An action: what, who answers, until when, and how one will know. */
export function ActionForm({ audit, library, finding, title, measuredBy }: ActionFormProps) {
  const measurable = audit.findings.filter(({ status }) => status === 'compared');
  const about = measurable.find(({ key }) => key === measuredBy);
  const fitting = about === undefined ? [] : library.actions.filter(({ measures }) => measures.includes(about.measure));
  const [kind, setKind] = useState(fitting[0]?.key ?? library.actions[0]?.key ?? 'own');
  const [words, setWords] = useState('');
  const [owner, setOwner] = useState(library.owners[0]?.key ?? '');
  const [due, setDue] = useState(following(audit.period, 2));
  const [place, setPlace] = useState(measuredBy ?? measurable[0]?.key ?? '');
  const [points, setPoints] = useState<number | string>(10);
  const change = useAuditChange();
  const agree = async (): Promise<void> => {
    const action = { finding, kind, ownWords: kind === 'own' ? words : null, ownerRole: owner, duePeriod: due };
    await change.send(AGREE_ACTION, { action: { ...action, measuredBy: place, smallestChange: Number(points) / 100 } });
  };
  return (
    <form
      className={styles['form']}
      aria-label={t('Action for: {title}', { title })}
      onSubmit={(event) => {
        event.preventDefault();
        void agree();
      }}
    >
      <Choice label={t('What is done')} value={kind} options={kindsOf(library, fitting)} onChange={setKind} />
      {kind === 'own' ? (
        <Textarea
          label={t('In own words')}
          description={t('Roles and groups, no names. At most 300 letters.')}
          value={words}
          maxLength={300}
          minRows={2}
          autosize
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      ) : (
        <p className="small quiet">{library.actions.find(({ key }) => key === kind)?.about}</p>
      )}
      <Choice label={t('Who answers for it')} value={owner} options={library.owners.map(optionOf)} onChange={setOwner} />
      <Choice label={t('To be done by the end of')} value={due} options={quartersAfter(audit.period)} onChange={setDue} />
      <Choice label={t('How we will know: measured at')} value={place} options={measurable.map(placeOf)} onChange={setPlace} />
      <NumberInput
        label={t('The smallest change that matters')}
        description={t('Percentage points of everyone else’s rate: from 60 % to 70 % are 10.')}
        value={points}
        min={1}
        max={200}
        allowDecimal={false}
        hideControls
        onChange={setPoints}
      />
      <div>
        <Button type="submit" size="md" disabled={change.busy}>
          {t('Agree this action')}
        </Button>
      </div>
      <SaveState change={change} />
    </form>
  );
}

const optionOf = ({ key, label }: { readonly key: string; readonly label: string }) => ({ value: key, label });

/** What is known to move the measure comes first. */
function kindsOf({ actions }: AuditLibrary, fitting: AuditLibrary['actions']) {
  const others = actions.filter((action) => !fitting.includes(action));
  return [...fitting.map(optionOf), ...others.map(optionOf), { value: 'own', label: t('Something else, in own words') }];
}

const placeOf = (finding: AuditFinding) => ({
  value: finding.key,
  label: `${groupLabel(finding.group)}: ${inSentence(comparedWhat(finding))}`,
});

const quartersAfter = (period: string) =>
  [1, 2, 3, 4].map((ahead) => following(period, ahead)).map((key) => ({ value: key, label: quarter(key) }));
