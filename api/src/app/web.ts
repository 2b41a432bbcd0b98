import 'reflect-metadata';
import type { LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import express from 'express';
import type { AddressInfo } from 'node:net';
import { pathToFileURL } from 'node:url';
import { EntityManager } from 'typeorm';
import { ScimProblem, SignInWays } from '../access/index.js';
import { spokenOf } from '#language';
import { announceReady, log, openPool, readWebProcess, type WebProcess } from '../platform/index.js';
import { inLanguage } from '../translation/index.js';
import { AppModule, type Foundations } from './app.module.js';
import { Alerts } from './alerts/alerts.js';
import { PackDeliveries } from './packs/deliveries.js';
import { Denials } from './http/denials.js';
import { type NoteDenial, rateLimits, signInLimits } from './http/rate-limits.js';
import { oneQuestion } from './http/one-question.js';
import { attachBranch } from './http/branch.js';
import { attachPreview } from './http/preview.js';
import { securityHeaders } from './http/security-headers.js';
import { attachService } from './http/service.js';
import { attachViewer, sessions } from './http/session.js';
import { staticPages, WEB_ROOT } from './http/static-pages.js';
import { Database } from './reading/database.js';
import { sayProblem } from './rest/directory-errors.filter.js';
import { WorkerLine } from './rest/worker-line.js';

/** A running web process. */
export interface RunningWeb {
  readonly port: number;
  /** Tells people what waits, now; otherwise it happens every quarter of an hour. @returns how many letters left. */
  tell(now?: () => Date): Promise<number>;
  /** Delivers reports of packs, now; otherwise it happens every minute. @returns how many deliveries were made. */
  deliver(): Promise<number>;
  close(): Promise<void>;
}

/** How the process differs in a test. */
export interface WebOptions {
  /** How long a query may be silent on its way in, in milliseconds. */
  readonly patience?: number;
  readonly webRoot?: string;
  readonly planted?: Foundations['planted'];
}

/**
 * Starts GraphQL, REST and the pages on one port, with the reader's and the auditor's logins and no other.
 *
 * @throws Error when a field of the schema has no rule in the access policy.
 */
export async function startWeb(web: WebProcess, options: WebOptions = {}): Promise<RunningWeb> {
  const database = new Database(openPool(web.url('reader'), 10), openPool(web.url('auditor'), 2));
  const worker = new WorkerLine(web.workerSocket);
  const ways = SignInWays.of(web);
  const { production, mail, packs } = web;
  try {
    const more = {
      ...(options.planted ? { planted: options.planted } : {}),
      ...(mail ? { mail } : {}),
      ...(packs ? { packs } : {}),
    };
    const app = await NestFactory.create<NestExpressApplication>(AppModule.on({ database, worker, ways, production, ...more }), {
      bodyParser: false,
      abortOnError: false,
      logger: quiet,
    });
    const store = sessions(database.reader, web.keys.read('session'), production);
    const { webRoot: root = WEB_ROOT, patience = PATIENCE } = options;
    useMiddleware(app, { web, ways, database, handler: store.handler, root, patience });
    await app.listen(web.port, web.host);
    const close = async (): Promise<void> => {
      await app.close();
      store.close();
      await endPools(database);
    };
    const tell: RunningWeb['tell'] = (now) => app.get(Alerts).tell(now);
    const deliver: RunningWeb['deliver'] = () => app.get(PackDeliveries).deliver();
    return { port: (app.getHttpServer().address() as AddressInfo).port, tell, deliver, close };
  } catch (fault) {
    await endPools(database);
    throw fault;
  }
}

const PATIENCE = 20_000;

interface Middleware {
  readonly patience: number;
  readonly web: WebProcess;
  readonly ways: SignInWays;
  readonly database: Database;
  readonly handler: express.RequestHandler;
  readonly root: string;
}

/** Largest GraphQL request, in bytes; files take another way. */
const LARGEST_QUERY = 65_536;

/** Where the identity provider says, by a form, that a session there is over. */
const PROVIDER_LOGOUT = '/api/sign-in/provider/logout';
const LARGEST_LOGOUT = 16_384;

/** A group may have thousands of members. */
const LARGEST_RESOURCE = 1_048_576;
const SCIM = ['application/scim+json', 'application/json'];

function useMiddleware(app: NestExpressApplication, { web, ways, database, handler, root, patience }: Middleware): void {
  app.disable('x-powered-by');
  // In production the server that speaks https stands in front, in the same network, and says for whom it asks.
  if (web.production) app.set('trust proxy', 'loopback, linklocal, uniquelocal');
  app.set('etag', 'strong');
  const server = app.getHttpServer();
  // Endless headers and idle connections hold a place for a while and no longer; bodies of files may take their time.
  server.headersTimeout = 15_000;
  server.keepAliveTimeout = 30_000;
  server.requestTimeout = 0;
  app.use(securityHeaders(web.production), compression());
  const viewing = [attachViewer(database.reader, ways.localAccounts), attachPreview, attachBranch(app.get(EntityManager))];
  app.use(['/graphql', '/api'], noStore, handler, ...viewing);
  app.use('/api/uploads', attachService(database.reader));
  const denials = app.get(Denials);
  const note: NoteDenial = (viewer, what) => denials.note(viewer, what);
  app.use(['/graphql', '/api'], rateLimits(web.requestsPerMinute, note));
  app.use('/graphql', impatient(patience), express.json({ limit: LARGEST_QUERY }), malformed, patient);
  app.use('/graphql', oneQuestion(note), signInLimits(web.requestsPerMinute, note));
  app.use(
    PROVIDER_LOGOUT,
    impatient(patience),
    express.urlencoded({ extended: false, limit: LARGEST_LOGOUT }),
    malformed,
    patient,
  );
  app.use('/scim', noStore, attachService(database.reader), rateLimits(web.requestsPerMinute, note));
  app.use('/scim', impatient(patience), express.json({ limit: LARGEST_RESOURCE, type: SCIM }), malformedResource, patient);
  app.use(['/graphql', '/api'], inTheirLanguage);
  app.use(...staticPages(root));
}

/** Whoever begins a query and does not end it is let go. Files have all the time they need. */
function impatient(patience: number): express.RequestHandler {
  return (request, _response, next) => {
    request.setTimeout(patience, () => request.destroy());
    next();
  };
}

/** The question is whole: however long the answer takes, it is the server that is waited for. */
const patient: express.RequestHandler = (request, _response, next) => {
  request.setTimeout(0);
  next();
};

const noStore: express.RequestHandler = (_request, response, next) => {
  response.set('cache-control', 'no-store');
  next();
};

/** Answers are written in the language that was asked for. */
const inTheirLanguage: express.RequestHandler = (request, _response, next) => {
  inLanguage(spokenOf(request.get('accept-language') ?? ''), next);
};

/** A body that is no JSON, or too much of it: said without quoting it. */
const malformed: express.ErrorRequestHandler = (error: { status?: number }, _request, response, next) => {
  if (!error.status || error.status >= 500) return void next(error);
  response
    .status(error.status)
    .json({ errors: [{ message: 'This request cannot be understood.', extensions: { code: 'BAD_REQUEST' } }] });
};

const malformedResource: express.ErrorRequestHandler = (error: { status?: number }, _request, response, next) => {
  if (!error.status || error.status >= 500) return void next(error);
  sayProblem(response, new ScimProblem(error.status, 'This request cannot be understood.', 'invalidSyntax'));
};

async function endPools({ reader, auditor }: Database): Promise<void> {
  // The reader's ended with the application's data source, unless it never came to that.
  await Promise.all([reader, auditor].filter((pool) => !pool.ended).map((pool) => pool.end()));
}

// Nest tells every route it maps; only faults are worth a line, and their text may quote a value.
const quiet: LoggerService = {
  log: () => undefined,
  warn: () => undefined,
  error: () => log('web.fault'),
};

async function main(): Promise<void> {
  const running = await startWeb(readWebProcess());
  const stop = (): void => void running.close().finally(() => process.exit(0));
  process.once('SIGTERM', stop).once('SIGINT', stop).once('disconnect', stop);
  announceReady({ port: running.port });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
