import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the web app is built to; the same distance from the sources and from the build. */
export const WEB_ROOT = fileURLToPath(new URL('../../../../web/dist', import.meta.url));

const YEAR = 31_536_000;

/**
 * The web app: its files, and its one page for every address that is no file. What carries a hash in its name
 * is kept for ever, the page is asked for each time, and a missing file is missing (never the page).
 */
export function staticPages(root = WEB_ROOT): RequestHandler[] {
  return [express.static(root, { index: false, fallthrough: true, setHeaders: caching(root) }), page(root)];
}

function caching(root: string) {
  const assets = path.join(root, 'assets') + path.sep;
  return (response: Response, file: string): void => {
    response.set('cache-control', file.startsWith(assets) ? `public, max-age=${YEAR}, immutable` : 'no-cache');
  };
}

function page(root: string): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    if (!isPage(request)) return void next();
    const file = path.join(root, 'index.html');
    if (!fs.existsSync(file)) return void next();
    response.set('cache-control', 'no-cache').sendFile(file);
  };
}

/** An address of the web app: asked for by a browser, not one of ours, and not like a file. */
function isPage({ method, path: asked }: Request): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  return !/^\/(api|graphql|healthz|scim)(\/|$)/.test(asked) && !/\/\.|\.[a-z0-9]{1,8}$/i.test(asked);
}
