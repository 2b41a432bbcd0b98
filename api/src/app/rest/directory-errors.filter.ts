import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { Request, Response } from 'express';
import { ScimProblem } from '../../access/index.js';
import { Refusal } from '../../platform/index.js';
import { Denials } from '../http/denials.js';
import { logFault } from '../schema/errors.js';

const ERROR = 'urn:ietf:params:scim:api:messages:2.0:Error';

/** What a directory hears of an error, in the form of RFC 7644, section 3.12; nothing that it sent is repeated. */
@Catch()
export class DirectoryErrors implements ExceptionFilter {
  constructor(private readonly denials: Denials) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const response = http.getResponse<Response>();
    if (response.headersSent) return void response.destroy();
    if (isShut(error)) {
      const request = http.getRequest<Request>();
      const route = request.route as { path?: string } | undefined;
      await this.denials.note(null, `${request.method} ${route?.path ?? ''}`);
    }
    sayProblem(response, problemOf(error));
  }
}

/** The guard lets nobody in without a token that holds. */
const isShut = (error: unknown): boolean => error instanceof HttpException && [403, 404].includes(error.getStatus());

/** Answers with a problem. */
export function sayProblem(response: Response, { status, message, scimType }: ScimProblem): void {
  if (status === 401) response.set('www-authenticate', 'Bearer');
  const body = { schemas: [ERROR], status: String(status), ...(scimType ? { scimType } : {}), detail: message };
  response.status(status).set('cache-control', 'no-store').type('application/scim+json').send(JSON.stringify(body));
}

function problemOf(error: unknown): ScimProblem {
  if (error instanceof ScimProblem) return error;
  if (isShut(error)) return new ScimProblem(401, 'This needs the token of a directory.');
  if (error instanceof Refusal) return new ScimProblem(error.code === 'upload-stopped' ? 503 : 400, error.message);
  logFault('scim.fault', error);
  return new ScimProblem(500, 'Something went wrong on our side. Nothing was changed. Try again.');
}
