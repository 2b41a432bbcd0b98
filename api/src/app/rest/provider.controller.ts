import { Body, Controller, Get, NotFoundException, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import {
  endSessionsOf,
  type PendingSignIn,
  type ProviderWay,
  SIGN_IN_PROBLEMS,
  type SignInProblem,
  signInVouched,
  SignInWays,
} from '../../access/index.js';
import { record } from '../../audit-trail/index.js';
import { log, Refusal } from '../../platform/index.js';
import { ANONYMOUS } from '../http/actor.js';
import { Denials } from '../http/denials.js';
import { keepSession, signInSession } from '../http/session.js';
import { Database } from '../reading/database.js';
import { OpenToProviders, RuledRoute } from './rule.guard.js';

declare module 'express-session' {
  interface SessionData {
    /** Somebody who left for the identity provider and has not come back. */
    pending: PendingSignIn & { readonly to: string; readonly at: number };
  }
}

/** Whoever takes longer begins again. */
const LONGEST_ABSENCE = 600_000;

/** Leaving for the identity provider, and coming back. */
@Controller('api/sign-in')
export class ProviderController {
  constructor(
    private readonly database: Database,
    private readonly ways: SignInWays,
    private readonly denials: Denials,
  ) {}

  @Get('provider')
  @RuledRoute('write', 'sign-in')
  async leave(@Query('to') to: unknown, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { client } = this.provider();
    try {
      const { goTo, pending } = await client.begin();
      request.session.pending = { ...pending, to: ownAddress(to), at: Date.now() };
      await keepSession(request);
      response.redirect(303, goTo);
    } catch (error) {
      await this.refuse(response, error);
    }
  }

  @Get('provider/callback')
  @RuledRoute('write', 'sign-in')
  async comeBack(@Req() request: Request, @Res() response: Response): Promise<void> {
    const provider = this.provider();
    try {
      const to = await this.signIn(provider, request);
      response.redirect(303, to);
    } catch (error) {
      await this.refuse(response, error);
    }
  }

  /** The provider tells that a session there is over (OpenID Connect Back-Channel Logout 1.0): it is over here with the answer. */
  @Post('provider/logout')
  @RuledRoute('write', 'sign-in')
  @OpenToProviders()
  async end(@Body('logout_token') token: unknown, @Res() response: Response): Promise<void> {
    const { client } = this.provider();
    try {
      const ended = await client.ended(typeof token === 'string' ? token : '');
      const isNew = await endSessionsOf(this.database.reader, ended);
      if (!isNew) throw new Refusal('not-proven', 'This message was taken before.');
      response.status(200).end();
    } catch (error) {
      if (!(error instanceof Refusal) || !isProblem(error.code)) throw error;
      await this.denials.note(null, `a logout token: ${error.code}`);
      // As section 2.8 has it, whatever was wrong.
      response.status(400).json({ error: error.code === 'provider-away' ? 'temporarily_unavailable' : 'invalid_request' });
    }
  }

  private async signIn({ client, settings }: ProviderWay, request: Request): Promise<string> {
    const { pending } = request.session;
    // Once, whatever comes of it.
    delete request.session.pending;
    if (!pending || Date.now() - pending.at > LONGEST_ABSENCE)
      throw new Refusal('too-old', 'This sign-in was begun too long ago.');
    const vouched = await client.finish(new URL(request.originalUrl, 'http://here').search, pending);
    const identity = await signInVouched(this.database.reader, settings, vouched);
    await signInSession(request, identity, vouched);
    await keepSession(request);
    const { accountId: id, role } = identity.viewer;
    await record(this.database.reader, { id, role }, { action: 'sign-in.done', details: { by: 'provider' } });
    return pending.to;
  }

  /** What went wrong is said on the page "Sign in", in its words; nothing of what the provider sent is repeated. */
  private async refuse(response: Response, error: unknown): Promise<void> {
    if (!(error instanceof Refusal) || !isProblem(error.code)) throw error;
    const cause = error.cause as { code?: unknown } | undefined;
    log('sign-in.refused', { problem: error.code, why: typeof cause?.code === 'string' ? cause.code : '-' });
    await record(this.database.reader, ANONYMOUS, { action: 'sign-in.refused', details: { problem: error.code } });
    response.redirect(303, `/sign-in?problem=${error.code}`);
  }

  private provider(): ProviderWay {
    if (!this.ways.provider) throw new NotFoundException();
    return this.ways.provider;
  }
}

const isProblem = (code: string): code is SignInProblem => (SIGN_IN_PROBLEMS as readonly string[]).includes(code);

/** An address of this product, never another host: a path that no browser reads as one. */
function ownAddress(to: unknown): string {
  const isPath = typeof to === 'string' && to.length <= 2000 && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(to);
  return isPath && !to.startsWith('/sign-in') && !to.startsWith('/api') ? to : '/';
}
