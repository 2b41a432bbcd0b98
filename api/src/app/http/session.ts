import connectPgSimple from 'connect-pg-simple';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import session from 'express-session';
import crypto from 'node:crypto';
import type pg from 'pg';
import { type Identity, type Viewer, viewerOfSession, type Vouched } from '../../access/index.js';
import { log } from '../../platform/index.js';

declare module 'express-session' {
  interface SessionData {
    accountId: string;
    passwordVersion: number;
    /** Milliseconds since 1970. */
    signedInAt: number;
    /** Where somebody signed in at the identity provider: its token, for signing out there too. */
    idToken: string;
    /** What the provider calls its own session, which it may end. */
    providerSession: string;
  }
}

/** A session ends twelve hours after sign-in, whatever happens in it, and after an hour in which nothing did. */
const SESSION_HOURS = 12;
const IDLE_MINUTES = 60;
/** Use is noted no more often than this: reading must not write. */
const NOTED_EVERY = 5 * 60_000;
const MOST_REMEMBERED = 10_000;

const hashed = (sid: string): string => crypto.createHash('sha256').update(sid).digest('hex');

const PgStore = connectPgSimple(session);
type Done = (error?: unknown) => void;

/**
 * Keeps sessions under the hash of their identifier: reading the table does not let anybody in. What is said of their end
 * is said in the database alone, by an update: a session that was ended meanwhile is not brought back by being used.
 */
class HashedStore extends PgStore {
  private readonly noted = new Map<string, number>();

  constructor(private readonly reader: pg.Pool) {
    super({ pool: reader, schemaName: 'access', tableName: 'session', errorLog: () => log('session.fault') });
  }

  override get(sid: string, done: (error: unknown, found?: session.SessionData | null) => void): void {
    super.get(hashed(sid), done);
  }
  override set(sid: string, value: session.SessionData, done: Done = () => undefined): void {
    super.set(hashed(sid), value, (error?: unknown) => {
      if (error) done(error);
      else this.extend(hashed(sid)).then(() => done(), done);
    });
  }
  override touch(sid: string, _value: session.SessionData, done: Done = () => undefined): void {
    const name = hashed(sid);
    if (Date.now() - (this.noted.get(name) ?? 0) < NOTED_EVERY) return done();
    this.extend(name).then(() => done(), done);
  }
  override destroy(sid: string, done?: Done): void {
    super.destroy(hashed(sid), done);
  }

  private async extend(name: string): Promise<void> {
    if (this.noted.size >= MOST_REMEMBERED) this.noted.clear();
    this.noted.set(name, Date.now());
    await this.reader.query(
      `update access.session set expire = least(now() + make_interval(mins => $2),
         to_timestamp((sess ->> 'signedInAt')::float8 / 1000) + make_interval(hours => $3)) where sid = $1`,
      [name, IDLE_MINUTES, SESSION_HOURS],
    );
  }
}

/** Over https the browser itself sees to it that no other host or path has set it. */
const cookieName = (production: boolean): string => (production ? '__Host-overstory' : 'overstory');

/** Sessions on the server, in `access.session`; the cookie holds a random name and nothing else. */
export function sessions(reader: pg.Pool, key: Buffer, production: boolean): { handler: RequestHandler; close: () => void } {
  const store = new HashedStore(reader);
  const handler = session({
    store,
    name: cookieName(production),
    secret: key.toString('base64'),
    resave: false,
    saveUninitialized: false,
    proxy: production,
    cookie: { httpOnly: true, sameSite: 'lax', secure: production, maxAge: SESSION_HOURS * 3_600_000 },
  });
  return { handler, close: () => void store.close() };
}

/**
 * Finds out who asks, anew at every request: a disabled account or a new password acts at once.
 *
 * @param localAccounts whether a session counts that was opened with a password of ours.
 */
export function attachViewer(reader: pg.Pool, localAccounts = true): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    const counts = localAccounts || request.session.idToken !== undefined;
    (counts ? viewerOf(reader, request) : Promise.resolve(null)).then((viewer) => {
      response.locals.viewer = viewer;
      next();
    }, next);
  };
}

async function viewerOf(reader: pg.Pool, request: Request): Promise<Viewer | null> {
  const { accountId, passwordVersion } = request.session;
  if (!accountId || !passwordVersion) return null;
  return viewerOfSession(reader, accountId, passwordVersion);
}

/** Who `attachViewer` found. */
export function currentViewer(response: Response): Viewer | null {
  return (response.locals.viewer as Viewer | null | undefined) ?? null;
}

/** Opens a new session under a new identifier: one that was planted beforehand is worth nothing. */
export async function signInSession(
  request: Request,
  { viewer, passwordVersion }: Identity,
  vouched?: Pick<Vouched, 'idToken' | 'session'>,
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    request.session.regenerate((error: Error | null) => (error ? reject(error) : resolve()));
  });
  request.session.accountId = viewer.accountId;
  request.session.passwordVersion = passwordVersion;
  request.session.signedInAt = Date.now();
  if (!vouched) return;
  request.session.idToken = vouched.idToken;
  if (vouched.session !== null) request.session.providerSession = vouched.session;
}

/** Keeps the session now: a browser follows a redirect as soon as it hears of it, and must not come before what it is sent to. */
export async function keepSession(request: Request): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    request.session.save((error: Error | null) => (error ? reject(error) : resolve()));
  });
}

/** Ends the session on the server; the cookie is worth nothing from then on. */
export async function signOutSession(request: Request): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    request.session.destroy((error: Error | null) => (error ? reject(error) : resolve()));
  });
}
