import type { SystemPart } from '@liangxing/dossier';
import {
  countStandards,
  layoutStructureDiagram,
  layoutStructurePages,
  type ListedStandard,
  type StructureTree,
} from '@liangxing/system-structure';

/** Room for the drawing on an A4 page in landscape, in points. */
const page = { width: 740, height: 430 };
/** Printed at two thirds of its size the text is still about 6 points high. */
const widest = page.width * 1.5;

/**
 * The structure in three levels with the number of standards: one drawing where it stays readable when it is shrunk
 * to one page, else one drawing per body.
 */
export function structureDiagrams(
  tree: StructureTree,
  standards: readonly ListedStandard[],
): SystemPart['diagrams'] {
  const counts = countStandards(tree, standards);
  for (let width = page.width; width <= widest; width += 10) {
    const scene = layoutStructureDiagram(tree, counts, { width });
    if (scene.height * page.width <= page.height * width) return [{ title: scene.title, scene }];
  }
  return layoutStructurePages(tree, counts, page).map((scene) => ({ title: scene.title, scene }));
}
