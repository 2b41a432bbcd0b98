import { Controller, Get, NotFoundException, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Permission, Viewer } from '../../access/index.js';
import { record } from '../../audit-trail/index.js';
import { csvFileName, tableAsCsv } from '../../reports/index.js';
import { actorOf, circumstances } from '../http/actor.js';
import { currentViewer } from '../http/session.js';
import { Database } from '../reading/database.js';
import { Releases } from '../reading/releases.js';
import { Results } from '../reading/results.js';
import { RuledRoute } from './rule.guard.js';

@Controller('api/releases')
export class ReleaseFilesController {
  constructor(
    private readonly database: Database,
    private readonly releases: Releases,
    private readonly results: Results,
  ) {}

  /** The table of a page, with the cells that its reader sees: `…/mentee/team+level.csv`, `…/mentee/organisation.csv`. */
  @Get(':period/tables/:measure/:variant/:by.csv')
  @RuledRoute('read', 'cells')
  async table(@Param() asked: Record<'period' | 'measure' | 'variant' | 'by', string>, @Res() response: Response): Promise<void> {
    const viewer = currentViewer(response);
    const by = asked.by === 'organisation' ? [] : asked.by.split('+');
    const seen = await this.results.released(viewer, { ...asked, by });
    if (!seen) throw new NotFoundException();
    await this.exported(viewer, [asked.period, asked.measure, asked.variant, asked.by].join('/'), {
      verb: 'read',
      resource: 'cells',
    });
    attach(response, 'text/csv; charset=utf-8', csvFileName(seen)).send(tableAsCsv(seen));
  }

  /** The whole release, byte for byte as it was frozen; `overstory release attack` and `verify` read it. */
  @Get(':id/export.json')
  @RuledRoute('read', 'release-files')
  async file(@Param('id') id: string, @Res() response: Response): Promise<void> {
    const document = await this.releases.document(id);
    if (document === null) throw new NotFoundException();
    await this.exported(currentViewer(response), id, { verb: 'read', resource: 'release-files' });
    attach(response, 'application/json', `${id}.json`).send(document);
  }

  /** On the trail before a byte of it leaves. */
  private async exported(viewer: Viewer | null, subject: string, by: Permission): Promise<void> {
    const entry = { action: 'release.exported', subject, details: circumstances(viewer, by) };
    await record(this.database.reader, actorOf(viewer), entry);
  }
}

function attach(response: Response, type: string, name: string): Response {
  const safe = name.replace(/[^\w.-]+/g, '-');
  return response.set({
    'content-type': type,
    'content-disposition': `attachment; filename="${safe}"`,
    'cache-control': 'no-store',
  });
}
