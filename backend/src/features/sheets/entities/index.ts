import { CaseResultEntity } from './case-result.entity';

/** The tables of this room. */
export const SHEETS_ENTITIES = [CaseResultEntity];
