import { BadRequestException, Controller, Get, NotFoundException, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { pipeline } from 'node:stream/promises';
import { record } from '../../audit-trail/index.js';
import { isLoadId } from '../../ingest/index.js';
import { currentService } from '../http/service.js';
import { currentViewer } from '../http/session.js';
import { Database } from '../reading/database.js';
import { Loads } from '../reading/loads.js';
import { OpenToSystems, RuledRoute } from './rule.guard.js';
import { WorkerLine } from './worker-line.js';

@Controller('api')
export class UploadsController {
  constructor(
    private readonly database: Database,
    private readonly loads: Loads,
    private readonly worker: WorkerLine,
  ) {}

  /** Streams one file to the worker, byte by byte: this process neither keeps nor reads it. */
  @Post('uploads')
  @RuledRoute('write', 'loads')
  @OpenToSystems()
  async upload(@Query() asked: Record<string, unknown>, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { file, source, load, preset, dates } = asked;
    if (!isName(file) || !isName(source) || !isLoad(load) || !isWord(preset) || !isWord(dates)) throw new BadRequestException();
    const by = await this.sender(response, source);
    const chosen = { ...(load === undefined ? {} : { load }), ...(preset ? { preset } : {}), ...(dates ? { dates } : {}) };
    await this.worker.upload({ file, source, by, ...chosen }, request, response);
  }

  /** Who shows a token is that system, whoever is signed in beside it. */
  private async sender(response: Response, source: string): Promise<string> {
    const service = currentService(response);
    if (service === null) return currentViewer(response)?.accountId ?? '';
    const id = `token:${service}`;
    await record(this.database.reader, { id, role: null }, { action: 'upload.begun', subject: source });
    return id;
  }

  /** Every place where a file breaks a rule, by line, column and rule; no content. */
  @Get('loads/:id/errors.csv')
  @RuledRoute('read', 'loads')
  async errors(@Param('id') id: string, @Res() response: Response): Promise<void> {
    if (!(await this.loads.one(id))) throw new NotFoundException();
    response.set({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="load-${id}-errors.csv"`,
    });
    response.set('cache-control', 'no-store');
    await pipeline(this.loads.problemsCsv(id), response);
  }
}

const isLoad = (id: unknown): id is string | undefined => id === undefined || (typeof id === 'string' && isLoadId(id));

const isWord = (text: unknown): text is string | undefined =>
  text === undefined || (typeof text === 'string' && /^[a-z/.-]{1,30}$/.test(text));

const isName = (text: unknown): text is string => typeof text === 'string' && text.length > 0 && text.length <= 200;
