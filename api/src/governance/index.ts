export { type InstallationFacts, markAsSample, readInstallation, removeSample } from './installation.js';
export { DEFAULT_PLAN } from './plan.js';
export { listPolicies, type Policy, readPolicy, STANDARD } from './policies.js';
export { SETTINGS_SCHEMA } from './settings-schema.js';
export {
  type Characteristic,
  DEFAULT_SETTINGS,
  parseSettings,
  readSettings,
  readSettings as showSettings,
  setSettings,
  type Settings,
  type SettingsVersion,
} from './settings.js';
