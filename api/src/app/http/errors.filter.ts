import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { Response } from 'express';
import { Refusal } from '../../platform/index.js';
import { logFault, NOT_FOUND_MESSAGE } from '../schema/errors.js';

interface Answer {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

const NOT_FOUND: Answer = { status: 404, code: 'NOT_FOUND', message: NOT_FOUND_MESSAGE };

/** What a REST caller hears of an error: the same for *forbidden* and *not there*, and never a stack. */
@Catch()
export class ErrorsFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    // GraphQL words its own errors.
    if (host.getType<string>() === 'graphql') throw error;
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) return void response.destroy();
    const { status, ...body } = answerTo(error);
    response.status(status).set('cache-control', 'no-store').json(body);
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
