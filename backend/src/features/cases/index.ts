export { CasesModule } from './cases.module';
export { CasesRepository, turnOfCase } from './cases.repository';
export type { Case, CaseFile } from './case';
export { caseDto, CaseDto } from './dto/case.dto';
export { MaterialsRepository } from './materials.repository';
export { MakeMove, type SeenCase, type WithMove } from './use-cases/make-move';
export { MoveCase } from './use-cases/move-case';
export { ReadApplications } from './use-cases/read-applications';
