import { Controller, Get } from '@nestjs/common';
import { Database } from '../reading/database.js';
import { RuledRoute } from './rule.guard.js';

@Controller()
export class HealthController {
  constructor(private readonly database: Database) {}

  @Get('healthz')
  @RuledRoute('read', 'public')
  async health(): Promise<{ status: string }> {
    await this.database.reader.query('select 1');
    return { status: 'ok' };
  }
}
