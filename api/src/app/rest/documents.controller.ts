import { Controller, Get, NotFoundException, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { GovernanceReader } from '../reading/governance.js';
import { RuledRoute } from './rule.guard.js';

@Controller('api')
export class DocumentsController {
  constructor(private readonly reading: GovernanceReader) {}

  /** A document as one file that needs nothing else. */
  @Get('documents/:key.html')
  @RuledRoute('read', 'documents')
  async document(@Param('key') key: string, @Res() response: Response): Promise<void> {
    const html = await this.reading.documentFile(key);
    if (html === null) throw new NotFoundException();
    response.set({ 'content-type': 'text/html; charset=utf-8', 'content-disposition': `attachment; filename="${key}.html"` });
    response.send(html);
  }

  /** The same as a tagged PDF. */
  @Get('documents/:key.pdf')
  @RuledRoute('read', 'documents')
  async paper(@Param('key') key: string, @Res() response: Response): Promise<void> {
    const pdf = await this.reading.documentPaper(key);
    if (pdf === null) throw new NotFoundException();
    response.set({ 'content-type': 'application/pdf', 'content-disposition': `attachment; filename="${key}.pdf"` });
    response.send(pdf);
  }
}
