import { CorrectiveActionEntity } from './corrective-action.entity';

/** The tables of this room. */
export const IMPROVEMENTS_ENTITIES = [CorrectiveActionEntity];
