import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { CATALOGUE, type InstallationFacts, type Measure, type Period, START, useAsk, type Viewer } from '../gateway/index.js';
import { may } from './may.js';

/** What every page knows. */
export interface Session {
  readonly viewer: Viewer | null;
  readonly installation: InstallationFacts;
  readonly periods: readonly Period[];
  readonly measures: readonly Measure[];
  /** Forgets every answer and asks again who reads: after signing in or out, and when what is published has changed. */
  readonly renew: () => void;
}

interface Start {
  readonly viewer: Viewer | null;
  readonly installation: InstallationFacts;
}

interface Catalogue {
  readonly periods: readonly Period[];
  readonly measures: readonly Measure[];
}

const SessionContext = createContext<Session | null>(null);

interface SessionProviderProps {
  readonly renew: () => void;
  readonly waiting: ReactNode;
  readonly failed: (retry: () => void) => ReactNode;
  readonly children: ReactNode;
}

/** Asks who reads and what there is to read, once, before the first page. */
export function SessionProvider({ renew, waiting, failed, children }: SessionProviderProps) {
  const start = useAsk<Start>(START);
  const viewer = start.answer?.viewer ?? null;
  const reads = may(viewer, 'read', 'catalogue');
  const catalogue = useAsk<Catalogue>(CATALOGUE, {}, !reads);
  const session = useMemo(
    () => sessionOf(start.answer, reads ? catalogue.answer : NOTHING, renew),
    [start.answer, catalogue.answer, reads, renew],
  );
  if (start.failed || catalogue.failed) return failed(start.failed ? start.retry : catalogue.retry);
  if (session === null) return waiting;
  return <SessionContext value={session}>{children}</SessionContext>;
}

const NOTHING: Catalogue = { periods: [], measures: [] };

const sessionOf = (start: Start | null, catalogue: Catalogue | null, renew: () => void): Session | null =>
  start === null || catalogue === null ? null : { ...start, ...catalogue, renew };

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('a page stands outside the session');
  return session;
}

/** Whether the reader may do this. */
export const useMay = (verb: 'read' | 'write', resource: string): boolean => may(useSession().viewer, verb, resource);
