import { PendingObjectEntity } from './pending-object.entity';

/** The tables of this room. */
export const STORAGE_ENTITIES = [PendingObjectEntity];
