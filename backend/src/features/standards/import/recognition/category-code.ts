/** A category of standards as people name it → its place in the shipped structures. */
import { placeStandard, STRUCTURE_TEMPLATES } from '@liangxing/system-structure';

const LONGEST_CATEGORY = 100;

const placements = new Map<string, string>();

/** Code of the sub-system that a category's name means, '' where none or several. */
export function codeOfCategory(category: string): string {
  if (category.length > LONGEST_CATEGORY) return '';
  const known = placements.get(category);
  if (known !== undefined) return known;
  if (placements.size > 2_000) placements.clear();
  const found = Object.values(STRUCTURE_TEMPLATES)
    .map((tree) => placeStandard(tree, { systemName: category }))
    .find((placement) => placement.kind === 'placed');
  const code = found?.nodes[0] ?? '';
  placements.set(category, code);
  return code;
}
