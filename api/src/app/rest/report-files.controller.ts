import { Controller, Get, NotFoundException, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { record } from '../../audit-trail/index.js';
import { actorOf, circumstances } from '../http/actor.js';
import { currentViewer } from '../http/session.js';
import { Database } from '../reading/database.js';
import { Reports } from '../reading/reports.js';
import { RuledRoute } from './rule.guard.js';

@Controller('api/reports')
export class ReportFilesController {
  constructor(
    private readonly database: Database,
    private readonly reports: Reports,
  ) {}

  /** The file of a report, byte for byte as it was made; on the trail before a byte of it leaves. */
  @Get(':id/file')
  @RuledRoute('read', 'reports')
  async file(@Param('id') id: string, @Res() response: Response): Promise<void> {
    const viewer = currentViewer(response);
    const found = await this.reports.file(viewer, id);
    if (!found) throw new NotFoundException();
    const details = circumstances(viewer, { verb: 'read', resource: 'reports' });
    const subject = `${found.code} ${found.format} of ${found.definition.releaseId}`;
    await record(this.database.reader, actorOf(viewer), { action: 'report.exported', subject, details });
    response.set({
      'content-type': found.type,
      'content-disposition': `attachment; filename="${found.name.replace(/[^\w.-]+/g, '-')}"`,
      'cache-control': 'no-store',
    });
    response.send(found.content);
  }
}
