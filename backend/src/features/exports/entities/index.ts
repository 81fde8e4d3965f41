import { OrganizationExportEntity } from './organization-export.entity';

/** The tables of this room. */
export const EXPORTS_ENTITIES = [OrganizationExportEntity];
