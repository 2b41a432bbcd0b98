import type { Request, Response } from 'express';
import type { Viewer } from '../../access/index.js';

/** What a resolver knows of the request. */
export interface RequestContext {
  readonly viewer: Viewer | null;
  readonly request: Request;
  readonly response: Response;
  /** Puts a denial on the trail; once per request, however many fields were asked for. */
  noteDenial(what: string): void;
}
