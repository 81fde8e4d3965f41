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

/** Room for the drawing below the headings of an A4 page in landscape, in points. */
const page = { width: 740, height: 355 };

/** And on A3: where A4 would need a page per body, one picture of the whole says more. */
const largePage = { width: 1120, height: 600 };

interface DiagramLook {
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
  const scenes = layoutStructurePages(tree, counts, page, look);
  const large = scenes.length > 1 ? layoutStructurePages(tree, counts, largePage, look) : scenes;
  return (large.length === 1 ? large : scenes).map((scene) => ({ title: scene.title, scene }));
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
