import type { Scheme } from '@liangxing/scheme';
import { STRUCTURE_TEMPLATES, type StructureTree } from '@liangxing/system-structure';
import { UNSET_DOCUMENTS, type SystemMaterial } from '../../systems/pure';
import type { DossierMaterial } from '../dossier-material';

/** Whether the scheme follows the edition of 2017: its structure differs. */
function isEdition2017({ basis }: Scheme): boolean {
  return basis.some((document) => document.includes('19273-2017'));
}

/** The enterprise's own structure; without one that of the edition its scheme rests on. */
export function structureOf(material: DossierMaterial): StructureTree {
  if (material.system !== null) return material.system.tree;
  const edition = isEdition2017(material.scheme) ? 'gb-t-15496-2017' : 'gb-t-15496-2003';
  return STRUCTURE_TEMPLATES[edition];
}

/** What the part 标准体系 is drawn, counted and explained from. */
export function systemMaterial(material: DossierMaterial): SystemMaterial {
  const { standards, system, profile, laws } = material;
  return {
    tree: structureOf(material),
    entries: standards,
    owner: profile,
    settings: system?.settings ?? UNSET_DOCUMENTS,
    built: system?.built ?? null,
    laws: laws.length,
  };
}
