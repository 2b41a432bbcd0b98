import { t } from '#language';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Refusal } from '../../platform/index.js';
import { logFault, NOT_FOUND_MESSAGE } from '../schema/errors.js';
import { Denials } from './denials.js';
import { currentViewer } from './session.js';

interface Answer {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

const NOT_FOUND: Answer = { status: 404, code: 'NOT_FOUND', message: NOT_FOUND_MESSAGE };

/** What a REST caller hears of an error: the same for *forbidden* and *not there*, and never a stack. */
@Catch()
export class ErrorsFilter implements ExceptionFilter {
  constructor(private readonly denials: Denials) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    // GraphQL words its own errors.
    if (host.getType<string>() === 'graphql') throw error;
    const http = host.switchToHttp();
    const response = http.getResponse<Response>();
    if (response.headersSent) return void response.destroy();
    const answer = answerTo(error);
    // Both ways to a 404 are one: the trail is written before either is heard, so neither comes sooner.
    if (answer === NOT_FOUND) await this.denied(http.getRequest<Request>(), response);
    const { status, code, message } = answer;
    response
      .status(status)
      .set('cache-control', 'no-store')
      .json({ code, message: t(message) });
  }

  private async denied(request: Request, response: Response): Promise<void> {
    const pattern = (request.route as { path?: string } | undefined)?.path;
    if (pattern === undefined) return;
    const viewer = currentViewer(response);
    await this.denials.note(viewer, `${request.method} ${viewer ? request.path.slice(0, 200) : pattern}`);
  }
}

function answerTo(error: unknown): Answer {
  if (error instanceof Refusal) return { status: error.exitCode === 2 ? 400 : 422, code: error.code, message: error.message };
  if (!(error instanceof HttpException)) return fault(error);
  const status = error.getStatus();
  if ([401, 403, 404].includes(status)) return NOT_FOUND;
  return status < 500 ? { status, code: 'BAD_REQUEST', message: 'This request cannot be understood.' } : fault(error);
}

function fault(error: unknown): Answer {
  logFault('http.fault', error);
  return { status: 500, code: 'FAULT', message: 'Something went wrong on our side. Nothing was changed. Try again.' };
}
