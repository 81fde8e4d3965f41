import { StandardSystemEntity } from './standard-system.entity';
import { SystemChangeEntity } from './system-change.entity';
import { SystemPlaceEntity } from './system-place.entity';

/** The tables of this room. */
export const SYSTEMS_ENTITIES = [StandardSystemEntity, SystemChangeEntity, SystemPlaceEntity];
