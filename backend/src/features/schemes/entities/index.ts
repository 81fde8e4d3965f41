import { OfferedSchemeEntity } from './offered-scheme.entity';
import { OrganizationSchemeEntity } from './organization-scheme.entity';
import { SchemeEntryCheckEntity } from './scheme-entry-check.entity';
import { SchemeEntryEntity } from './scheme-entry.entity';
import { SchemeVersionEntity } from './scheme-version.entity';

/** The tables of this room. */
export const SCHEMES_ENTITIES = [
  OfferedSchemeEntity,
  OrganizationSchemeEntity,
  SchemeEntryCheckEntity,
  SchemeEntryEntity,
  SchemeVersionEntity,
];
