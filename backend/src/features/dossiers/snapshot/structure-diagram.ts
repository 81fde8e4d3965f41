import type { SystemPart } from '@liangxing/dossier';
import {
  countStandards,
  layoutStructurePages,
  type ListedStandard,
  type StructureTree,
} from '@liangxing/system-structure';

/** Room for the drawing on an A4 page in landscape, in points. */
const page = { width: 740, height: 430 };

/** The structure in three levels with the number of standards, one scene per page. */
export function structureDiagrams(
  tree: StructureTree,
  standards: readonly ListedStandard[],
): SystemPart['diagrams'] {
  const counts = countStandards(tree, standards);
  return layoutStructurePages(tree, counts, page).map((scene) => ({ title: scene.title, scene }));
}
