import { t } from '#language';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { may, type Viewer } from '../../access/index.js';
import type { Certificate } from '../../kernel/index.js';
import { describeChange, describeQuality, type ListedRelease, listReleases, publishedDocument } from '../../releases/index.js';
import { sayAgain } from '../../translation/index.js';
import type { Release, ReleaseCertificate } from '../types/release.types.js';
import { Database } from './database.js';

/** Releases as such: their names, states and certificates. Their tables are another matter. */
@Injectable()
export class Releases {
  constructor(
    private readonly tx: EntityManager,
    private readonly database: Database,
  ) {}

  /** What was published, and drafts where this viewer may know of them; the newest period first. */
  async list(viewer: Viewer | null): Promise<Release[]> {
    return (await listReleases(this.tx, { drafts: may(viewer, 'read', 'drafts') })).map(releaseOf);
  }

  async one(viewer: Viewer | null, id: string): Promise<Release | null> {
    const [found] = await listReleases(this.tx, { drafts: may(viewer, 'read', 'drafts'), id });
    return found ? releaseOf(found) : null;
  }

  /** The exported file, canonical, byte for byte; null unless it is published. */
  async document(id: string): Promise<string | null> {
    return publishedDocument(this.database.reader, id);
  }
}

function releaseOf({ certificate, knownAt, builtAt, publishedAt, ...release }: ListedRelease): Release {
  return {
    ...release,
    knownAt: knownAt.toISOString(),
    builtAt: builtAt.toISOString(),
    publishedAt: publishedAt && publishedAt.toISOString(),
    certificate: certificateOf(certificate),
  };
}

function certificateOf(certificate: Certificate): ReleaseCertificate {
  const { rules, noiseLevel, tables, exposure, attack, leftOut, changed, ...rest } = certificate;
  const { charters = [], quality, versions } = rest;
  return {
    rules: rules.map((rule) => t(rule)),
    noiseLevel,
    tables: tables.map((table) => ({ ...table })),
    exposure: typeof exposure === 'string' ? exposure : JSON.stringify(exposure),
    attackFindings: attack.findings,
    attackChecks: attack.checks.map(sayAgain),
    leftOut: [...leftOut],
    changed: changed ? changed.map(describeChange) : null,
    quality: quality ? describeQuality(quality) : [],
    charters: charters.map((charter) => ({ ...charter })),
    versions: Object.entries(versions).map(([key, value]) => ({ key, value })),
  };
}
