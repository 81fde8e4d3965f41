import type { SystemPart } from '@liangxing/dossier';
import {
  countStandards,
  layoutStructureDiagram,
  layoutStructurePages,
  type DiagramMode,
  type ListedStandard,
  type Scene,
  type StructureTree,
} from '@liangxing/system-structure';

/** Room for the drawing on an A4 page in landscape, in points. */
const page = { width: 740, height: 430 };

export interface DiagramLook {
  readonly mode?: DiagramMode;
  readonly managementSystems?: readonly string[];
}

/** The structure in three levels with the number of standards, one scene per page. */
export function structureDiagrams(
  tree: StructureTree,
  standards: readonly ListedStandard[],
  look: DiagramLook = {},
): SystemPart['diagrams'] {
  const counts = countStandards(tree, standards);
  return layoutStructurePages(tree, counts, page, look).map((scene) => ({
    title: scene.title,
    scene,
  }));
}

/** The whole structure as one picture: as printed where it is one page, else however large. */
export function wholeDiagram(
  tree: StructureTree,
  standards: readonly ListedStandard[],
  look: DiagramLook = {},
): Scene {
  const counts = countStandards(tree, standards);
  const [first, ...more] = layoutStructurePages(tree, counts, page, look);
  if (first !== undefined && more.length === 0) return first;
  return layoutStructureDiagram(tree, counts, { ...look, width: 2 * page.width });
}
