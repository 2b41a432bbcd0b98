import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * What a browser may do with our pages: load from here alone, run no script and no style but our files, be
 * framed by nobody.
 */
export function securityHeaders(production: boolean): RequestHandler {
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: production && { maxAge: YEAR, includeSubDomains: true },
  });
  return (request, response, next) => {
    response.set('permissions-policy', NO_DEVICES);
    headers(request, response, next);
  };
}

const YEAR = 31_536_000;

/** A page of ours needs none of these, so a script that should not be there has none of them either. */
const NO_DEVICES = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb', 'serial', 'bluetooth']
  .map((device) => `${device}=()`)
  .join(', ');
