import { Injectable } from '@nestjs/common';
import { may, type Viewer } from '../../access/index.js';
import type { Certificate } from '../../kernel/index.js';
import type { Release, ReleaseCertificate } from '../types/release.types.js';
import { Database } from './database.js';

interface ReleaseRow extends Omit<Release, 'certificate'> {
  readonly certificate: Certificate;
}

const PUBLISHED = `select release_id as id, period, 'published' as status, current, as_of as "asOf", known_at as "knownAt", supersedes,
  sample, built_at as "builtAt", published_at as "publishedAt", hash, certificate from release.published_release`;
const DRAFTS = `select release_id as id, period, 'draft' as status, false as current, as_of as "asOf", known_at as "knownAt", supersedes,
  sample, built_at as "builtAt", null::timestamptz as "publishedAt", null::text as hash, certificate from release.draft`;

/** Releases as such: their names, states and certificates. Their tables are another matter. */
@Injectable()
export class Releases {
  constructor(private readonly database: Database) {}

  /** What was published, and drafts where this viewer may know of them; the newest period first. */
  async list(viewer: Viewer | null): Promise<Release[]> {
    return this.find(viewer, '$1::text is null', null);
  }

  async one(viewer: Viewer | null, id: string): Promise<Release | null> {
    return (await this.find(viewer, 'id = $1', id))[0] ?? null;
  }

  /** The exported file, canonical, byte for byte; null unless it is published. */
  async document(id: string): Promise<string | null> {
    const { rows } = await this.database.reader.query<{ document: string }>(
      'select document from release.published_release where release_id = $1',
      [id],
    );
    return rows[0]?.document ?? null;
  }

  private async find(viewer: Viewer | null, condition: string, id: string | null): Promise<Release[]> {
    const visible = may(viewer, 'read', 'drafts') ? `${PUBLISHED} union all ${DRAFTS}` : PUBLISHED;
    const { rows } = await this.database.reader.query<ReleaseRow>(
      `select * from (${visible}) r where ${condition} order by "asOf" desc, "builtAt" desc`,
      [id],
    );
    return rows.map(releaseOf);
  }
}

function releaseOf({ certificate, ...row }: ReleaseRow): Release {
  return {
    ...row,
    knownAt: new Date(row.knownAt).toISOString(),
    builtAt: new Date(row.builtAt).toISOString(),
    publishedAt: row.publishedAt && new Date(row.publishedAt).toISOString(),
    certificate: certificateOf(certificate),
  };
}

function certificateOf(certificate: Certificate): ReleaseCertificate {
  const { rules, noiseLevel, tables, exposure, attack, leftOut, versions } = certificate;
  return {
    rules: [...rules],
    noiseLevel,
    tables: tables.map((table) => ({ ...table })),
    exposure: typeof exposure === 'string' ? exposure : JSON.stringify(exposure),
    attackFindings: attack.findings,
    attackChecks: [...attack.checks],
    leftOut: [...leftOut],
    versions: Object.entries(versions).map(([key, value]) => ({ key, value })),
  };
}
