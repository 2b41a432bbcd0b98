import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type pg from 'pg';
import { tokenByText } from '../../access/index.js';

/** Finds out which system asks, by `Authorization: Bearer …`; a token that does not hold is as good as none. */
export function attachService(reader: pg.Pool): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    const text = /^Bearer (\S+)$/i.exec(request.get('authorization') ?? '')?.[1];
    if (text === undefined) return void next();
    tokenByText(reader, text).then((tokenId) => {
      response.locals.service = tokenId;
      next();
    }, next);
  };
}

/** The token that `attachService` found, or null. */
export function currentService(response: Response): string | null {
  return (response.locals.service as string | null | undefined) ?? null;
}
