/** What other features may use of the register. */
export { EMPTY_RECORD, type StandardRecord } from './register/standard-record';
export { newStandardId, organizationDay, statusExpression } from './register/standard-columns';
export { StandardsModule } from './standards.module';
export { StandardsRepository, type StandardRow } from './standards.repository';
export { listedStandard } from './use-cases/read-standards';
