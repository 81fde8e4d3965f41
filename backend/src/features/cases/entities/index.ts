import { CaseFileEntity } from './case-file.entity';
import { CaseMaterialEntity } from './case-material.entity';
import { CaseEntity } from './case.entity';

/** The tables of this room. */
export const CASES_ENTITIES = [CaseEntity, CaseFileEntity, CaseMaterialEntity];
