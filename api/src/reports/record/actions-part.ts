import { t } from '#language';
import { cameOfAction, groupLabel, percent, quarter, ratioMoved, standingOfAction } from '#wording';
import { maySeeFinding } from '../../access/index.js';
import { ACTIONS, comparisonOfKey, OWN_ACTION, OWNER_ROLES, type SignedAction, type SignedPromise } from '../../audits/index.js';
import type { AddedSection } from '../model/model.js';
import { namedGroup } from '../model/written.js';
import type { AuditGround } from './audit-part.js';
import { labelIn, wordsTable } from './parts.js';

type Seen = Pick<AuditGround, 'audit' | 'reader' | 'dimensions' | 'measures'>;

/** What earlier audits agreed and what came of it, and what this one agreed; null where neither agreed anything. */
export function actionsSection(ground: Seen): AddedSection | null {
  const [promised, agreed] = [promisedFor(ground), agreedFor(ground)];
  if (promised.length + agreed.length === 0) return null;
  return {
    title: t('Actions and their effect'),
    paragraphs: [
      standingSentence(promised),
      t(
        'An effect is the change of a group\u2019s ratio to everyone else since the action was agreed, against the smallest change that was agreed to matter. It says that something changed, not why.',
      ),
    ],
    figure: null,
    table: wordsTable(
      t('Actions'),
      [t('Action'), t('Who answers'), t('Due'), t('How we will know'), t('Where it stands'), t('What came of it')],
      [...promised.map((one) => promiseRow(one, ground)), ...agreed.map((one) => agreedRow(one, ground))],
    ),
  };
}

/** Actions that are due and neither done nor dropped, each in a line. */
export const lateActions = (ground: Seen): string[] =>
  promisedFor(ground)
    .filter(({ late }) => late)
    .map((one) =>
      t('{action}: due in {quarter}; {role} answers for it.', {
        ...{ action: actionName(one), quarter: quarter(one.duePeriod), role: labelIn(OWNER_ROLES, one.ownerRole) },
      }),
    );

const seenBy = ({ reader }: Seen, { measuredBy }: SignedAction): boolean =>
  maySeeFinding(reader, comparisonOfKey(measuredBy)?.group ?? {});
const promisedFor = (ground: Seen): SignedPromise[] =>
  ground.audit.document.earlierActions.filter((one) => one.step !== 'withdrawn' && seenBy(ground, one));
const agreedFor = (ground: Seen): SignedAction[] => ground.audit.document.actions.filter((one) => seenBy(ground, one));

function standingSentence(promised: readonly SignedPromise[]): string {
  if (promised.length === 0) return t('No earlier audit agreed an action.');
  const done = promised.filter(({ step }) => step === 'done').length;
  const late = promised.filter((one) => one.late).length;
  const said = { n: promised.length, done, late };
  return late > 0
    ? t(
        '{n, plural, one {One action} other {{n} actions}} agreed before: {done, plural, one {one is} other {{done} are}} done, {late, plural, one {one is} other {{late} are}} late.',
        said,
      )
    : t(
        '{n, plural, one {One action} other {{n} actions}} agreed before: {done, plural, one {one is} other {{done} are}} done.',
        said,
      );
}

const actionName = ({ kind, ownWords }: SignedAction): string =>
  kind === OWN_ACTION ? (ownWords ?? '') : labelIn(ACTIONS, kind);

type Row = readonly [string, ...string[]];

function commonPlaces(action: SignedAction, { dimensions, measures }: Seen): Row {
  const comparison = comparisonOfKey(action.measuredBy);
  const measure = measures.find(({ key }) => key === comparison?.measure)?.label ?? '';
  return [
    actionName(action),
    labelIn(OWNER_ROLES, action.ownerRole),
    quarter(action.duePeriod),
    t('{measure}, {group}: a change of at least {change} of everyone else', {
      ...{ measure, group: groupLabel(namedGroup(comparison?.group ?? {}, dimensions)), change: percent(action.smallestChange) },
    }),
  ];
}

function promiseRow(promise: SignedPromise, ground: Seen): Row {
  const { step, late, followUp, agreedIn } = promise;
  const moved = ratioMoved(followUp.before, followUp.now);
  return [
    ...commonPlaces(promise, ground),
    t('{standing}; agreed in {quarter}', { standing: standingOfAction(step, late), quarter: quarter(agreedIn) }),
    `${cameOfAction(followUp)}${moved === '' ? '' : `, ${moved}`}`,
  ];
}

const agreedRow = (action: SignedAction, ground: Seen): Row => [
  ...commonPlaces(action, ground),
  t('Agreed now'),
  t('Too early to tell'),
];
