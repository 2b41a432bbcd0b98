import type { Request, RequestHandler, Response } from 'express';
import { ipKeyGenerator, rateLimit, type RateLimitInfo } from 'express-rate-limit';
import { log } from '../../platform/index.js';
import { currentService } from './service.js';
import { currentViewer } from './session.js';

const MINUTE = 60_000;

/**
 * How many requests a minute an account may make, and an address from which nobody is signed in a tenth of it. Whoever
 * guesses passwords is slowed down by the account's own waiting time long before.
 */
export function rateLimits(requestsPerMinute: number): RequestHandler {
  return rateLimit({
    windowMs: MINUTE,
    limit: (_request, response) =>
      currentViewer(response) || currentService(response) ? requestsPerMinute : requestsPerMinute / 10,
    keyGenerator: (request, response) => keyOf(request, response),
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    validate: false,
    handler: tooMany,
  }) as RequestHandler;
}

function keyOf(request: Request, response: Response): string {
  const viewer = currentViewer(response);
  const service = currentService(response);
  if (service) return `token ${service}`;
  return viewer ? `account ${viewer.accountId}` : `address ${ipKeyGenerator(request.ip ?? '')}`;
}

const MESSAGE = 'Too many requests. Wait a minute and try again.';

function tooMany(request: Request & { rateLimit?: RateLimitInfo }, response: Response): void {
  // Once a minute, so that nobody fills the log.
  const { used = 0, limit = 0 } = request.rateLimit ?? {};
  if (used === limit + 1) log('web.too-many-requests', { by: currentViewer(response)?.accountId ?? 'signed-out' });
  const code = 'TOO_MANY_REQUESTS';
  response.status(429).json({ code, message: MESSAGE, errors: [{ message: MESSAGE, extensions: { code } }] });
}
