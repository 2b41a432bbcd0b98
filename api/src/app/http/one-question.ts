import type { RequestHandler } from 'express';
import type { NoteDenial } from './rate-limits.js';
import { currentViewer } from './session.js';

/**
 * Lets one question through at a time, as JSON, which a page of another site cannot send without the browser asking first.
 * Batches and forms are put on the trail and refused, whatever they ask.
 */
export function oneQuestion(note: NoteDenial): RequestHandler {
  return (request, response, next) => {
    if (request.method !== 'POST') return void next();
    const what = wrongWith((request as { body?: unknown }).body, Boolean(request.is('json')));
    if (what === null) return void next();
    const errors = [{ message: 'This request cannot be understood.', extensions: { code: 'BAD_REQUEST' } }];
    void note(currentViewer(response), what).then(() => response.status(400).json({ errors }));
  };
}

function wrongWith(body: unknown, isJson: boolean): string | null {
  if (Array.isArray(body)) return 'a batch of queries';
  if (!isJson || body === null || typeof body !== 'object') return 'a query that is no JSON';
  // No text of ours has one, and PostgreSQL keeps none.
  return JSON.stringify(body).includes('\\u0000') ? 'a query with a zero character' : null;
}
