export { Directory, directoryOfToken, directoryTold, type DirectoryToken, isActive, type Kind, type Page } from './directory.js';
export { RESOURCE_TYPES, SCHEMAS, SERVICE_PROVIDER_CONFIG } from './descriptions.js';
export { type Operation, operationsOf, patched } from './patch.js';
export { type Attributes, isAttributes, ScimProblem } from './paths.js';
export { type Question, questionOf, searchOf } from './question.js';
export { PERSON_COLUMNS, personLines, personRow, type PersonRow } from './person-row.js';
