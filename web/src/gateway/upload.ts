import { REQUEST_HEADERS } from './client.js';

/** How far one file has come: the share of its bytes that left the browser, then the server's answer. */
export interface UploadAnswer {
  readonly ok: boolean;
  readonly loadId: string | null;
  readonly message: string | null;
}

/** Sends one file as it is; `XMLHttpRequest`, since `fetch` tells nothing of progress on the way out. */
export function sendFile(
  file: File,
  source: string,
  loadId: string | null,
  onProgress: (share: number) => void,
): Promise<UploadAnswer> {
  const query = new URLSearchParams({ file: file.name, source, ...(loadId === null ? {} : { load: loadId }) });
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/uploads?${query.toString()}`);
    for (const [header, value] of Object.entries(REQUEST_HEADERS)) request.setRequestHeader(header, value);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onload = () => resolve(readAnswer(request.status, request.responseText));
    request.onerror = () => resolve({ ok: false, loadId: null, message: 'The upload stopped. Nothing was saved. Try again.' });
    request.send(file);
  });
}

interface WireAnswer {
  readonly load?: string | number | { readonly id?: string | number };
  readonly loadId?: string | number;
  readonly id?: string | number;
  readonly message?: string;
  readonly error?: string;
}

function readAnswer(status: number, body: string): UploadAnswer {
  let wire: WireAnswer = {};
  try {
    wire = JSON.parse(body) as WireAnswer;
  } catch {
    // An answer that is not JSON carries no message for a reader; the status decides.
  }
  const id = wire.loadId ?? (typeof wire.load === 'object' ? wire.load.id : wire.load) ?? wire.id;
  const ok = status >= 200 && status < 300;
  return {
    ok,
    loadId: id === undefined ? null : String(id),
    message: wire.message ?? (ok ? null : 'The server did not take this file. Nothing was saved.'),
  };
}
