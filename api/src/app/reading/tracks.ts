import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { roleMay, type Viewer } from '../../access/index.js';
import {
  asCalendar,
  calendarDays,
  type Deciding,
  decide,
  type Effect,
  effectIn,
  endCalendar,
  type Evidence,
  gapsIn,
  giveSecondOpinion,
  holds,
  lookUnplanned,
  listDecisions,
  makeCalendar,
  marksOf,
  moveRetirement,
  type Opinion,
  type PublishedQuarter,
  type RetirementMove,
  roleOfCalendar,
  shrunkenTogether,
  skillChangeOf,
  stillRunning,
} from '../../decisions/index.js';
import { readSettings } from '../../governance/index.js';
import { Refusal } from '../../platform/index.js';
import { type CatalogueTrack, draftOf, listCharters } from '../../tracks/index.js';
import { actorOf } from '../http/actor.js';
import { ReadLog } from '../http/read-log.js';
import type { Refused } from '../types/account.types.js';
import type {
  ScoredDecision,
  Track,
  TrackChanged,
  TrackGaps,
  TrackMark,
  TrackSummary,
  WaitingDecision,
} from '../types/track.types.js';
import { Database } from './database.js';
import { type Book, TrackBooks, waitingAbout } from './track-books.js';
import { figuresOf } from './track-figures.js';
import { charterOf, decisionOf, guardrailOf, intervalOf, lookOf, retirementView, statusOf } from './track-views.js';

/** Tracks with their evidence, decisions and ends, read from what was published and what was written down. */
@Injectable()
export class Tracks {
  private readonly books: TrackBooks;

  constructor(
    private readonly database: Database,
    tx: EntityManager,
    private readonly readLog: ReadLog,
  ) {
    this.books = new TrackBooks(database, tx);
  }

  async list(viewer: Viewer | null): Promise<TrackSummary[]> {
    const book = await this.books.read();
    const together = shrunkenByOutcome(book.evidence);
    this.noteRead(viewer, 'all');
    return book.evidence.map((one) => this.summary(one, book, { viewer, shrunken: together.get(one.track.id) ?? null }));
  }

  /** Null where there is no such track. */
  async track(viewer: Viewer | null, key: string): Promise<Track | null> {
    const book = await this.books.read();
    const evidence = book.evidence.find(({ track }) => track.id === key);
    if (!evidence) return null;
    this.noteRead(viewer, key);
    const own = {
      decisions: book.decisions.filter((one) => one.track === key),
      charters: book.charters.filter((one) => one.track === key),
    };
    const { charter, looks, supported, whyNotRetire, restated, settling, strengthReasons } = evidence;
    const newest = book.quarters.at(-1);
    return {
      summary: this.summary(evidence, book, { viewer, shrunken: shrunkenByOutcome(book.evidence).get(key) ?? null }),
      looks: charter ? looks.map((look) => lookOf(charter.content, look)) : [],
      ...{ whyNotRetire, restated, settling, strengthReasons: [...strengthReasons], supported: [...supported] },
      guardrails: evidence.guardrails.map(guardrailOf),
      skillChange: skillChangeOf(evidence, book.quarters),
      figuresOf: newest?.period ?? null,
      figures: newest ? figuresOf(key, charter?.content ?? null, await this.figureTables(newest, book, evidence)) : [],
      charters: own.charters.map((one) => charterOf(one.content, one)).reverse(),
      decisions: own.decisions.map((one) => decisionOf(one, evidence, viewer)).reverse(),
      retirement: retirementView(own.decisions, viewer, stillRunning(book.quarters, key)),
      betweenLooks: charter ? book.quarters.filter(({ period }) => isBetween(evidence, period)).map(({ period }) => period) : [],
    };
  }

  /** What the charts of a track show beside its figures; none where there is no such track. */
  async marks(viewer: Viewer | null, key: string): Promise<TrackMark[]> {
    const { reader } = this.database;
    const [charters, decisions, { settings }] = await Promise.all([
      listCharters(reader, key),
      listDecisions(reader, key),
      readSettings(reader),
    ]);
    this.noteRead(viewer, key);
    return marksOf({ charters, decisions }, settings.fiscalYearStart);
  }

  /** Skills of the roadmap beside running tracks, as last published. */
  async gaps(viewer: Viewer | null): Promise<TrackGaps | null> {
    const { evidence, decisions, quarters } = await this.books.read();
    const newest = quarters.at(-1);
    const today = new Date().toISOString().slice(0, 10);
    const running = evidence.filter((one) =>
      ['running', 'retiring'].includes(
        statusOf(
          one,
          decisions.filter(({ track }) => track === one.track.id),
          today,
        ),
      ),
    );
    const gaps =
      newest &&
      gapsIn(
        await this.books.bySkill(newest.releaseId),
        running.map(({ track }) => track),
      );
    if (!newest || !gaps) return null;
    this.noteRead(viewer, 'gaps');
    const nameOf = ({ id, name }: CatalogueTrack) => ({ key: id, name });
    const skills = gaps.skills.map((one) => ({ ...one, open: one.open && { ...one.open }, tracks: one.tracks.map(nameOf) }));
    return { period: newest.period, skills, without: gaps.without.map(nameOf) };
  }

  /** Decisions that hold, the newest first, with what followed. */
  async scorecard(viewer: Viewer | null): Promise<ScoredDecision[]> {
    const { evidence, decisions } = await this.books.read();
    const scored = decisions.filter(holds).flatMap((decision) => {
      const of = evidence.find(({ track }) => track.id === decision.track);
      return of ? [{ key: of.track.id, name: of.track.name, decision: decisionOf(decision, of, viewer) }] : [];
    });
    return scored.reverse();
  }

  /** What waits for a decision that this viewer may make. */
  async waiting(viewer: Viewer | null): Promise<WaitingDecision[]> {
    return waitingAbout(viewer, await this.books.read(), new Date());
  }

  /** The address of the viewer's own calendar; the one before ends. */
  async makeCalendar(viewer: Viewer): Promise<string> {
    return `/api/calendar/${await makeCalendar(this.database.reader, actorOf(viewer))}.ics`;
  }

  async endCalendar(viewer: Viewer): Promise<boolean> {
    await endCalendar(this.database.reader, actorOf(viewer));
    return true;
  }

  /** The file behind an address, or null: the account has to hold a role that may read tracks. */
  async calendar(token: string): Promise<string | null> {
    const { reader } = this.database;
    if (!roleMay(await roleOfCalendar(reader, token), 'read', 'tracks')) return null;
    const [{ evidence, decisions }, { settings }] = await Promise.all([this.books.read(), readSettings(reader)]);
    const now = new Date();
    return asCalendar(calendarDays(evidence, decisions, { now, fiscalYearStart: settings.fiscalYearStart }), now);
  }

  decide(viewer: Viewer, key: string, deciding: Deciding): Promise<TrackChanged | Refused> {
    return this.changed(key, async (evidence) => {
      const { settings } = await readSettings(this.database.reader);
      await decide(this.database.reader, evidence, { ...deciding, fiscalYearStart: settings.fiscalYearStart }, actorOf(viewer));
    });
  }

  answer(viewer: Viewer, key: string, opinion: Opinion): Promise<TrackChanged | Refused> {
    return this.changed(key, () => giveSecondOpinion(this.database.reader, opinion, actorOf(viewer)));
  }

  moveRetirement(viewer: Viewer, key: string, move: RetirementMove): Promise<TrackChanged | Refused> {
    return this.changed(key, () => moveRetirement(this.database.reader, move, actorOf(viewer)));
  }

  lookEarly(viewer: Viewer, key: string, period: string, why: string): Promise<TrackChanged | Refused> {
    return this.changed(key, async (evidence) => {
      const published = (await this.books.quarters()).map((quarter) => quarter.period);
      await lookUnplanned(this.database.reader, evidence, { period, why, published }, actorOf(viewer));
    });
  }

  /** Carries out a change; what is refused is an answer. */
  async changed(key: string, change: (evidence: Evidence) => Promise<unknown>): Promise<TrackChanged | Refused> {
    try {
      const evidence = (await this.books.read()).evidence.find(({ track }) => track.id === key);
      if (!evidence) throw new Refusal('track-unknown', 'There is no such track.', 2);
      await change(evidence);
      return { __typename: 'TrackChanged', key };
    } catch (error) {
      if (error instanceof Refusal) return { __typename: 'Refused', code: error.code, message: error.message };
      throw error;
    }
  }

  private async figureTables({ releaseId, tables }: PublishedQuarter, { quarters }: Book, { deciding }: Evidence) {
    const organisation = await this.books.organisation(releaseId);
    const atLook = quarters.find((quarter) => quarter.releaseId === deciding?.releaseId)?.tables ?? null;
    return { byTrack: tables, organisation, atLook };
  }

  private summary(
    evidence: Evidence,
    book: Book,
    { viewer, shrunken }: { viewer: Viewer | null; shrunken: Effect | null },
  ): TrackSummary {
    const { track, charter, deciding, verdict, strength, lapsed } = evidence;
    const { id, name, focus, tier, format, practice, purpose, capability, owned } = track;
    const decisions = book.decisions.filter((one) => one.track === id);
    const last = decisions.at(-1);
    return {
      ...{ key: id, name, focus, tier, format, practice, purpose, capability, owned, verdict, strength, lapsed },
      status: statusOf(evidence, decisions, new Date().toISOString().slice(0, 10)),
      charter: charter && charterOf(charter.content, charter),
      hasDraft: draftOf(book.charters.filter((one) => one.track === id)) !== undefined,
      effect: charter && deciding?.effect ? intervalOf(charter.content, deciding.effect) : null,
      shrunken: charter && shrunken ? intervalOf(charter.content, shrunken) : null,
      nextLook: evidence.nextLook,
      lastDecision: last ? decisionOf(last, evidence, viewer) : null,
    };
  }

  private noteRead(viewer: Viewer | null, subject: string): void {
    this.readLog.note(viewer, { action: 'track.read', subject, by: { verb: 'read', resource: 'tracks' } });
  }
}

/** Effects of tracks that are judged by one outcome are seen together; others cannot be compared. */
function shrunkenByOutcome(all: readonly Evidence[]): ReadonlyMap<string, Effect> {
  const outcomes = [...new Set(all.flatMap(({ charter }) => charter?.content.outcome ?? []))];
  return new Map(
    outcomes.flatMap((outcome) => {
      const effects = all.flatMap(({ track, charter, deciding }) =>
        charter?.content.outcome === outcome && deciding?.figure
          ? [{ track: track.id, effect: effectIn(charter.content, deciding.figure) }]
          : [],
      );
      return [...shrunkenTogether(effects)];
    }),
  );
}

/** A published quarter since the first look that is none itself. */
const isBetween = ({ charter, looks }: Evidence, period: string): boolean =>
  period > (charter?.content.looks[0] ?? '') && !looks.some((look) => look.period === period);
