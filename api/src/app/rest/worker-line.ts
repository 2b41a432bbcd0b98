import { language } from '#language';
import type { Request, Response } from 'express';
import http from 'node:http';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '../../platform/index.js';
import type { Told } from '../worker/directory.js';

/** What the worker is told about a file; the worker trusts it, since nobody else can reach its socket. */
export interface UploadNote {
  readonly file: string;
  readonly source: string;
  readonly by: string;
  readonly load?: string;
  readonly preset?: string;
  readonly dates?: string;
}

/** How a file is read travels beside it, percent-encoded, and not in its address. */
export const MAPPING_HEADER = 'x-overstory-mapping';

/** The line to the worker: HTTP over a unix socket in the installation's folder. */
export class WorkerLine {
  constructor(private readonly socket: string) {}

  /** Passes the body of `from` on while it arrives, and the worker's answer back. */
  async upload(note: UploadNote, from: Request, to: Response): Promise<void> {
    const query = new URLSearchParams({ ...note }).toString();
    const mapping = from.get(MAPPING_HEADER);
    const headers = { 'accept-language': language(), ...(mapping === undefined ? {} : { [MAPPING_HEADER]: mapping }) };
    const request = http.request({ socketPath: this.socket, method: 'POST', path: `/uploads?${query}`, headers });
    const answered = new Promise<http.IncomingMessage>((resolve, reject) => {
      request.once('response', resolve).once('error', reject);
    });
    // The worker may answer, and close, before it has read everything: a file that it refuses early.
    const sent = pipeline(from, request).catch(() => undefined);
    const answer = await answered.catch(() => {
      throw new Refusal('upload-stopped', 'The upload stopped. Nothing was saved. Try again.');
    });
    to.status(answer.statusCode ?? 500).set({ 'content-type': 'application/json', 'cache-control': 'no-store' });
    await pipeline(answer, to);
    await sent;
  }

  /** Passes on what a directory said of somebody; the worker keeps it, sealed. @throws Refusal where it does not. */
  async tell(told: Told): Promise<void> {
    const status = await new Promise<number>((resolve, reject) => {
      const request = http.request({ socketPath: this.socket, method: 'POST', path: '/directory' }, (answer) => {
        answer.resume().once('end', () => resolve(answer.statusCode ?? 500));
      });
      request.once('error', reject).end(JSON.stringify(told));
    }).catch(() => 500);
    if (status !== 200) throw new Refusal('upload-stopped', 'This could not be taken. Nothing was saved. Try again.');
  }
}
