/** What other features may use of the register. */
export { EMPTY_RECORD, type StandardRecord } from './register/standard-record';
export {
  newStandardId,
  ownDueExpression,
  ownStatusExpression,
  statusExpression,
} from './register/standard-columns.sql';
export { BringsLinksBack, type HoldsLinks } from './links-of-standards';
export { registerStamp } from './register/register-stamp.sql';
export { recordOf } from './use-cases/keep-standards';
export { ExportStandards } from './use-cases/export-standards';
export { StandardsModule } from './standards.module';
export {
  StandardsRepository,
  type CountedStandards,
  type StandardRow,
} from './standards.repository';
export * from './pure';
export { FORGET_IMPORTS } from './use-cases/forget-imports';
export { REGISTER_CHANGED } from './use-cases/tell-register-changed';
export { FORGET_REMOVED } from './use-cases/forget-removed';
