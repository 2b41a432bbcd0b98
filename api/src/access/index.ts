export { addAccount, authenticate, changePassword, type Identity, verifyIdentity, viewerOfSession } from './accounts.js';
export { COMMANDS, commandRule } from './commands.js';
export { isSecondPerson, may, mayBuild, mayPublish, operatorMay, reachFor, reachOf, roleMay, ruleOf } from './may.js';
export { type Permission, POLICY, type PolicyRule, type Reach, type Resource, type Verb } from './policy.js';
export { roleOfAccount } from './lookups.js';
export { asRole, PREVIEW_PROBLEM } from './preview.js';
export { type Purpose, purposeFor, purposeOf, PURPOSES } from './purposes.js';
export { isRole, type Role, ROLE_LABELS, ROLES, type Viewer } from './roles.js';
export {
  addServiceToken,
  MOST_DAYS,
  type NewToken,
  revokeServiceToken,
  rightsOfToken,
  tokenByText,
  type WriteRights,
} from './service-tokens.js';
export { maySeeBreakdown, maySeeGroup } from './scope.js';
