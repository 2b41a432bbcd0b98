import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { Response } from 'express';
import { ScimProblem } from '../../access/index.js';
import { Refusal } from '../../platform/index.js';
import { logFault } from '../schema/errors.js';

const ERROR = 'urn:ietf:params:scim:api:messages:2.0:Error';

/** What a directory hears of an error, in the form of RFC 7644, section 3.12; nothing that it sent is repeated. */
@Catch()
export class DirectoryErrors implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) return void response.destroy();
    sayProblem(response, problemOf(error));
  }
}

/** Answers with a problem. */
export function sayProblem(response: Response, { status, message, scimType }: ScimProblem): void {
  if (status === 401) response.set('www-authenticate', 'Bearer');
  const body = { schemas: [ERROR], status: String(status), ...(scimType ? { scimType } : {}), detail: message };
  response.status(status).set('cache-control', 'no-store').type('application/scim+json').send(JSON.stringify(body));
}

function problemOf(error: unknown): ScimProblem {
  if (error instanceof ScimProblem) return error;
  // The guard lets nobody in without a token that holds.
  if (error instanceof HttpException && [403, 404].includes(error.getStatus()))
    return new ScimProblem(401, 'This needs the token of a directory.');
  if (error instanceof Refusal) return new ScimProblem(error.code === 'upload-stopped' ? 503 : 400, error.message);
  logFault('scim.fault', error);
  return new ScimProblem(500, 'Something went wrong on our side. Nothing was changed. Try again.');
}
