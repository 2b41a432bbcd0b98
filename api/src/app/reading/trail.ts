import { t } from '#language';
import { Injectable } from '@nestjs/common';
import { isRole, PURPOSES, ROLE_LABELS } from '../../access/index.js';
import { isEntryKind, type ReadEntry, readTrail, type TrailFilter } from '../../audit-trail/index.js';
import { Refusal } from '../../platform/index.js';
import type { TrailPage, TrailRecord } from '../types/trail.types.js';
import { Database } from './database.js';

/** What an auditor asks about the trail, as it came; null and the empty text ask about nothing. */
export type TrailQuestion = Readonly<Partial<Record<'who' | 'kind' | 'action' | 'subject' | 'from' | 'until', string | null>>>;

/** The audit trail, by the auditor's login: the reader's may write entries and see none. */
@Injectable()
export class Trail {
  constructor(private readonly database: Database) {}

  async page(question: TrailQuestion, below: number | null, first: number): Promise<TrailPage> {
    const place = { first, ...(below === null ? {} : { below }) };
    const { entries, hasOlder } = await readTrail(this.database.auditor, filterOf(question), place);
    return { entries: entries.map(recordOf), hasOlder };
  }
}

const LONGEST = 254;

function filterOf({ kind, from, until, ...texts }: TrailQuestion): TrailFilter {
  if (kind && !isEntryKind(kind)) throw refused('There is no such kind of entries: trailKinds lists them.');
  for (const day of [from, until]) if (day && !isDay(day)) throw refused('A day is written like 2026-09-30.');
  for (const text of Object.values(texts))
    if (text && text.length > LONGEST) throw refused(t('At most {most} letters can be looked for.', { most: LONGEST }));
  const given = Object.entries({ kind, from, until, ...texts }).filter(([, text]) => text);
  return Object.fromEntries(given.map(([key, text]) => [key, text?.trim()]));
}

const refused = (message: string): Refusal => new Refusal('BAD_FILTER', message, 2);

function isDay(text: string): boolean {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return date !== null && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function recordOf({ entry, at, actor, name, role, kind, action, subject, details }: ReadEntry): TrailRecord {
  const { purpose, times = 1, ...more } = details;
  return {
    number: entry,
    at: at.toISOString(),
    who: name ?? actor,
    roleLabel: role && (isRole(role) ? ROLE_LABELS[role] : role),
    kind,
    action,
    subject,
    purpose: typeof purpose === 'string' && purpose in PURPOSES ? PURPOSES[purpose as keyof typeof PURPOSES] : null,
    times: Number(times),
    more: Object.entries(more).map(([key, value]) => ({ key, value: String(value) })),
  };
}
