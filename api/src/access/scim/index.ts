export {
  Directory,
  directoryOfToken,
  directoryTold,
  type DirectoryToken,
  isActive,
  type Kind,
  type Page,
  type Question,
} from './directory.js';
export { MOST_RESULTS, RESOURCE_TYPES, SCHEMAS, SERVICE_PROVIDER_CONFIG } from './descriptions.js';
export { type Operation, operationsOf, patched } from './patch.js';
export { type Attributes, isAttributes, ScimProblem } from './paths.js';
export { PERSON_COLUMNS, personLines, personRow, type PersonRow } from './person-row.js';
