import { BodyProfileEntity } from './body-profile.entity';

/** The tables of this room. */
export const BODIES_ENTITIES = [BodyProfileEntity];
