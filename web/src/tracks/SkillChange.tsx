import { StripRows } from '../charts/drawings.js';
import { ABSENT, type Mark, signedAxis } from '../charts/index.js';
import type { Track } from '../gateway/index.js';
import { effectNumber, effectRange, measured, quarter, skillChangeSentence } from '../wording/index.js';
import { t } from '../language/index.js';

/** The change of skills on the line that regression to the mean alone would reach. */
export function SkillChange({ track: { skillChange, summary } }: { readonly track: Track }) {
  if (skillChange === null) return null;
  const { change, expectedByChance, period } = skillChange;
  const sentence = skillChangeSentence(change, expectedByChance);
  const largest = Math.max(...[change.value, change.lower, change.upper, expectedByChance ?? 0].map(Math.abs));
  const axis = signedAxis(largest, 'points', measured);
  return (
    <section aria-labelledby="skill-change" className="stack" id="fig-skill-change">
      <h2 id="skill-change">{t('Skills, before and after')}</h2>
      <p>{sentence}</p>
      <StripRows
        marks={rowsOf(change, expectedByChance)}
        axis={{ ...axis, ends: [t('lower scores'), t('higher scores')] }}
        label={t('{name}: change of skills', { name: summary.name })}
      />
      <p className="small quiet">
        {quarter(period)}. {t('Points of the scale of the checks; the line is the 95\u00a0% interval.')}{' '}
        {summary.charter?.outcome === 'skill_change'
          ? t('This outcome decides, so it is shown at looks alone.')
          : t('It does not decide.')}
      </p>
    </section>
  );
}

function rowsOf(change: NonNullable<Track['skillChange']>['change'], expected: number | null): Mark[] {
  const row = { depth: 0, status: 'shown', lower: ABSENT, upper: ABSENT } as const;
  const number = (value: number) => ({ kind: 'number', number: value }) as const;
  const moved: Mark = {
    ...row,
    key: 'change',
    label: t('Change from before to after'),
    value: number(change.value),
    lower: number(change.lower),
    upper: number(change.upper),
    sentence: t('Change: {effect}, interval {range}.', {
      effect: effectNumber(change.value, 'points'),
      range: effectRange(change, 'points'),
    }),
  };
  if (expected === null) return [moved];
  const sentence = t('Regression to the mean alone: {effect} points.', { effect: effectNumber(expected, 'points') });
  return [
    moved,
    { ...row, key: 'chance', label: t('Regression to the mean alone'), value: number(expected), sentence, total: true },
  ];
}
