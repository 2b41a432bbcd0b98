import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Request, Response } from 'express';
import { SignInWays } from '../access/index.js';
import { LOAD_ENTITIES } from '../ingest/index.js';
import { dataSourceOn, type MailSettings, type PackSettings } from '../platform/index.js';
import { RELEASE_ENTITIES } from '../releases/index.js';
import { Alerts, MAIL_SETTINGS } from './alerts/alerts.js';
import { PACK_SETTINGS, PackDeliveries } from './packs/deliveries.js';
import { Denials } from './http/denials.js';
import { ErrorsFilter } from './http/errors.filter.js';
import { ReadLog } from './http/read-log.js';
import type { RequestContext } from './http/request-context.js';
import { currentViewer } from './http/session.js';
import { together } from './http/together.js';
import { Audits } from './reading/audits.js';
import { Burden } from './reading/burden.js';
import { Charters } from './reading/charters.js';
import { Database } from './reading/database.js';
import { GovernanceReader } from './reading/governance.js';
import { InstallationFactsReader } from './reading/installation-facts.js';
import { Loads } from './reading/loads.js';
import { Packs } from './reading/packs.js';
import { ProgressRow } from './reading/progress.entity.js';
import { Published } from './reading/published.js';
import { Releases } from './reading/releases.js';
import { Reorganisations } from './reading/reorganisations.js';
import { Reports } from './reading/reports.js';
import { Requests } from './reading/requests.js';
import { Results } from './reading/results.js';
import { Series } from './reading/series.js';
import { Supply } from './reading/supply.js';
import { Tracks } from './reading/tracks.js';
import { Trail } from './reading/trail.js';
import { Work } from './reading/work.js';
import { AccountResolver } from './resolvers/account.resolver.js';
import { AdministrationResolver } from './resolvers/administration.resolver.js';
import { AlertsResolver } from './resolvers/alerts.resolver.js';
import { AuditResolver } from './resolvers/audit.resolver.js';
import { BurdenResolver } from './resolvers/burden.resolver.js';
import { CatalogueResolver } from './resolvers/catalogue.resolver.js';
import { CharterResolver } from './resolvers/charter.resolver.js';
import { IdentityResolver } from './resolvers/identity.resolver.js';
import { GovernanceResolver } from './resolvers/governance.resolver.js';
import { DirectoryResolver } from './resolvers/directory.resolver.js';
import { InstallationResolver } from './resolvers/installation.resolver.js';
import { LoadResolver } from './resolvers/load.resolver.js';
import { PackResolver } from './resolvers/pack.resolver.js';
import { MEASURE_RESOLVERS } from './resolvers/measure.resolvers.js';
import { PreviewResolver } from './resolvers/preview.resolver.js';
import { ReleaseResolver } from './resolvers/release.resolver.js';
import { RetentionResolver } from './resolvers/retention.resolver.js';
import { ReorganisationResolver } from './resolvers/reorganisation.resolver.js';
import { ReportResolver } from './resolvers/report.resolver.js';
import { SeriesResolver } from './resolvers/series.resolver.js';
import { ServiceTokenResolver } from './resolvers/service-token.resolver.js';
import { SupplyResolver } from './resolvers/supply.resolver.js';
import { TrackResolver } from './resolvers/track.resolver.js';
import { TrailResolver } from './resolvers/trail.resolver.js';
import { CalendarController } from './rest/calendar.controller.js';
import { DocumentsController } from './rest/documents.controller.js';
import { DirectoryController } from './rest/directory.controller.js';
import { HealthController } from './rest/health.controller.js';
import { ProviderController } from './rest/provider.controller.js';
import { ReleaseFilesController } from './rest/release-files.controller.js';
import { ReportFilesController } from './rest/report-files.controller.js';
import { RuleGuard } from './rest/rule.guard.js';
import { UploadsController } from './rest/uploads.controller.js';
import { WorkerLine } from './rest/worker-line.js';
import { Doors } from './schema/doors.js';
import { enforceRules } from './schema/enforce-rules.js';
import { formatError } from './schema/errors.js';
import { noteRefused } from './schema/note-refused.js';
import { purposeWall } from './schema/purpose-wall.js';
import { refuseTwins } from './schema/refuse-twins.js';
import { limitQueries, MOST_TOKENS } from './schema/limit-queries.js';

/** Every resolver; the schema is made from these. */
export const RESOLVERS: readonly Type[] = [
  AccountResolver,
  AdministrationResolver,
  AlertsResolver,
  AuditResolver,
  BurdenResolver,
  CatalogueResolver,
  CharterResolver,
  DirectoryResolver,
  IdentityResolver,
  GovernanceResolver,
  InstallationResolver,
  LoadResolver,
  PackResolver,
  PreviewResolver,
  ReleaseResolver,
  RetentionResolver,
  ReorganisationResolver,
  ReportResolver,
  SeriesResolver,
  ServiceTokenResolver,
  SupplyResolver,
  TrackResolver,
  TrailResolver,
  ...MEASURE_RESOLVERS,
];

/** Every controller; each of its routes has a rule, or the server does not start. */
export const CONTROLLERS: readonly Type[] = [
  CalendarController,
  DirectoryController,
  DocumentsController,
  HealthController,
  ProviderController,
  ReleaseFilesController,
  ReportFilesController,
  UploadsController,
];

/** Every table and view that the web process reads row by row; test/database/entities.spec.ts holds them against the database. */
export const ENTITIES = [...RELEASE_ENTITIES, ...LOAD_ENTITIES, ProgressRow];

/** What the application stands on. */
export interface Foundations {
  readonly database: Database;
  readonly worker: WorkerLine;
  readonly ways: SignInWays;
  readonly production: boolean;
  /** How alerts leave; absent: none do. */
  readonly mail?: MailSettings;
  /** Where reports of packs may go; absent: nowhere. */
  readonly packs?: PackSettings;
  /** More resolvers, for a test that plants a field without a rule. */
  readonly planted?: readonly Type[];
}

@Module({})
export class AppModule {
  static on(foundations: Foundations): DynamicModule {
    const denials = new Denials(foundations.database);
    const doors = new Doors();
    return {
      module: AppModule,
      imports: [graphql(foundations, denials, doors), readerEntities(foundations), TypeOrmModule.forFeature([ProgressRow])],
      controllers: [...CONTROLLERS],
      providers: [
        { provide: Database, useValue: foundations.database },
        { provide: WorkerLine, useValue: foundations.worker },
        { provide: SignInWays, useValue: foundations.ways },
        { provide: MAIL_SETTINGS, useValue: foundations.mail ?? null },
        { provide: PACK_SETTINGS, useValue: foundations.packs ?? { folder: null, webhooks: [] } },
        { provide: Denials, useValue: denials },
        { provide: Doors, useValue: doors },
        { provide: APP_GUARD, useClass: RuleGuard },
        { provide: APP_FILTER, useClass: ErrorsFilter },
        ...[
          Alerts,
          Audits,
          Burden,
          Charters,
          GovernanceReader,
          InstallationFactsReader,
          Loads,
          PackDeliveries,
          Packs,
          Published,
          ReadLog,
          Releases,
          Reorganisations,
          Reports,
          Requests,
          Results,
          Series,
          Supply,
          Tracks,
          Trail,
          Work,
        ],
        ...refuseTwins([...RESOLVERS, ...(foundations.planted ?? [])]),
      ],
    };
  }
}

/** One data source, on the reader's pool; the rooms read through it, and closing the application ends both. */
function readerEntities({ database }: Foundations): DynamicModule {
  return TypeOrmModule.forRootAsync({ useFactory: () => ({ ...dataSourceOn(database.reader, ENTITIES), retryAttempts: 0 }) });
}

function graphql({ production }: Foundations, denials: Denials, doors: Doors): DynamicModule {
  return GraphQLModule.forRoot<ApolloDriverConfig>({
    driver: ApolloDriver,
    path: '/graphql',
    autoSchemaFile: true,
    sortSchema: true,
    graphiql: false,
    introspection: !production,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    preserveHttpStatusForExecutionErrors: true,
    parseOptions: { maxTokens: MOST_TOKENS },
    validationRules: [limitQueries()],
    // Left on, it would look at every field of every cell, and nothing of ours may be cached on the way.
    plugins: [ApolloServerPluginCacheControlDisabled(), purposeWall, noteRefused],
    transformSchema: (schema) => doors.open(enforceRules(schema), CONTROLLERS),
    formatError,
    context: ({ req, res }: { req: Request; res: Response }) => contextOf(req, res, denials),
  });
}

function contextOf(request: Request, response: Response, denials: Denials): RequestContext {
  const viewer = currentViewer(response);
  const noteDenial = together((fields) => denials.note(viewer, fields.join(' ')));
  return { viewer, request, response, noteDenial };
}
