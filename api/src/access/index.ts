export { addAccount, authenticate, changePassword, type Identity, verifyIdentity, viewerOfSession } from './accounts.js';
export {
  accountByEmail,
  assignRole,
  beginRecovery,
  type By,
  INVITATION_HOURS,
  type Invitation,
  invite,
  listAccounts,
  type ListedAccount,
  RECOVERY_HOURS,
  redeemCode,
  setDisabled,
} from './administration.js';
export { COMMANDS, commandRule } from './commands.js';
export { type IdentitySettings, type ProviderSettings, readIdentitySettings } from './identity-settings.js';
export { isSecondPerson, may, mayBuild, mayPublish, operatorMay, reachFor, reachOf, roleMay, ruleOf } from './may.js';
export { type Permission, POLICY, type PolicyRule, type Reach, type Resource, type Verb } from './policy.js';
export { roleOfAccount } from './lookups.js';
export { asRole, PREVIEW_PROBLEM } from './preview.js';
export { IdentityProvider, type PendingSignIn, SIGN_IN_PROBLEMS, type SignInProblem, type Vouched } from './provider.js';
export { endSessionsOf, signInVouched } from './provider-accounts.js';
export { type Purpose, purposeFor, purposeOf, PURPOSES } from './purposes.js';
export { isRole, type Role, ROLE_LABELS, ROLES, type Viewer } from './roles.js';
export { type ProviderWay, SignInWays } from './sign-in-ways.js';
export {
  addDirectoryToken,
  addServiceToken,
  listServiceTokens,
  type ListedToken,
  MOST_DAYS,
  type NewToken,
  revokeServiceToken,
  rightsOfToken,
  tokenByText,
  type WriteRights,
} from './service-tokens.js';
export {
  type Attributes,
  Directory,
  directoryOfToken,
  directoryTold,
  type DirectoryToken,
  isActive,
  isAttributes,
  type Kind,
  type Operation,
  operationsOf,
  patched,
  PERSON_COLUMNS,
  personLines,
  personRow,
  type PersonRow,
  questionOf,
  RESOURCE_TYPES,
  SCHEMAS,
  ScimProblem,
  searchOf,
  SERVICE_PROVIDER_CONFIG,
} from './scim/index.js';
export { isScope, maySeeAudit, maySeeBreakdown, maySeeFinding, maySeeGroup, mayWorkOnAudit, namesOf } from './scope.js';
