import { useEffect, useState } from 'react';
import { CHARTER_POWER, type CharterInput, type CharterPower, type PlannedLook, useAsk } from '../gateway/index.js';
import { type Column, DataTable, Failed, Loading } from '../kit/index.js';
import { count, effectNumber, effectWithUnit, measured, percent, quarter } from '../wording/index.js';
import { type CharterForm, inputOf, unitOf } from './charter-form.js';
import { Refusal } from './Why.js';
import { t } from '../language/index.js';

/** What the planned looks could show, told before the charter is locked. */
export function PowerTable({ form }: { readonly form: CharterForm }) {
  const charter = useSettled(inputOf(form));
  const { answer, failed, retry } = useAsk<{ charterPower: CharterPower }>(CHARTER_POWER, { charter }, charter === null);
  const power = answer?.charterPower;
  return (
    <section aria-labelledby="power" className="stack">
      <h3 id="power">{t('What these looks could show')}</h3>
      {failed ? <Failed retry={retry} /> : null}
      {charter === null ? <p role="status">{t('Fill in every number to see it.')}</p> : null}
      {charter !== null && power === undefined && !failed ? <Loading height={240} /> : null}
      {power?.message === undefined ? null : <Refusal text={power.message} />}
      {charter === null || power?.looks === undefined ? null : (
        <Told charter={charter} looks={power.looks} fewest={power.fewest ?? 0} />
      )}
    </section>
  );
}

interface ToldProps {
  readonly charter: CharterInput;
  readonly looks: readonly PlannedLook[];
  readonly fewest: number;
}

const LIKELY = 0.8;

function Told({ charter, looks, fewest }: ToldProps) {
  const unit = unitOf(charter.outcome);
  // A look that brings nobody new says nothing; the one before it is the last that could.
  const last = looks.filter(({ bound }) => bound !== null).at(-1) ?? looks.at(-1);
  const mark = effectWithUnit(charter.smallestEffect, unit);
  return (
    <>
      <p role="status">{last ? verdictOnPlan(last, mark, unit) : ''}</p>
      <p className="quiet">
        {t(
          'The figure is published from about {people} people on. Nothing that was measured enters here: only how many people are expected, how much they differ, and how far published figures are moved to protect people.',
          { people: count(fewest) },
        )}
      </p>
      <DataTable
        caption={t('Planned looks, if as many people come as expected')}
        columns={columnsFor(unit, mark)}
        rows={looks}
        rowKey={({ period }) => period}
        compact
      />
    </>
  );
}

/** The plan in a sentence, for whoever decides whether it is worth the wait. */
function verdictOnPlan({ people, published, detectable, finding }: PlannedLook, mark: string, unit: string): string {
  const many = count(people);
  if (!published) return t('{people} people are too few: the figure would not be published at all.', { people: many });
  if (detectable === null)
    return t('{people} people are below the minimum of this charter: there would be no verdict.', { people: many });
  const values = { people: many, mark, change: effectWithUnit(detectable, unit) };
  return finding >= LIKELY
    ? t(
        '{people} people are enough to find a change of {mark}: at the last look a change of {change} would be found in four cases of five.',
        values,
      )
    : t(
        '{people} people are not enough to find a change of {mark}: at the last look a change of {change} would be found in four cases of five.',
        values,
      );
}

const columnsFor = (unit: string, mark: string): readonly Column<PlannedLook>[] => [
  { key: 'period', label: t('Look'), render: ({ period }) => quarter(period) },
  { key: 'people', label: t('People by then'), numeric: true, render: ({ people }) => count(people) },
  { key: 'bound', label: t('Standard errors'), numeric: true, render: ({ bound }) => (bound === null ? '–' : measured(bound)) },
  {
    key: 'detectable',
    label: t('Change it would find'),
    numeric: true,
    render: ({ detectable }) => (detectable === null ? t('None##change') : effectNumber(detectable, unit)),
  },
  { key: 'finding', label: t('Chance to find {mark}', { mark }), numeric: true, render: ({ finding }) => percent(finding) },
  { key: 'ruling', label: t('Chance to rule it out'), numeric: true, render: ({ rulingOut }) => percent(rulingOut) },
];

const PAUSE_MS = 350;

/** The value as it was when it stopped changing, so that not every key asks the server. */
function useSettled(value: CharterInput | null): CharterInput | null {
  const text = JSON.stringify(value);
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return JSON.parse(settled) as CharterInput | null;
}
