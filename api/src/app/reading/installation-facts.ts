import { Injectable } from '@nestjs/common';
import { POLICY, type PolicyRule, purposeOf, PURPOSES, type Role, ROLE_LABELS, ROLES } from '../../access/index.js';
import { explainPolicy, policyInForce, readInstallation, readSettings, type Settings } from '../../governance/index.js';
import { type FileDescription, fileDescriptions } from '../../ingest/index.js';
import { PRODUCT_VERSION } from '../product-version.js';
import type { AccessCell, AccessRow, CollectedColumn, Installation, Preparing, Trust } from '../types/installation.types.js';
import { Doors } from '../schema/doors.js';
import { Database } from './database.js';
import { Work } from './work.js';

const ALWAYS = [
  'Uploaded files are never written to disk. Rows that wait for confirmation are dropped after 24 hours.',
  'Names, e-mail addresses and other identifiers are replaced on the way in and stored nowhere.',
  'Published results are kept as long as the installation; they hold nothing about a single person.',
  'The audit trail forgets who read what after twelve months, refusals after two years, loads and files that left after three; decisions stay.',
];

/** What anybody may know of this installation. */
@Injectable()
export class InstallationFactsReader {
  constructor(
    private readonly database: Database,
    private readonly work: Work,
    private readonly doors: Doors,
  ) {}

  async installation(): Promise<Installation> {
    const { reader } = this.database;
    const [{ sample }, { settings }, policy, preparing] = await Promise.all([
      readInstallation(reader),
      readSettings(reader),
      policyInForce(reader, today()),
      this.preparing(),
    ]);
    return {
      organisation: settings.organisation,
      sample,
      productVersion: PRODUCT_VERSION,
      noiseLevel: policy.disclosure.noiseLevel,
      thresholds: policy.disclosure.thresholds,
      similar: policy.disclosure.similar,
      preparing,
    };
  }

  async trust(): Promise<Trust> {
    const { reader } = this.database;
    const [{ settings }, policy] = await Promise.all([readSettings(reader), policyInForce(reader, today())]);
    return {
      collected: collected(settings),
      access: POLICY.map((rule) => accessRow(rule, this.doors.of(rule))),
      retention: [...explainPolicy(policy).retention.map(({ sentence }) => sentence), ...ALWAYS],
      contact: settings.contact ?? null,
    };
  }

  private async preparing(): Promise<Preparing | null> {
    const found = await this.work.underWay('build-sample-quarters');
    return found && { done: found.done, total: found.total };
  }
}

const today = (): string => new Date().toISOString().slice(0, 10);

function collected({ demographics }: Settings): CollectedColumn[] {
  const declared = demographics.map(({ column, why }) => ({ file: 'people', column, class: 'special', why }));
  const described = fileDescriptions.flatMap((file: FileDescription) =>
    file.columns.map(({ name, classes, why }) => ({ file: file.name, column: name, class: classes.join(', '), why })),
  );
  return [...described, ...declared];
}

function accessRow(rule: (typeof POLICY)[number], doors: readonly string[]): AccessRow {
  const { resource, verb, label, signedOut, operator, roles }: PolicyRule = rule;
  const cell = (role: Role): AccessCell => {
    const purpose = purposeOf(role, rule);
    return { role, roleLabel: ROLE_LABELS[role], reach: roles[role] ?? 'none', purpose: purpose && PURPOSES[purpose] };
  };
  const open = { signedOut: signedOut ?? false, operator: operator ?? false };
  return { resource, verb, label, ...open, roles: ROLES.map(cell), doors: [...doors] };
}
