import type { Request, Response } from 'express';
import type { Viewer } from '../../access/index.js';

/** What a resolver knows of the request. */
export interface RequestContext {
  readonly viewer: Viewer | null;
  readonly request: Request;
  readonly response: Response;
  /** Puts on the trail what this request was refused; fields that are refused together become one entry. */
  noteDenial(what: string): Promise<void>;
}
