import type { StructureTemplate, StructureTemplateId } from '../structure';
import { structure2003 } from './structure-2003';
import { structure2017 } from './structure-2017';

/** The shipped structures by id. */
export const STRUCTURE_TEMPLATES: Readonly<Record<StructureTemplateId, StructureTemplate>> = {
  'gb-t-15496-2003': structure2003,
  'gb-t-15496-2017': structure2017,
};
