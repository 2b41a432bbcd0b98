import { Controller, Get, NotFoundException, Param, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Permission, Viewer } from '../../access/index.js';
import { record } from '../../audit-trail/index.js';
import type { Group } from '../../kernel/index.js';
import { measureOf } from '../../measures/index.js';
import {
  FORMATS,
  seriesFileName,
  seriesInFile,
  type SeriesToWrite,
  seriesWorkbook,
  tableAsCsv,
  tableFileName,
  type TableToWrite,
  tableWorkbook,
  tidyAsCsv,
} from '../../reports/index.js';
import { actorOf, circumstances } from '../http/actor.js';
import { currentViewer } from '../http/session.js';
import { Database } from '../reading/database.js';
import { Releases } from '../reading/releases.js';
import { Results } from '../reading/results.js';
import { Series } from '../reading/series.js';
import { RuledRoute } from './rule.guard.js';

type TableAsked = Readonly<Record<'period' | 'measure' | 'variant' | 'by', string>>;
type SeriesAsked = Readonly<Record<'measure' | 'variant', string>>;

const CSV = 'text/csv; charset=utf-8';

@Controller('api/releases')
export class ReleaseFilesController {
  constructor(
    private readonly database: Database,
    private readonly releases: Releases,
    private readonly results: Results,
    private readonly series: Series,
  ) {}

  /** The table of a page, with the cells that its reader sees: `…/mentee/team+level.csv`, `…/mentee/organisation.csv`. */
  @Get(':period/tables/:measure/:variant/:by.csv')
  @RuledRoute('read', 'cells')
  async table(@Param() asked: TableAsked, @Res() response: Response): Promise<void> {
    const seen = await this.tableFor(currentViewer(response), asked);
    attach(response, CSV, tableFileName(seen, 'csv')).send(tableAsCsv(seen));
  }

  /** The same table as a workbook: cover, notes, table. */
  @Get(':period/tables/:measure/:variant/:by.xlsx')
  @RuledRoute('read', 'cells')
  async tableSheets(@Param() asked: TableAsked, @Res() response: Response): Promise<void> {
    const seen = await this.tableFor(currentViewer(response), asked);
    attach(response, FORMATS.xlsx.type, tableFileName(seen, 'xlsx')).send(tableWorkbook(seen, wordsOf(asked.measure)));
  }

  /** One group over the quarters: `series/participation/mentee.csv?team=eng/platform`; without a group the organisation. */
  @Get('series/:measure/:variant.csv')
  @RuledRoute('read', 'cells')
  async quarters(@Param() asked: SeriesAsked, @Query() group: unknown, @Res() response: Response): Promise<void> {
    const seen = await this.seriesFor(currentViewer(response), asked, group);
    attach(response, CSV, seriesFileName(seen, 'csv')).send(tidyAsCsv(seriesInFile(seen)));
  }

  /** The same series as a workbook. */
  @Get('series/:measure/:variant.xlsx')
  @RuledRoute('read', 'cells')
  async quartersSheets(@Param() asked: SeriesAsked, @Query() group: unknown, @Res() response: Response): Promise<void> {
    const seen = await this.seriesFor(currentViewer(response), asked, group);
    attach(response, FORMATS.xlsx.type, seriesFileName(seen, 'xlsx')).send(seriesWorkbook(seen, wordsOf(asked.measure)));
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

  private async tableFor(viewer: Viewer | null, { period, measure, variant, by }: TableAsked): Promise<TableToWrite> {
    const columns = by === 'organisation' ? [] : by.split('+');
    const seen = await this.results.released(viewer, { period, measure, variant, by: columns });
    if (!seen) throw new NotFoundException();
    await this.exported(viewer, [period, measure, variant, by].join('/'), { verb: 'read', resource: 'cells' });
    return seen;
  }

  private async seriesFor(viewer: Viewer | null, { measure, variant }: SeriesAsked, wish: unknown): Promise<SeriesToWrite> {
    const group = groupIn(wish);
    const seen = group && (await this.series.released(viewer, { measure, variant, group }));
    if (!seen) throw new NotFoundException();
    const subject = ['series', measure, variant, ...Object.keys(group)].join('/').slice(0, 200);
    await this.exported(viewer, subject, { verb: 'read', resource: 'cells' });
    return seen;
  }

  /** On the trail before a byte of it leaves. */
  private async exported(viewer: Viewer | null, subject: string, by: Permission): Promise<void> {
    const entry = { action: 'release.exported', subject, details: circumstances(viewer, by) };
    await record(this.database.reader, actorOf(viewer), entry);
  }
}

/** The places of a group as an address names them; null where one of them is not a single text. */
function groupIn(wish: unknown): Group | null {
  const places = Object.entries(wish ?? {}) as [string, unknown][];
  const told = places.every((place): place is [string, string] => typeof place[1] === 'string');
  return told ? Object.fromEntries(places) : null;
}

/** Whatever was published has its contract. */
function wordsOf(measure: string) {
  const words = measureOf(measure);
  if (!words) throw new NotFoundException();
  return words;
}

function attach(response: Response, type: string, name: string): Response {
  const safe = name.replace(/[^\w.-]+/g, '-');
  return response.set({
    'content-type': type,
    'content-disposition': `attachment; filename="${safe}"`,
    'cache-control': 'no-store',
  });
}
