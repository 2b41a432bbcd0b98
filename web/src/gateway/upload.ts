import { REQUEST_HEADERS } from './client.js';

/** How far one file has come: the share of its bytes that left the browser, then the server's answer. */
export interface UploadAnswer {
  readonly ok: boolean;
  readonly loadId: string | null;
  readonly accepted: number | null;
  readonly rejected: number | null;
  readonly message: string | null;
}

/** Where a file belongs, and how it is read. */
export interface Destination {
  readonly source: string;
  /** The load that it is added to; null begins one. */
  readonly loadId: string | null;
  /** A kind of source and how its dates are written; empty where what is remembered holds. */
  readonly preset: string;
  readonly dates: string;
  /** How this file is read, where somebody said so; null where the above holds. */
  readonly mapping: object | null;
}

/** Sends one file as it is; `XMLHttpRequest`, since `fetch` tells nothing of progress on the way out. */
export function sendFile(file: File, to: Destination, onProgress: (share: number) => void): Promise<UploadAnswer> {
  const { source, loadId, preset, dates, mapping } = to;
  const chosen = Object.entries({ load: loadId ?? '', preset, dates }).filter(([, value]) => value !== '');
  const query = new URLSearchParams({ file: file.name, source, ...Object.fromEntries(chosen) });
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/uploads?${query.toString()}`);
    for (const [header, value] of Object.entries(REQUEST_HEADERS)) request.setRequestHeader(header, value);
    // A header and not the address: addresses are written down on the way.
    if (mapping !== null) request.setRequestHeader('x-overstory-mapping', encodeURIComponent(JSON.stringify(mapping)));
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onload = () => resolve(readAnswer(request.status, request.responseText));
    request.onerror = () => resolve({ ...UNSENT, message: 'The upload stopped. Nothing was saved. Try again.' });
    request.send(file);
  });
}

const UNSENT = { ok: false, loadId: null, accepted: null, rejected: null } as const;

interface WireAnswer {
  readonly load?: string;
  readonly file?: { readonly accepted: number; readonly rejected: number };
  readonly message?: string;
}

function readAnswer(status: number, body: string): UploadAnswer {
  const wire = parsed(body);
  const refused = wire.message ?? 'The server did not take this file. Nothing was saved.';
  if (status >= 300 || wire.load === undefined) return { ...UNSENT, message: refused };
  return {
    ok: true,
    loadId: wire.load,
    accepted: wire.file?.accepted ?? null,
    rejected: wire.file?.rejected ?? null,
    message: null,
  };
}

/** An answer that is not JSON carries no message for a reader; the status decides. */
function parsed(body: string): WireAnswer {
  try {
    return JSON.parse(body) as WireAnswer;
  } catch {
    return {};
  }
}
