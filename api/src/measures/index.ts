export { type DerivedTable, deriveTables } from './derive/index.js';
export {
  checkContract,
  type DerivationGround,
  type DrawnDescription,
  type FigureKind,
  type MeasureContract,
  type TableLimits,
  type TableShape,
  type ValueDescription,
  type ValueFormat,
  type Variant,
} from './contract.js';
export { methodPage } from './method-page.js';
export { plannedTables } from './plan-tables.js';
export { measureOf, MEASURES, METHOD_VERSION } from './registry.js';
