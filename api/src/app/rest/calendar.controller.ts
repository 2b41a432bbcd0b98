import { Controller, Get, NotFoundException, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Tracks } from '../reading/tracks.js';
import { RuledRoute } from './rule.guard.js';

@Controller('api')
export class CalendarController {
  constructor(private readonly reading: Tracks) {}

  /** Deadlines and check-ins for whoever holds an address; calendars cannot sign in. */
  @Get('calendar/:token.ics')
  @RuledRoute('read', 'calendar')
  async calendar(@Param('token') token: string, @Res() response: Response): Promise<void> {
    const file = await this.reading.calendar(token);
    if (file === null) throw new NotFoundException();
    response.set({ 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, max-age=3600' });
    response.send(file);
  }
}
