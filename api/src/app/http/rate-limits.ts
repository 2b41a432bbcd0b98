import { t } from '#language';
import type { Request, RequestHandler, Response } from 'express';
import { ipKeyGenerator, rateLimit, type RateLimitInfo } from 'express-rate-limit';
import type { Viewer } from '../../access/index.js';
import { log } from '../../platform/index.js';
import { currentService } from './service.js';
import { currentViewer } from './session.js';

/** Puts on the trail that somebody was put off. */
export type NoteDenial = (viewer: Viewer | null, what: string) => Promise<void>;

const MINUTE = 60_000;

/**
 * How many requests a minute an account may make, and an address from which nobody is signed in a tenth of it. Whoever
 * guesses passwords is slowed down by the account's own waiting time long before.
 */
export function rateLimits(requestsPerMinute: number, note: NoteDenial): RequestHandler {
  return rateLimit({
    windowMs: MINUTE,
    limit: (_request, response) =>
      currentViewer(response) || currentService(response) ? requestsPerMinute : requestsPerMinute / 10,
    keyGenerator: (request, response) => keyOf(request, response),
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    validate: false,
    handler: tooMany(note),
  }) as RequestHandler;
}

/** Whoever tries passwords of many accounts, or has many hashed, is one address. */
const PROVING = /\b(signIn|changePassword|redeemCode)\b/;
const FEWEST_PROOFS = 10;

/** How many passwords an address may try a minute: a hundredth of the requests of an account, whoever is signed in. */
export function signInLimits(requestsPerMinute: number, note: NoteDenial): RequestHandler {
  return rateLimit({
    windowMs: MINUTE,
    limit: Math.max(FEWEST_PROOFS, Math.floor(requestsPerMinute / 100)),
    keyGenerator: (request) => ipKeyGenerator(request.ip ?? ''),
    skip: (request) => !PROVING.test(queryOf(request)),
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    validate: false,
    handler: tooMany(note),
  }) as RequestHandler;
}

function queryOf({ body }: Request): string {
  const { query } = (body ?? {}) as { query?: unknown };
  return typeof query === 'string' ? query : '';
}

function keyOf(request: Request, response: Response): string {
  const viewer = currentViewer(response);
  const service = currentService(response);
  if (service) return `token ${service}`;
  return viewer ? `account ${viewer.accountId}` : `address ${ipKeyGenerator(request.ip ?? '')}`;
}

const MESSAGE = 'Too many requests. Wait a minute and try again.';

type Limited = Request & { readonly rateLimit?: RateLimitInfo };

const tooMany =
  (note: NoteDenial) =>
  (request: Limited, response: Response): void => {
    const { used = 0, limit = 0 } = request.rateLimit ?? {};
    // Once a minute, so that nobody fills log or trail.
    const noted = used === limit + 1 ? putOff(note, response) : Promise.resolve();
    const code = 'TOO_MANY_REQUESTS';
    const message = t(MESSAGE);
    const body = { code, message, errors: [{ message, extensions: { code } }] };
    void noted.then(() => response.status(429).json(body));
  };

async function putOff(note: NoteDenial, response: Response): Promise<void> {
  const viewer = currentViewer(response);
  log('web.too-many-requests', { by: viewer?.accountId ?? 'signed-out' });
  await note(viewer, 'too many requests');
}
