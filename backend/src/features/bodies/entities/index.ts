import { AssessorEntity } from './assessor.entity';
import { BodyFormEntity } from './body-form.entity';
import { BodyProfileEntity } from './body-profile.entity';

/** The tables of this room. */
export const BODIES_ENTITIES = [AssessorEntity, BodyFormEntity, BodyProfileEntity];
