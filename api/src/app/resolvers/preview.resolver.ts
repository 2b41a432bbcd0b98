import { Args, Context, Resolver } from '@nestjs/graphql';
import { asRole, PREVIEW_PROBLEM, type Viewer } from '../../access/index.js';
import { record } from '../../audit-trail/index.js';
import { actorOf, circumstances } from '../http/actor.js';
import { beginPreview, endPreview } from '../http/preview.js';
import type { RequestContext } from '../http/request-context.js';
import { Database } from '../reading/database.js';
import { RuledMutation } from '../schema/ruled.js';
import { type Previewing, PreviewResult, type Refused } from '../types/account.types.js';
import { accountOf } from './account.resolver.js';

type SignedInContext = RequestContext & { viewer: Viewer };

const BY = { verb: 'write', resource: 'preview' } as const;

/** Looking with another role's eyes. It is kept in the session, so that tables, files and pages answer alike. */
@Resolver()
export class PreviewResolver {
  constructor(private readonly database: Database) {}

  @RuledMutation(
    () => PreviewResult,
    'preview',
    'From now on this session sees what a role sees, as far as the own role sees it too, and changes nothing.',
  )
  async beginPreview(
    @Args('role', { type: () => String, description: 'The role, for example engineering-manager.' }) role: string,
    @Args('scope', { type: () => String, nullable: true, description: 'The branch of the team tree, like eng/platform.' })
    scope: string | null,
    @Context() { viewer, request }: SignedInContext,
  ): Promise<Previewing | Refused> {
    const seen = asRole(viewer, role, scope ?? null);
    if (!seen) return { __typename: 'Refused', code: 'NO_SUCH_PREVIEW', message: PREVIEW_PROBLEM };
    await this.noted(seen, 'preview.begun');
    beginPreview(request, seen);
    return { __typename: 'Previewing', viewer: accountOf(seen) };
  }

  @RuledMutation(() => Boolean, 'preview', 'This session sees what its own role sees again.')
  async endPreview(@Context() { viewer, request }: SignedInContext): Promise<boolean> {
    endPreview(request);
    await this.noted(viewer, 'preview.ended');
    return true;
  }

  private async noted(viewer: Viewer, action: string): Promise<void> {
    await record(this.database.reader, actorOf(viewer), { action, details: circumstances(viewer, BY) });
  }
}
