import { OrganizationSchemeEntity } from './organization-scheme.entity';
import { SchemeVersionEntity } from './scheme-version.entity';

/** The tables of this room. */
export const SCHEMES_ENTITIES = [OrganizationSchemeEntity, SchemeVersionEntity];
