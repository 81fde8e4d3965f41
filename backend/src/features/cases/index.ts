export { CasesModule } from './cases.module';
export { CasesRepository } from './cases.repository';
export { MoveCase } from './use-cases/move-case';
export { ReadApplications } from './use-cases/read-applications';
