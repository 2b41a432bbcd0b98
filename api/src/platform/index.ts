export {
  announceReady,
  environmentOfWeb,
  environmentOfWorker,
  readWebProcess,
  readWorkerProcess,
  type WebProcess,
  type WorkerProcess,
} from './children.js';
export { type BackupReport, type BackupRequest, backUp } from './backup/back-up.js';
export { restore, type RestoreReport, type RestoreRequest } from './backup/restore.js';
export { claim, type Claim } from './claim.js';
export { readConfiguration, type Configuration } from './configuration.js';
export { dataSourceOn } from './data-source.js';
export { startEmbedded, type EmbeddedOptions, type EmbeddedServer } from './embedded/server.js';
export { type DatabaseRefusal, ServerLog } from './embedded/server-log.js';
export { type Installation, type Login, openInstallation } from './installation.js';
export { type Keys, keysOf, type KeyName } from './keys.js';
export { log, type LogFields } from './log.js';
export { type Letter, type Mail, type MailSettings, openMail, readMailSettings } from './mail.js';
export { migrate, migrationsFolder, type MigrationReport } from './migrations.js';
export { packEnvironment, type PackSettings, readPackSettings } from './pack-settings.js';
export { inTransaction, openPool } from './pools.js';
export { Refusal } from './refusal.js';
