import { StripRows } from '../charts/drawings.js';
import { ABSENT, type Mark, signedAxis } from '../charts/index.js';
import type { Track } from '../gateway/index.js';
import { effectNumber, effectRange, measured, quarter, skillChangeSentence } from '../wording/index.js';

/** The change of skills on the line that regression to the mean alone would reach. */
export function SkillChange({ track: { skillChange, summary } }: { readonly track: Track }) {
  if (skillChange === null) return null;
  const { change, expectedByChance, period } = skillChange;
  const sentence = skillChangeSentence(change, expectedByChance);
  const largest = Math.max(...[change.value, change.lower, change.upper, expectedByChance ?? 0].map(Math.abs));
  const axis = signedAxis(largest, 'points', measured);
  return (
    <section aria-labelledby="skill-change" className="stack" id="fig-skill-change">
      <h2 id="skill-change">Skills, before and after</h2>
      <p>{sentence}</p>
      <StripRows
        marks={rowsOf(change, expectedByChance)}
        axis={{ ...axis, ends: ['lower scores', 'higher scores'] }}
        label={`${summary.name}: change of skills`}
      />
      <p className="small quiet">
        {quarter(period)}. Points of the scale of the checks; the line is the 95&nbsp;% interval.
        {summary.charter?.outcome === 'skill_change'
          ? ' This outcome decides, so it is shown at looks alone.'
          : ' It does not decide.'}
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
    label: 'Change from before to after',
    value: number(change.value),
    lower: number(change.lower),
    upper: number(change.upper),
    sentence: `Change: ${effectNumber(change.value, 'points')}, interval ${effectRange(change, 'points')}.`,
  };
  if (expected === null) return [moved];
  const sentence = `Regression to the mean alone: ${effectNumber(expected, 'points')} points.`;
  return [
    moved,
    { ...row, key: 'chance', label: 'Regression to the mean alone', value: number(expected), sentence, total: true },
  ];
}
