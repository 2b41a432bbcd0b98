import { createUnionType, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Ruled, Said } from '../schema/ruled.js';
import { Refused } from './account.types.js';
import { SimilarRatios } from './installation.types.js';
import { AuditNote } from './audit-note.types.js';
import { GroupValue, ReleasedNumber } from './result.types.js';

const AUDITS = 'audits';

@ObjectType({ description: 'An equity audit in a list.' })
export class AuditSummary {
  @Ruled(() => String, AUDITS, 'The quarter that it judges.')
  period!: string;
  @Ruled(() => String, AUDITS, 'The branch of the team tree; empty for the programme.')
  scope!: string;
  @Ruled(() => String, AUDITS, 'The same in words.')
  scopeLabel!: string;
  @Ruled(() => String, AUDITS, 'open, signed-once, signed, returned or reopened.')
  state!: string;
  @Ruled(() => String, AUDITS, 'When it should be signed, YYYY-MM-DD.')
  dueOn!: string;
  @Ruled(() => Boolean, AUDITS, 'Whether that day is over and two signatures are not given.')
  overdue!: boolean;
  @Ruled(() => Int, AUDITS, 'Decisions about findings.')
  decided!: number;
  @Ruled(() => Int, AUDITS, 'Actions that were agreed.')
  actions!: number;
}

@ObjectType({ description: 'How many have said a personal characteristic.' })
export class SaidCharacteristic {
  @Ruled(() => String, AUDITS, 'The characteristic.')
  label!: string;
  @Ruled(() => ReleasedNumber, AUDITS, 'The share, of 1.')
  share!: ReleasedNumber;
  @Ruled(() => ReleasedNumber, AUDITS, 'Its lower 95 % limit.')
  lower!: ReleasedNumber;
  @Ruled(() => ReleasedNumber, AUDITS, 'Its upper 95 % limit.')
  upper!: ReleasedNumber;
}

@ObjectType({ description: 'What is known about the data before anything is judged.' })
export class AuditData {
  @Ruled(() => Int, AUDITS, 'Comparisons in the audit, as far as you may see them.')
  comparisons!: number;
  @Ruled(() => Int, AUDITS, 'Those that are hidden.')
  hidden!: number;
  @Ruled(() => Int, AUDITS, 'Those without an estimate that could be relied on.')
  withoutEstimate!: number;
  @Ruled(() => [SaidCharacteristic], AUDITS, 'How many have said each personal characteristic.')
  characteristics!: SaidCharacteristic[];
  @Ruled(() => String, AUDITS, 'The day of the oldest among the newest loads, YYYY-MM-DD.', { nullable: true })
  oldestLoad!: string | null;
  @Ruled(() => [String], AUDITS, 'What was asked of the data before publication, and what was held back.')
  quality!: string[];
  @Ruled(() => [String], AUDITS, 'What changed in methods and groups since the quarter before.')
  changed!: string[];
}

@ObjectType({ description: 'Whether the data are good enough to judge equity this quarter.' })
export class AuditDataAnswer {
  @Ruled(() => String, AUDITS, 'yes, with-limits or no.')
  answer!: string;
  @Ruled(() => [String], AUDITS, 'Keys of what limits them.')
  limits!: string[];
}

@ObjectType({ description: 'What was decided about a finding.' })
export class AuditDecision {
  @Ruled(() => String, AUDITS, 'act, watch, needs-better-data or no-action.')
  choice!: string;
  @Ruled(() => String, AUDITS, 'Key of the reason.')
  reason!: string;
  @Said(() => String, AUDITS, 'The reason in words.')
  reasonLabel!: string;
  @Ruled(() => String, AUDITS, 'The branch whose audit decided it; null where it was this one.', { nullable: true })
  branch!: string | null;
}

@ObjectType({ description: 'People more that would bring a group to the others’ rate.' })
export class AuditShortfall {
  @Ruled(() => ReleasedNumber, AUDITS, 'About how many; absent as notAboutPeople where the measure counts something else.')
  people!: ReleasedNumber;
  @Ruled(() => ReleasedNumber, AUDITS, 'Lower 95 % limit.')
  lower!: ReleasedNumber;
  @Ruled(() => ReleasedNumber, AUDITS, 'Upper 95 % limit.')
  upper!: ReleasedNumber;
}

@ObjectType({ description: 'A comparison as released, with the verdict that the rule gives it.' })
export class AuditComparison {
  @Ruled(() => String, AUDITS, 'The verdict, from interval, similar range and the p adjusted inside the family.')
  verdict!: string;
  @Ruled(() => ReleasedNumber, AUDITS, 'The ratio to everyone else.')
  ratio!: ReleasedNumber;
  @Ruled(() => ReleasedNumber, AUDITS, 'Its lower 95 % limit.')
  lower!: ReleasedNumber;
  @Ruled(() => ReleasedNumber, AUDITS, 'Its upper 95 % limit; null where there is none.')
  upper!: ReleasedNumber;
  @Ruled(() => ReleasedNumber, AUDITS, 'p, adjusted for all comparisons of the family (Benjamini and Hochberg).')
  adjustedP!: ReleasedNumber;
  @Ruled(() => Int, AUDITS, 'Comparisons in the family.')
  comparisons!: number;
  @Said(() => String, AUDITS, 'What the group’s own figure is called.')
  ownLabel!: string;
  @Ruled(() => String, AUDITS, 'How it is written: fraction, minutes, score.')
  ownFormat!: string;
  @Ruled(() => ReleasedNumber, AUDITS, 'The group’s own figure; null where it has no estimate.')
  own!: ReleasedNumber;
  @Ruled(() => ReleasedNumber, AUDITS, 'That of everyone else; null where the release has none.')
  other!: ReleasedNumber;
  @Ruled(() => AuditShortfall, AUDITS, 'People more for the others’ rate.')
  shortfall!: AuditShortfall;
}

@ObjectType({ description: 'A finding: a group beside everyone else, classed by rule.' })
export class AuditFinding {
  @Ruled(() => ID, AUDITS, 'Its name, the same in every quarter.')
  key!: string;
  @Ruled(() => String, AUDITS, 'What it is for the reader: clear-gap, gap-of-uncertain-size, cannot-tell, slight-gap, similar, other-way-round, no-estimate, hidden or not-collected.') // prettier-ignore
  class!: string;
  @Ruled(() => Boolean, AUDITS, 'Whether the audit has to decide about it.')
  needsWord!: boolean;
  @Ruled(() => String, AUDITS, 'The measure.')
  measure!: string;
  @Said(() => String, AUDITS, 'The measure in words.')
  measureLabel!: string;
  @Ruled(() => String, AUDITS, 'Whom it is about.')
  variant!: string;
  @Said(() => String, AUDITS, 'The same in words.')
  variantLabel!: string;
  @Ruled(() => String, AUDITS, 'The step of a path; null where the measure has none.', { nullable: true })
  step!: string | null;
  @Ruled(() => String, AUDITS, 'The side of 1 that asks for a word: lower or higher.')
  concern!: string;
  @Ruled(() => String, AUDITS, 'What the ratio divides: rates, means or odds.')
  of!: string;
  @Ruled(() => [GroupValue], AUDITS, 'The group.')
  group!: GroupValue[];
  @Ruled(() => String, AUDITS, 'compared, suppressed, notEstimable, structuralZero or notCollected.')
  status!: string;
  @Ruled(() => String, AUDITS, 'Why there is no estimate.', { nullable: true })
  reason!: string | null;
  @Ruled(() => AuditComparison, AUDITS, 'The comparison; null unless compared.', { nullable: true })
  comparison!: AuditComparison | null;
  @Ruled(() => AuditDecision, AUDITS, 'What was decided; null where nothing is.', { nullable: true })
  decision!: AuditDecision | null;
  @Ruled(() => String, AUDITS, 'Since the quarter before: higher or lower by more than chance, or withinChance; null where it cannot be said or was not asked.', { nullable: true }) // prettier-ignore
  change!: string | null;
  @Ruled(() => String, AUDITS, 'The quarter that it is compared with.', { nullable: true })
  since!: string | null;
}

@ObjectType({ description: 'An action that was agreed.' })
export class AuditAction {
  @Ruled(() => ID, AUDITS, 'Its name.')
  id!: string;
  @Ruled(() => String, AUDITS, 'The key of the finding that it is about.')
  finding!: string;
  @Ruled(() => String, AUDITS, 'What is to be done.')
  label!: string;
  @Said(() => String, AUDITS, 'The role that answers for it.')
  ownerLabel!: string;
  @Ruled(() => String, AUDITS, 'The quarter by whose end it is to be done.')
  duePeriod!: string;
  @Ruled(() => String, AUDITS, 'The key of the comparison by which one will know.')
  measuredBy!: string;
  @Said(() => String, AUDITS, 'The measure of that comparison, in words.')
  measureLabel!: string;
  @Ruled(() => [GroupValue], AUDITS, 'The group of that comparison.')
  group!: GroupValue[];
  @Ruled(() => Float, AUDITS, 'The smallest change of that ratio that matters.')
  smallestChange!: number;
  @Ruled(() => String, AUDITS, 'done or dropped; null while it runs.', { nullable: true })
  step!: string | null;
}

@ObjectType({ description: 'An action of an earlier audit, and what came of it.' })
export class PromisedAction {
  @Ruled(() => AuditAction, AUDITS, 'The action.')
  action!: AuditAction;
  @Ruled(() => String, AUDITS, 'The quarter whose audit agreed it.')
  period!: string;
  @Ruled(() => String, AUDITS, 'The branch whose audit agreed it, in words.')
  scopeLabel!: string;
  @Ruled(() => Boolean, AUDITS, 'Whether it is due and neither done nor dropped: then it is a finding.')
  late!: boolean;
  @Ruled(() => String, AUDITS, 'Its key as a finding.')
  key!: string;
  @Ruled(() => String, AUDITS, 'moved-enough, moved-less, cannot-tell or worse.')
  verdict!: string;
  @Ruled(() => String, AUDITS, 'Why nobody can tell: not-shown, break or no-later-quarter; null otherwise.', { nullable: true })
  because!: string | null;
  @Ruled(() => ReleasedNumber, AUDITS, 'The ratio when it was agreed.')
  before!: ReleasedNumber;
  @Ruled(() => ReleasedNumber, AUDITS, 'The ratio now.')
  now!: ReleasedNumber;
  @Ruled(() => AuditDecision, AUDITS, 'What was decided about its being late.', { nullable: true })
  decision!: AuditDecision | null;
}

@ObjectType({ description: 'What became of a signed record.' })
export class AuditRecordStep {
  @Ruled(() => String, AUDITS, 'countersigned, returned or reopened.')
  step!: string;
  @Ruled(() => String, AUDITS, 'Why it was returned or reopened.', { nullable: true })
  reason!: string | null;
  @Said(() => String, AUDITS, 'In which role.')
  roleLabel!: string;
  @Ruled(() => String, AUDITS, 'When.')
  at!: string;
}

@ObjectType({ description: 'What was signed. People appear as roles; who they were stands in the audit trail.' })
export class AuditRecord {
  @Ruled(() => ID, AUDITS, 'Its name.')
  id!: string;
  @Ruled(() => Int, AUDITS, 'Its number.')
  no!: number;
  @Ruled(() => String, AUDITS, 'SHA-256 of the signed document.')
  hash!: string;
  @Said(() => String, AUDITS, 'The role of the first signature.')
  signedRoleLabel!: string;
  @Ruled(() => String, AUDITS, 'When it was given.')
  signedAt!: string;
  @Ruled(() => [AuditRecordStep], AUDITS, 'What became of it, in order.')
  steps!: AuditRecordStep[];
}

@ObjectType({ description: 'How far an audit is.' })
export class AuditSteps {
  @Ruled(() => Int, AUDITS, 'Findings about which something has to be decided.')
  toDecide!: number;
  @Ruled(() => Int, AUDITS, 'Those that are decided.')
  decided!: number;
  @Ruled(() => [String], AUDITS, 'Keys of findings that are to be acted on and have no action yet.')
  withoutAction!: string[];
  @Ruled(() => [String], AUDITS, 'What it still lacks before it can be signed.')
  lacks!: string[];
}

@ObjectType({ description: 'What you may do with an audit now.' })
export class AuditRights {
  @Ruled(() => Boolean, AUDITS, 'Answer, decide and agree actions.')
  work!: boolean;
  @Ruled(() => Boolean, AUDITS, 'Give the first signature, once nothing is lacking.')
  sign!: boolean;
  @Ruled(() => Boolean, AUDITS, 'Countersign or return it.')
  countersign!: boolean;
  @Ruled(() => Boolean, AUDITS, 'Reopen it.')
  reopen!: boolean;
  @Ruled(() => Boolean, AUDITS, 'Say that a signed action of this branch is done or dropped.')
  close!: boolean;
  @Ruled(() => Boolean, AUDITS, 'Leave notes on it, and take them back.')
  note!: boolean;
}

@ObjectType({ description: 'The equity audit of a quarter.' })
export class Audit extends AuditSummary {
  @Ruled(() => String, AUDITS, 'The release that it judges; locked.')
  releaseId!: string;
  @Ruled(() => String, AUDITS, 'The last day of the quarter.')
  asOf!: string;
  @Ruled(() => Boolean, AUDITS, 'Whether that release was restated since.')
  restated!: boolean;
  @Ruled(() => String, AUDITS, 'The policy of that release; locked.')
  policyVersion!: string;
  @Ruled(() => SimilarRatios, AUDITS, 'Ratios that this policy treats as similar.')
  similar!: SimilarRatios;
  @Ruled(() => AuditData, AUDITS, 'What is known about the data.')
  data!: AuditData;
  @Ruled(() => AuditDataAnswer, AUDITS, 'Whether they are good enough; null where nobody said.', { nullable: true })
  answer!: AuditDataAnswer | null;
  @Ruled(() => [AuditFinding], AUDITS, 'The findings that you may see, ordered by class, never by value.')
  findings!: AuditFinding[];
  @Ruled(() => [AuditAction], AUDITS, 'What this audit agreed.')
  agreed!: AuditAction[];
  @Ruled(() => [PromisedAction], AUDITS, 'What earlier audits agreed, and what came of it.')
  promised!: PromisedAction[];
  @Ruled(() => [AuditSummary], AUDITS, 'The audits of branches that this one collects.')
  branches!: AuditSummary[];
  @Ruled(() => [AuditRecord], AUDITS, 'What was signed, the newest first.')
  records!: AuditRecord[];
  @Ruled(() => [AuditNote], AUDITS, 'What auditors noted, about what you may see.')
  notes!: AuditNote[];
  @Ruled(() => AuditSteps, AUDITS, 'How far it is.')
  steps!: AuditSteps;
  @Ruled(() => AuditRights, AUDITS, 'What you may do with it now.')
  rights!: AuditRights;
}

@ObjectType({ description: 'A decision of an audit that two people signed, and what followed.' })
export class ScoredFinding {
  @Ruled(() => String, AUDITS, 'The quarter of the audit.')
  period!: string;
  @Ruled(() => String, AUDITS, 'The branch of the audit; empty for the programme.')
  scope!: string;
  @Ruled(() => String, AUDITS, 'The same in words.')
  scopeLabel!: string;
  @Ruled(() => ID, AUDITS, 'The key of the finding.')
  finding!: string;
  @Said(() => String, AUDITS, 'What is measured.')
  measureLabel!: string;
  @Ruled(() => [GroupValue], AUDITS, 'The group.')
  group!: GroupValue[];
  @Ruled(() => String, AUDITS, 'act, watch, needs-better-data or no-action.')
  choice!: string;
  @Said(() => String, AUDITS, 'The reason in words.')
  reasonLabel!: string;
  @Ruled(() => [String], AUDITS, 'What was agreed.')
  actions!: string[];
  @Ruled(() => String, AUDITS, 'What followed: better, not-moved, worse or cannot-tell.')
  followed!: string;
  @Ruled(() => String, AUDITS, 'Why nobody can tell, where that is not the width of the interval.', { nullable: true })
  because!: string | null;
  @Ruled(() => ReleasedNumber, AUDITS, 'The ratio to everyone else then.')
  before!: ReleasedNumber;
  @Ruled(() => ReleasedNumber, AUDITS, 'The ratio now.')
  now!: ReleasedNumber;
  @Ruled(() => String, AUDITS, 'The quarter that is compared; null where there is no later one.', { nullable: true })
  until!: string | null;
}

@ObjectType({ description: 'One quarter of a finding.' })
export class AuditHistoryPoint {
  @Ruled(() => String, AUDITS, 'The quarter.')
  period!: string;
  @Ruled(() => String, AUDITS, 'shown, suppressed, notEstimable, structuralZero, notCollected; notPlanned: no such table.')
  status!: string;
  @Ruled(() => ReleasedNumber, AUDITS, 'The ratio; null where there is none.')
  ratio!: ReleasedNumber;
  @Ruled(() => ReleasedNumber, AUDITS, 'Its lower 95 % limit.')
  lower!: ReleasedNumber;
  @Ruled(() => ReleasedNumber, AUDITS, 'Its upper 95 % limit.')
  upper!: ReleasedNumber;
  @Ruled(() => String, AUDITS, 'The verdict of that quarter.', { nullable: true })
  verdict!: string | null;
  @Ruled(() => String, AUDITS, 'Since the quarter before that was shown: higher, lower, or withinChance.', { nullable: true })
  change!: string | null;
  @Ruled(() => [String], AUDITS, 'Why it cannot be compared with what came before; a figure marks it with [b].')
  breaks!: string[];
}

@ObjectType({ description: 'The comparison among people of the same level and tenure.' })
export class AdjustedFinding {
  @Ruled(() => String, AUDITS, 'The quarter in which it was published; once a year.')
  period!: string;
  @Ruled(() => ReleasedNumber, AUDITS, 'Odds ratio; null where the levels and tenures disagree.')
  oddsRatio!: ReleasedNumber;
  @Ruled(() => ReleasedNumber, AUDITS, 'Its lower 95 % limit.')
  lower!: ReleasedNumber;
  @Ruled(() => ReleasedNumber, AUDITS, 'Its upper 95 % limit.')
  upper!: ReleasedNumber;
  @Ruled(() => String, AUDITS, 'pooled, notTested or heterogeneous.', { nullable: true })
  pooling!: string | null;
}

@ObjectType({ description: 'A finding with its history.' })
export class AuditFindingInFull {
  @Ruled(() => AuditFinding, AUDITS, 'The finding.')
  finding!: AuditFinding;
  @Ruled(() => [AuditHistoryPoint], AUDITS, 'Up to eight quarters, oldest first.')
  history!: AuditHistoryPoint[];
  @Ruled(() => AdjustedFinding, AUDITS, 'Among equals, where it was published within a year.', { nullable: true })
  adjusted!: AdjustedFinding | null;
}

@ObjectType({ description: 'Something to choose.' })
export class AuditOption {
  @Ruled(() => String, AUDITS, 'Its key.')
  key!: string;
  @Said(() => String, AUDITS, 'In words.')
  label!: string;
}

@ObjectType({ description: 'The reasons of a decision.' })
export class AuditReasons {
  @Ruled(() => String, AUDITS, 'The decision.')
  choice!: string;
  @Ruled(() => [AuditOption], AUDITS, 'Its reasons.')
  reasons!: AuditOption[];
}

@ObjectType({ description: 'An action of the library.' })
export class AuditLibraryAction extends AuditOption {
  @Said(() => String, AUDITS, 'What is done.')
  about!: string;
  @Ruled(() => [String], AUDITS, 'Keys of the measures that it is meant to move.')
  measures!: string[];
}

@ObjectType({ description: 'What an audit chooses from.' })
export class AuditLibrary {
  @Ruled(() => [AuditLibraryAction], AUDITS, 'Actions that programmes are known to use.')
  actions!: AuditLibraryAction[];
  @Ruled(() => [AuditReasons], AUDITS, 'Reasons by decision.')
  decisions!: AuditReasons[];
  @Ruled(() => [AuditOption], AUDITS, 'What may limit the data.')
  limits!: AuditOption[];
  @Ruled(() => [AuditOption], AUDITS, 'Roles that can answer for an action.')
  owners!: AuditOption[];
  @Ruled(() => [AuditOption], AUDITS, 'What a note may be about.')
  notes!: AuditOption[];
}

@ObjectType({ description: 'The audit as it stands now.' })
export class AuditChanged {
  readonly __typename? = 'AuditChanged';
  @Ruled(() => Audit, AUDITS, 'The audit.')
  audit!: Audit;
}

export const AuditResult = createUnionType({
  name: 'AuditResult',
  description: 'The audit, or why not.',
  types: () => [AuditChanged, Refused] as const,
});
