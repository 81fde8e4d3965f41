import type { SystemPart } from '@liangxing/dossier';
import {
  countStandards,
  layoutStructurePages,
  type DiagramMode,
  type ListedStandard,
  type StructureTree,
} from '@liangxing/system-structure';

/** Room for the drawing on an A4 page in landscape, in points. */
const page = { width: 740, height: 430 };

/** The structure in three levels with the number of standards, one scene per page. */
export function structureDiagrams(
  tree: StructureTree,
  standards: readonly ListedStandard[],
  options: {
    readonly mode?: DiagramMode;
    readonly managementSystems?: readonly string[];
  } = {},
): SystemPart['diagrams'] {
  const counts = countStandards(tree, standards);
  return layoutStructurePages(tree, counts, page, options).map((scene) => ({
    title: scene.title,
    scene,
  }));
}
