import { createUnionType, Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Ruled, Said } from '../schema/ruled.js';
import { Refused } from './account.types.js';
import { Thresholds } from './installation.types.js';

@ObjectType({ description: 'How long a kind of files is kept.' })
export class RetentionSentence {
  @Ruled(() => String, 'public', 'The kind of files.')
  label!: string;
  @Ruled(() => String, 'public', 'How long, in words.')
  sentence!: string;
}

@ObjectType({ description: 'A policy in words that need no training in statistics.' })
export class ExplainedPolicy {
  @Ruled(() => [String], 'public', 'How people are protected.')
  protection!: string[];
  @Ruled(() => [String], 'public', 'What is split by what, and how often.')
  breakdowns!: string[];
  @Ruled(() => [String], 'public', 'What the data are used for.')
  purposes!: string[];
  @Ruled(() => [RetentionSentence], 'public', 'How long data are kept.')
  retention!: RetentionSentence[];
}

@ObjectType({ description: 'A version of the policy: what may be published, and what may be done with the data.' })
export class Policy {
  @Ruled(() => ID, 'public', 'Its name and number.')
  version!: string;
  @Ruled(() => String, 'public', 'in-force, approved, proposed or rejected.')
  state!: string;
  @Ruled(
    () => String,
    'public',
    'First day of the first period that it holds for; null for what always held or is not approved.',
    {
      nullable: true,
    },
  )
  effectiveFrom!: string | null;
  @Ruled(() => String, 'public', 'When it was proposed.')
  proposedAt!: string;
  @Ruled(() => String, 'public', 'product, operator or account.')
  proposedBy!: string;
  @Ruled(() => String, 'public', 'Why it was proposed.')
  why!: string;
  @Ruled(() => String, 'public', 'When a second person decided.', { nullable: true })
  decidedAt!: string | null;
  @Ruled(() => String, 'public', 'Why the second person decided so.', { nullable: true })
  decisionWhy!: string | null;
  @Ruled(() => Thresholds, 'public', 'The smallest groups that are shown.')
  thresholds!: Thresholds;
  @Ruled(() => Float, 'public', 'Standard deviation of the noise of a count.')
  noiseLevel!: number;
  @Ruled(() => ExplainedPolicy, 'public', 'What it says, in words.')
  explained!: ExplainedPolicy;
  @Ruled(() => Boolean, 'public', 'Whether it waits for a second person who is not the reader: whoever proposed cannot decide.')
  mayDecide!: boolean;
}

@ObjectType({ description: 'A number of a policy.' })
export class PolicyValue {
  @Ruled(() => ID, 'public', 'The field of the form.')
  key!: string;
  @Ruled(() => Float, 'public', 'The number.')
  value!: number;
}

@ObjectType({ description: 'A policy to start from.' })
export class PolicyPack {
  @Ruled(() => ID, 'public', 'Its name.')
  key!: string;
  @Said(() => String, 'public', 'Its name in words.')
  label!: string;
  @Said(() => String, 'public', 'Whom it is for.')
  forWhom!: string;
  @Ruled(() => ExplainedPolicy, 'public', 'What it says, in words.')
  explained!: ExplainedPolicy;
  @Ruled(() => [PolicyValue], 'public', 'Its numbers, by the fields of the form.')
  values!: PolicyValue[];
  @Ruled(() => [String], 'public', 'What it lets the data be used for, by key.')
  purposes!: string[];
}

@ObjectType({ description: 'A number that the form of a policy may change.' })
export class PolicyKnob {
  @Ruled(() => ID, 'public', 'Its place in the document of a policy.')
  key!: string;
  @Ruled(() => String, 'public', 'What it is.')
  label!: string;
  @Ruled(() => Float, 'public', 'The smallest that any policy may have.')
  least!: number;
  @Ruled(() => Float, 'public', 'The largest.')
  most!: number;
  @Ruled(() => Boolean, 'public', 'Whether it is a whole number.')
  isWhole!: boolean;
}

@ObjectType({ description: 'One of a closed list.' })
export class PolicyChoice {
  @Ruled(() => ID, 'public', 'Its key.')
  key!: string;
  @Said(() => String, 'public', 'What it is, in words.')
  label!: string;
}

@ObjectType({ description: 'What the form of a policy may change; all else takes a file.' })
export class PolicyForm {
  @Ruled(() => [PolicyKnob], 'public', 'Numbers.')
  knobs!: PolicyKnob[];
  @Ruled(() => [PolicyChoice], 'public', 'What data may be used for; nothing can be added.')
  purposes!: PolicyChoice[];
  @Ruled(() => [PolicyChoice], 'public', 'Columns that may be kept out of every breakdown.')
  columns!: PolicyChoice[];
}

@InputType({ description: 'A field of the form of a policy, and its number.' })
export class PolicyNumber {
  @Field(() => ID, { description: 'The place that `policyForm` names.' })
  key!: string;
  @Field(() => Float, { description: 'The number.' })
  value!: number;
}

@InputType({ description: 'What is different from the pack.' })
export class PolicyChanges {
  @Field(() => String, { description: 'What the policy is called; its versions are counted.' })
  name!: string;
  @Field(() => [PolicyNumber], { description: 'Numbers that are different.' })
  values!: PolicyNumber[];
  @Field(() => [String], { nullable: true, description: 'What the data may be used for; absent: as in the pack.' })
  purposes?: string[];
  @Field(() => [String], { nullable: true, description: 'Columns that never form a group; absent: none.' })
  neverAGroup?: string[];
}

@ObjectType({ description: 'A policy that nobody has proposed yet, in words.' })
export class PolicyDraft {
  readonly __typename? = 'PolicyDraft';
  @Ruled(() => ExplainedPolicy, 'public', 'What it would say.')
  explained!: ExplainedPolicy;
}

export const PolicyDraftResult = createUnionType({
  name: 'PolicyDraftResult',
  description: 'What it would say, or what is wrong with it.',
  types: () => [PolicyDraft, Refused] as const,
});

@ObjectType({ description: 'The policy as it stands now.' })
export class PolicyChanged {
  readonly __typename? = 'PolicyChanged';
  @Ruled(() => Policy, 'public', 'The policy.')
  policy!: Policy;
}

export const PolicyResult = createUnionType({
  name: 'PolicyResult',
  description: 'The policy, or why not.',
  types: () => [PolicyChanged, Refused] as const,
});

@ObjectType({ description: 'Something that changed about how people are protected or data are treated.' })
export class GovernanceChange {
  @Ruled(() => String, 'public', 'When.')
  on!: string;
  @Ruled(() => String, 'public', 'What.')
  what!: string;
  @Ruled(() => String, 'public', 'Why.')
  why!: string;
}

@ObjectType({ description: 'What was checked before a release was published, in short.' })
export class TrustCertificate {
  @Ruled(() => String, 'public', 'The quarter.')
  period!: string;
  @Ruled(() => String, 'public', 'When the release was published.')
  publishedAt!: string;
  @Ruled(() => Float, 'public', 'Standard deviation of the noise of a count.')
  noiseLevel!: number;
  @Ruled(() => Int, 'public', 'Results shown.')
  shown!: number;
  @Ruled(() => Int, 'public', 'Results hidden.')
  hidden!: number;
  @Ruled(() => Int, 'public', 'What the attack found; a release with findings is not made.')
  attackFindings!: number;
  @Ruled(() => Float, 'public', 'What the release could tell about one person at most, of 1; null where it was not measured.', {
    nullable: true,
  })
  mostAboutOne!: number | null;
  @Ruled(() => String, 'public', 'SHA-256 of the released file.')
  hash!: string;
}

@ObjectType({ description: 'How often somebody was refused in the last 90 days; small counts are kept back.' })
export class Refusals {
  @Ruled(() => Int, 'public', 'Questions about a person; null where there were fewer than ten, or none.', { nullable: true })
  aboutPeople!: number | null;
  @Ruled(() => Int, 'public', 'Everything else; null where there was less than ten, or nothing.', { nullable: true })
  others!: number | null;
}

@ObjectType({ description: 'What everybody may know, without an account.' })
export class TrustCentre {
  @Ruled(() => Policy, 'public', 'The policy in force.')
  policy!: Policy;
  @Said(() => [String], 'public', 'What the data are never used for.')
  neverUsedFor!: string[];
  @Ruled(() => [String], 'public', 'Personal characteristics that are asked for, by name; each can be withdrawn.')
  characteristics!: string[];
  @Ruled(() => String, 'public', 'Whom to ask, where the organisation says so.', { nullable: true })
  contact!: string | null;
  @Ruled(() => [GovernanceChange], 'public', 'What changed, the newest first.')
  changes!: GovernanceChange[];
  @Ruled(() => [TrustCertificate], 'public', 'What was checked before each publication, the newest first.')
  certificates!: TrustCertificate[];
  @Ruled(() => Refusals, 'public', 'How often somebody was refused.')
  refusals!: Refusals;
}

@ObjectType({ description: 'A part of a document: a text, a list, a table, or what somebody has to fill in.' })
export class DocumentBlock {
  @Ruled(() => String, 'documents', 'text, open, list or table.')
  kind!: string;
  @Ruled(() => String, 'documents', 'Of a text, or of what is to be filled in.', { nullable: true })
  text!: string | null;
  @Ruled(() => [String], 'documents', 'Of a list; the headings of a table.')
  items!: string[];
  @Ruled(() => [[String]], 'documents', 'Of a table.')
  rows!: string[][];
}

@ObjectType({ description: 'A section of a document.' })
export class DocumentSection {
  @Ruled(() => String, 'documents', 'Its heading.')
  title!: string;
  @Ruled(() => [DocumentBlock], 'documents', 'What stands in it.')
  blocks!: DocumentBlock[];
}

@ObjectType({ description: 'A document that is written from the running configuration.' })
export class GovernanceDocument {
  @Ruled(() => ID, 'documents', 'record-of-processing, impact-assessment or works-council-annex.')
  key!: string;
  @Ruled(() => String, 'documents', 'Its title.')
  title!: string;
  @Ruled(() => String, 'documents', 'Of what.')
  lead!: string;
  @Ruled(() => [DocumentSection], 'documents', 'Its sections.')
  sections!: DocumentSection[];
}

@ObjectType({ description: 'A request of a person about their own data. Whose it is stands nowhere.' })
export class RightsCase {
  @Ruled(() => ID, 'person-rights', 'Its number.')
  no!: string;
  @Ruled(() => String, 'person-rights', 'erasure or subject-access.')
  kind!: string;
  @Ruled(() => String, 'person-rights', 'How whoever took it made sure who asked.')
  verified!: string;
  @Ruled(() => String, 'person-rights', 'When it was taken.')
  requestedAt!: string;
  @Ruled(() => String, 'person-rights', 'waiting, done or rejected.')
  state!: string;
  @Ruled(() => String, 'person-rights', 'When it was decided.', { nullable: true })
  decidedAt!: string | null;
}
