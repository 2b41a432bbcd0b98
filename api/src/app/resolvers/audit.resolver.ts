import { Args, Context, ID, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../../access/index.js';
import {
  agreeAction,
  answerData,
  closeAction,
  countersignAudit,
  decideFinding,
  leaveNote,
  reopenAudit,
  returnAudit,
  signAudit,
  takeNoteBack,
  withdrawAction,
} from '../../audits/index.js';
import { actorOf } from '../http/actor.js';
import type { RequestContext } from '../http/request-context.js';
import { libraryInWords } from '../reading/audit-words.js';
import { Audits } from '../reading/audits.js';
import { Database } from '../reading/database.js';
import { RuledMutation, RuledQuery } from '../schema/ruled.js';
import type { Refused } from '../types/account.types.js';
import {
  ActionArgs,
  AuditArgs,
  CloseActionArgs,
  DataAnswerArgs,
  DecisionArgs,
  FindingArgs,
  NewAuditAction,
  NoteArgs,
  NoteNumberArgs,
  WhyArgs,
} from '../types/audit.inputs.js';
import {
  Audit,
  type AuditChanged,
  AuditFindingInFull,
  AuditLibrary,
  AuditResult,
  AuditSummary,
  ScoredFinding,
} from '../types/audit.types.js';

type SignedInContext = RequestContext & { viewer: Viewer };
type Answer = Promise<AuditChanged | Refused>;

/** The quarterly equity audit: what is read is cut to the reader, and what is done is asked of access each time. */
@Resolver()
export class AuditResolver {
  constructor(
    private readonly reading: Audits,
    private readonly database: Database,
  ) {}

  @RuledQuery(() => [AuditSummary], 'audits', 'The equity audits that you may see, the newest quarter first.')
  async audits(@Context() { viewer }: SignedInContext): Promise<AuditSummary[]> {
    return this.reading.list(viewer);
  }

  @RuledQuery(() => [ScoredFinding], 'audits', 'What audits that two people signed decided, and what followed; the newest first.')
  async auditScorecard(@Context() { viewer }: SignedInContext): Promise<ScoredFinding[]> {
    return this.reading.scorecard(viewer);
  }

  @RuledQuery(() => Audit, 'audits', 'One audit; null where there is none that you may see.', { nullable: true })
  async audit(@Args() name: AuditArgs, @Context() { viewer }: SignedInContext): Promise<Audit | null> {
    return this.reading.one(viewer, name);
  }

  @RuledQuery(() => AuditFindingInFull, 'audits', 'A finding with its quarters.', { nullable: true })
  async auditFinding(@Args() name: FindingArgs, @Context() { viewer }: SignedInContext): Promise<AuditFindingInFull | null> {
    return this.reading.finding(viewer, name, name.finding);
  }

  @RuledQuery(() => String, 'audits', 'A signed record, byte for byte: its SHA-256 is the hash.', { nullable: true })
  async auditRecord(
    @Args() name: AuditArgs,
    @Args('id', { type: () => ID, description: 'The record.' }) id: string,
    @Context() { viewer }: SignedInContext,
  ): Promise<string | null> {
    return this.reading.document(viewer, name, id);
  }

  @RuledQuery(() => AuditLibrary, 'audits', 'What audits choose from.')
  auditLibrary(): AuditLibrary {
    return libraryInWords();
  }

  @RuledMutation(() => AuditResult, 'audits', 'Opens the audit of a quarter that was published before.')
  async openAudit(@Args() name: AuditArgs, @Context() { viewer }: SignedInContext): Answer {
    return this.reading.open(viewer, name);
  }

  @RuledMutation(() => AuditResult, 'audits', 'Says whether the data are good enough to judge equity this quarter.')
  async answerAuditData(@Args() name: DataAnswerArgs, @Context() { viewer }: SignedInContext): Answer {
    const { answer, limits } = name;
    return this.reading.workOn(viewer, name, (view) => answerData(this.working(viewer, view), { answer, limits }));
  }

  @RuledMutation(() => AuditResult, 'audits', 'Decides about a finding, or takes a decision back.')
  async decideFinding(@Args() name: DecisionArgs, @Context() { viewer }: SignedInContext): Answer {
    const { finding, choice, reason } = name;
    return this.reading.workOn(viewer, name, (view) =>
      decideFinding(this.working(viewer, view), { finding, choice: choice ?? null, reason: reason ?? null }),
    );
  }

  @RuledMutation(() => AuditResult, 'audits', 'Agrees an action about a finding.')
  async agreeAuditAction(
    @Args() name: AuditArgs,
    @Args('action', { type: () => NewAuditAction, description: 'The action.' }) action: NewAuditAction,
    @Context() { viewer }: SignedInContext,
  ): Answer {
    const own = { ...action, ownWords: action.ownWords ?? null };
    return this.reading.workOn(viewer, name, (view) => agreeAction(this.working(viewer, view), own));
  }

  @RuledMutation(() => AuditResult, 'audits', 'Takes back an action that is not signed yet.')
  async withdrawAuditAction(@Args() name: ActionArgs, @Context() { viewer }: SignedInContext): Answer {
    return this.reading.workOn(viewer, name, (view) => withdrawAction(this.working(viewer, view), name.id));
  }

  @RuledMutation(() => AuditResult, 'audits', 'Says that a signed action is done, or that it was dropped.')
  async closeAuditAction(@Args() name: CloseActionArgs, @Context() { viewer }: SignedInContext): Answer {
    return this.reading.workOn(viewer, name, async (view) => {
      const { action, view: agreedIn } = await this.reading.actionOf(view, name.id);
      await closeAction({ ...this.by(viewer), view: agreedIn }, action, name.done ? 'done' : 'dropped');
    });
  }

  @RuledMutation(() => AuditResult, 'audit-notes', 'Leaves a note on an audit that is not signed.')
  async leaveAuditNote(@Args() name: NoteArgs, @Context() { viewer }: SignedInContext): Answer {
    const { finding, kind, words } = name;
    const note = { finding: finding ?? null, kind, words: words ?? null };
    return this.reading.work(viewer, name, (view) => leaveNote(this.working(viewer, view), note));
  }

  @RuledMutation(() => AuditResult, 'audit-notes', 'Takes back a note that is not signed yet.')
  async withdrawAuditNote(@Args() name: NoteNumberArgs, @Context() { viewer }: SignedInContext): Answer {
    return this.reading.work(viewer, name, (view) => takeNoteBack(this.working(viewer, view), name.no));
  }

  @RuledMutation(() => AuditResult, 'audits', 'Gives the first of two signatures; the audit is frozen from then on.')
  async signAudit(@Args() name: AuditArgs, @Context() { viewer }: SignedInContext): Answer {
    return this.reading.workOn(viewer, name, (view) => signAudit(this.working(viewer, view)));
  }

  @RuledMutation(() => AuditResult, 'audit-countersigning', 'Gives the second signature, in another role.')
  async countersignAudit(@Args() name: AuditArgs, @Context() { viewer }: SignedInContext): Answer {
    return this.reading.work(viewer, name, (view) => countersignAudit(this.working(viewer, view)));
  }

  @RuledMutation(() => AuditResult, 'audit-countersigning', 'Gives a signed audit back instead of countersigning it.')
  async returnAudit(@Args() name: WhyArgs, @Context() { viewer }: SignedInContext): Answer {
    return this.reading.work(viewer, name, (view) => returnAudit(this.working(viewer, view), name.why));
  }

  @RuledMutation(() => AuditResult, 'audits', 'Opens a signed audit again; what was signed stays on record.')
  async reopenAudit(@Args() name: WhyArgs, @Context() { viewer }: SignedInContext): Answer {
    return this.reading.workOn(viewer, name, (view) => reopenAudit(this.working(viewer, view), name.why));
  }

  private working(viewer: Viewer, view: Parameters<typeof signAudit>[0]['view']) {
    return { ...this.by(viewer), view };
  }

  private by(viewer: Viewer) {
    return { pool: this.database.reader, by: actorOf(viewer) };
  }
}
