import { DepartedRelationEntity } from './departed-relation.entity';

/** The tables of this room. */
export const CLOSING_ENTITIES = [DepartedRelationEntity];
