import { Checkbox, NumberInput, TextInput } from '@mantine/core';
import { POLICY_FORM, type PolicyForm, type PolicyKnob, type PolicyPack, useAsk } from '../gateway/index.js';
import { Failed, Loading } from '../kit/index.js';
import styles from './governance.module.css';
import { type OwnChanges, partsOf, toggled } from './own-policy.js';
import { t } from '../language/index.js';

interface FieldsProps {
  readonly pack: PolicyPack;
  readonly own: OwnChanges;
  readonly onChange: (own: OwnChanges) => void;
}

/** Every number of a policy that a form may change, and its closed lists. What is no looser than the standard policy is taken. */
export function OwnPolicyFields(props: FieldsProps) {
  const { answer, failed, retry } = useAsk<{ policyForm: PolicyForm }>(POLICY_FORM);
  if (failed) return <Failed retry={retry} />;
  return answer === null ? <Loading height={640} /> : <Fields {...props} form={answer.policyForm} />;
}

function Fields({ form, pack, own, onChange }: FieldsProps & { readonly form: PolicyForm }) {
  return (
    <div className={styles['fields']}>
      <TextInput
        label={t('Name of the policy')}
        description={t('Lower-case letters, digits and dashes; its versions are counted.')}
        value={own.name}
        maxLength={41}
        onChange={(event) => onChange({ ...own, name: event.currentTarget.value })}
      />
      {partsOf(form.knobs).map(({ title, knobs }) => (
        <fieldset key={title} className={styles['fields']}>
          <legend>{title}</legend>
          <div className={styles['knobs']}>
            {knobs.map((knob) => (
              <Knob key={knob.key} knob={knob} pack={pack} own={own} onChange={onChange} />
            ))}
          </div>
        </fieldset>
      ))}
      <Choices
        title={t('What the data are used for')}
        options={form.purposes}
        chosen={own.purposes}
        onChange={(purposes) => onChange({ ...own, purposes })}
      />
      <Choices
        title={t('Columns by which nothing is ever split')}
        options={form.columns}
        chosen={own.neverAGroup}
        onChange={(neverAGroup) => onChange({ ...own, neverAGroup })}
      />
    </div>
  );
}

function Knob({ knob, pack, own, onChange }: FieldsProps & { readonly knob: PolicyKnob }) {
  const { key, label, least, most, isWhole } = knob;
  const ofPack = pack.values.find((one) => one.key === key)?.value ?? least;
  return (
    <NumberInput
      label={label}
      description={t('From {least, number} to {most, number}; {ofPack, number} in {label}', {
        least,
        most,
        ofPack,
        label: pack.label,
      })}
      value={own.values[key] ?? ofPack}
      min={least}
      max={most}
      step={isWhole ? 1 : 0.05}
      allowDecimal={!isWhole}
      hideControls
      onChange={(value) => typeof value === 'number' && onChange({ ...own, values: { ...own.values, [key]: value } })}
    />
  );
}

interface ChoicesProps {
  readonly title: string;
  readonly options: readonly { readonly key: string; readonly label: string }[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

function Choices({ title, options, chosen, onChange }: ChoicesProps) {
  const all = options.map(({ key }) => key);
  return (
    <fieldset className={styles['fields']}>
      <legend>{title}</legend>
      {options.map(({ key, label }) => (
        <Checkbox key={key} label={label} checked={chosen.includes(key)} onChange={() => onChange(toggled(all, chosen, key))} />
      ))}
    </fieldset>
  );
}
