import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { may, type Viewer } from '../../access/index.js';
import type { Actor } from '../../audit-trail/index.js';
import {
  type Block,
  countRefusals,
  decidePolicy,
  documentOfForm,
  DOCUMENT_KEYS,
  type DocumentFacts,
  documentAsHtml,
  type DocumentKey,
  explainPolicy,
  findPolicy,
  type GovernanceDocument as WrittenDocument,
  knobsInWords,
  listChanges,
  listPersonRequests,
  listPolicies,
  NEVER_USED_FOR,
  parsePolicy,
  POLICY_CHOICES,
  POLICY_PACKS,
  policyInForce,
  type PolicyVersion,
  proposePolicy,
  readFacts,
  readSettings,
  valuesOf,
  whyInWords,
  writeDocument,
} from '../../governance/index.js';
import { collectedColumns } from '../../ingest/index.js';
import { type Certificate, CHARACTERISTIC } from '../../kernel/index.js';
import { MEASURES } from '../../measures/index.js';
import { Refusal } from '../../platform/index.js';
import { type ListedRelease, listReleases } from '../../releases/index.js';
import { documentAsPdf } from '../../reports/index.js';
import { actorOf } from '../http/actor.js';
import { PRODUCT_VERSION } from '../product-version.js';
import type { Refused } from '../types/account.types.js';
import type {
  DocumentBlock,
  ExplainedPolicy,
  GovernanceDocument,
  RightsCase,
  Policy,
  PolicyChanged,
  PolicyChanges,
  PolicyDraft,
  PolicyForm,
  PolicyPack,
  TrustCentre,
  TrustCertificate,
} from '../types/governance.types.js';
import { Database } from './database.js';
import { methodChanges } from './method-changes.js';
import { Remembered } from './remembered.js';

/** Policies, documents and the trust centre: what the organisation decided, as everybody may know it. */
@Injectable()
export class GovernanceReader {
  // Anybody may ask without an account, so counting refusals is done once in a while.
  private readonly refusals = new Remembered<TrustCentre['refusals']>(1);

  constructor(
    private readonly database: Database,
    private readonly tx: EntityManager,
  ) {}

  async policies(viewer: Viewer | null): Promise<Policy[]> {
    const { reader } = this.database;
    const inForce = (await policyInForce(reader, today())).disclosure.version;
    return (await listPolicies(reader)).map((one) => policyOf(one, { inForce, viewer })).reverse();
  }

  packs(): PolicyPack[] {
    return POLICY_PACKS.map(({ key, label, forWhom, content }) => ({
      key,
      label,
      forWhom,
      explained: explained(content),
      values: [...valuesOf(content)],
      purposes: [...content.data.purposes],
    }));
  }

  form(): PolicyForm {
    return {
      knobs: knobsInWords(),
      purposes: Object.entries(POLICY_CHOICES.purposes).map(([key, label]) => ({ key, label })),
      columns: POLICY_CHOICES.columns.map((key) => ({ key, label: key === CHARACTERISTIC ? 'personal characteristics' : key })),
    };
  }

  /** What a policy would say, if somebody proposed it. */
  draft(pack: string, changes: PolicyChanges): PolicyDraft | Refused {
    try {
      const { content } = parsePolicy(documentOfForm({ from: pack, ...changes }));
      return { __typename: 'PolicyDraft', explained: explained(content) };
    } catch (error) {
      return refused(error);
    }
  }

  async propose(viewer: Viewer, { pack, why, changes }: Proposal): Promise<PolicyChanged | Refused> {
    return this.changed(viewer, async () => {
      const document = changes ? documentOfForm({ from: pack, ...changes }) : { name: pack, from: pack };
      return proposePolicy(this.database.reader, document, { by: actorOf(viewer), why });
    });
  }

  async decide(
    viewer: Viewer,
    version: string,
    decision: { readonly approve: boolean; readonly why: string },
  ): Promise<PolicyChanged | Refused> {
    const by: Actor = actorOf(viewer);
    return this.changed(viewer, async () => {
      await decidePolicy(this.database.reader, { version, by, ...decision });
      return version;
    });
  }

  private async changed(viewer: Viewer, change: () => Promise<string>): Promise<PolicyChanged | Refused> {
    try {
      const version = await change();
      const { reader } = this.database;
      const inForce = (await policyInForce(reader, today())).disclosure.version;
      const policy = policyOf(await findPolicy(reader, version), { inForce, viewer });
      return { __typename: 'PolicyChanged', policy };
    } catch (error) {
      return refused(error);
    }
  }

  async trustCentre(viewer: Viewer | null): Promise<TrustCentre> {
    const { reader } = this.database;
    const [{ settings }, policies, changes, released, refusals] = await Promise.all([
      readSettings(reader),
      this.policies(viewer),
      listChanges(reader),
      listReleases(this.tx, { drafts: false }),
      this.refusals.get(new Date().toISOString().slice(0, 13), () => countRefusals(reader)),
    ]);
    const policy = policies.find(({ state }) => state === 'in-force');
    if (!policy) throw new Error('no policy is in force');
    return {
      policy,
      neverUsedFor: [...NEVER_USED_FOR],
      characteristics: settings.demographics.map(({ label }) => label),
      contact: settings.contact ?? null,
      changes: [...changes.map(({ on, ...change }) => ({ ...change, on: on.toISOString() })), ...methodChanges(released)]
        .sort((a, b) => (a.on < b.on ? 1 : -1))
        .slice(0, 50),
      certificates: this.certificates(released),
      refusals,
    };
  }

  private certificates(released: readonly ListedRelease[]): TrustCertificate[] {
    return released
      .filter(({ superseded }) => !superseded)
      .slice(0, 12)
      .map(({ period, publishedAt, hash, certificate }) => ({
        ...certified(certificate),
        period,
        publishedAt: publishedAt?.toISOString() ?? '',
        hash: hash ?? '',
      }));
  }

  async documents(): Promise<GovernanceDocument[]> {
    const facts = await this.facts();
    return DOCUMENT_KEYS.map((key) => documentOf(writeDocument(key, facts)));
  }

  /** The document as a file; null where there is no such document. */
  async documentFile(key: string): Promise<string | null> {
    const known = DOCUMENT_KEYS.find((one): one is DocumentKey => one === key);
    if (!known) return null;
    const facts = await this.facts();
    return documentAsHtml(writeDocument(known, facts), facts);
  }

  async documentPaper(key: string): Promise<Buffer | null> {
    const known = DOCUMENT_KEYS.find((one): one is DocumentKey => one === key);
    if (!known) return null;
    const facts = await this.facts();
    return documentAsPdf(writeDocument(known, facts), facts);
  }

  async rightsCases(): Promise<RightsCase[]> {
    return (await listPersonRequests(this.database.reader)).map(({ requestedAt, decidedAt, ...request }) => ({
      ...request,
      requestedAt: requestedAt.toISOString(),
      decidedAt: decidedAt && decidedAt.toISOString(),
    }));
  }

  private async facts(): Promise<DocumentFacts> {
    const outside = { columns: collectedColumns(), measures: MEASURES, productVersion: PRODUCT_VERSION };
    return readFacts(this.database.reader, outside);
  }
}

interface Proposal {
  readonly pack: string;
  readonly why: string;
  readonly changes: PolicyChanges | null;
}

/** A refusal as an answer; anything else is a fault. */
function refused(error: unknown): Refused {
  if (error instanceof Refusal) return { __typename: 'Refused', code: error.code, message: error.message };
  throw error;
}

const today = (): string => new Date().toISOString().slice(0, 10);

function explained(content: Parameters<typeof explainPolicy>[0]): ExplainedPolicy {
  const { protection, breakdowns, purposes, retention } = explainPolicy(content);
  return {
    protection: [...protection],
    breakdowns: [...breakdowns],
    purposes: [...purposes],
    retention: retention.map(({ label, sentence }) => ({ label, sentence })),
  };
}

function policyOf(
  policy: PolicyVersion,
  { inForce, viewer }: { readonly inForce: string; readonly viewer: Viewer | null },
): Policy {
  const { version, state, effectiveFrom, proposedAt, proposedBy, decidedAt, decisionWhy, disclosure } = policy;
  return {
    version,
    state: version === inForce ? 'in-force' : state,
    effectiveFrom,
    proposedAt: proposedAt.toISOString(),
    proposedBy: proposedBy === 'product' || proposedBy === 'operator' ? proposedBy : 'account',
    why: whyInWords(policy),
    decidedAt: decidedAt && decidedAt.toISOString(),
    decisionWhy,
    thresholds: disclosure.thresholds,
    noiseLevel: disclosure.noiseLevel,
    explained: explained(policy),
    mayDecide: state === 'proposed' && viewer?.accountId !== proposedBy && may(viewer, 'write', 'policy-approval'),
  };
}

function certified({
  noiseLevel,
  tables,
  attack,
  exposure,
}: Certificate): Omit<TrustCertificate, 'period' | 'publishedAt' | 'hash'> {
  const { greatest } = ((typeof exposure === 'object' ? exposure : null) as { greatest?: { release?: unknown } } | null) ?? {};
  const most = greatest?.release;
  return {
    noiseLevel,
    shown: tables.reduce((sum, table) => sum + table.shown, 0),
    hidden: tables.reduce((sum, table) => sum + table.hidden, 0),
    attackFindings: attack.findings,
    mostAboutOne: typeof most === 'number' ? most : null,
  };
}

const documentOf = ({ key, title, lead, sections }: WrittenDocument): GovernanceDocument => ({
  key,
  title,
  lead,
  sections: sections.map((section) => ({ title: section.title, blocks: section.blocks.map(blockOf) })),
});

function blockOf(block: Block): DocumentBlock {
  const empty = { text: null, items: [], rows: [] };
  switch (block.kind) {
    case 'text':
    case 'open':
      return { ...empty, kind: block.kind, text: block.text };
    case 'list':
      return { ...empty, kind: 'list', items: [...block.items] };
    case 'table':
      return { ...empty, kind: 'table', items: [...block.head], rows: block.rows.map((row) => [...row]) };
  }
}
