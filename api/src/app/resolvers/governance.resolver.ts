import { Args, Context, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../../access/index.js';
import type { RequestContext } from '../http/request-context.js';
import { GovernanceReader } from '../reading/governance.js';
import { RuledMutation, RuledQuery } from '../schema/ruled.js';
import type { Refused } from '../types/account.types.js';
import {
  GovernanceDocument,
  RightsCase,
  Policy,
  type PolicyChanged,
  PolicyChanges,
  type PolicyDraft,
  PolicyDraftResult,
  PolicyForm,
  PolicyPack,
  PolicyResult,
  TrustCentre,
} from '../types/governance.types.js';

type SignedInContext = RequestContext & { viewer: Viewer };

const VERSION = { type: () => String, description: 'The proposed version.' } as const;
const WHY = { type: () => String, description: 'The reason, for everybody to read.' } as const;
const PACK = { type: () => String, description: 'standard, strict or small.' } as const;
const CHANGES = { type: () => PolicyChanges, description: 'What is different from the pack.' } as const;

@Resolver()
export class GovernanceResolver {
  constructor(private readonly reading: GovernanceReader) {}

  @RuledQuery(() => TrustCentre, 'public', 'What is done with data about people, in words; also for those who are signed out.')
  async trustCentre(@Context() { viewer }: RequestContext): Promise<TrustCentre> {
    return this.reading.trustCentre(viewer);
  }

  @RuledQuery(() => [Policy], 'public', 'Every version of the policy, the newest first; also for those who are signed out.')
  async policies(@Context() { viewer }: RequestContext): Promise<Policy[]> {
    return this.reading.policies(viewer);
  }

  @RuledQuery(() => [PolicyPack], 'public', 'Policies to start from.')
  policyPacks(): PolicyPack[] {
    return this.reading.packs();
  }

  @RuledQuery(() => [GovernanceDocument], 'documents', 'Documents that are written from the running configuration.')
  async governanceDocuments(): Promise<GovernanceDocument[]> {
    return this.reading.documents();
  }

  @RuledQuery(() => [RightsCase], 'person-rights', 'Requests of people about their own data, the newest first.')
  async rightsCases(): Promise<RightsCase[]> {
    return this.reading.rightsCases();
  }

  @RuledQuery(() => PolicyForm, 'public', 'What the form of a policy may change.')
  policyForm(): PolicyForm {
    return this.reading.form();
  }

  @RuledMutation(() => PolicyDraftResult, 'policies', 'Says in words what a policy would say, and changes nothing.')
  draftPolicy(@Args('pack', PACK) pack: string, @Args('changes', CHANGES) changes: PolicyChanges): PolicyDraft | Refused {
    return this.reading.draft(pack, changes);
  }

  @RuledMutation(() => PolicyResult, 'policies', 'Proposes a new version of the policy; a second person decides.')
  async proposePolicy(
    @Args('pack', PACK) pack: string,
    @Args('why', WHY) why: string,
    @Args('changes', { ...CHANGES, nullable: true }) changes: PolicyChanges | null,
    @Context() { viewer }: SignedInContext,
  ): Promise<PolicyChanged | Refused> {
    return this.reading.propose(viewer, { pack, why, changes });
  }

  @RuledMutation(() => PolicyResult, 'policy-approval', 'Approves what somebody else proposed; it holds from the next period on.')
  async approvePolicy(
    @Args('version', VERSION) version: string,
    @Args('why', WHY) why: string,
    @Context() { viewer }: SignedInContext,
  ): Promise<PolicyChanged | Refused> {
    return this.reading.decide(viewer, version, { approve: true, why });
  }

  @RuledMutation(() => PolicyResult, 'policy-approval', 'Rejects what somebody else proposed.')
  async rejectPolicy(
    @Args('version', VERSION) version: string,
    @Args('why', WHY) why: string,
    @Context() { viewer }: SignedInContext,
  ): Promise<PolicyChanged | Refused> {
    return this.reading.decide(viewer, version, { approve: false, why });
  }
}
