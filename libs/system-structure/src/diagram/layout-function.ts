import { childrenOf, type StructureNode, type StructureTree } from '../structure';
import { drawDrivers, drawFrame, insideFrame, type Drawing, type DrawingContext } from './drawing';
import { bodyWidth, drawBody, type BodyContext } from './layout-body';

/** Bodies side by side while they fit. */
function bandsOf(
  context: BodyContext,
  bodies: readonly StructureNode[],
  width: number,
): readonly (readonly StructureNode[])[] {
  const { gap } = context.sizes;
  const bands: { members: StructureNode[]; width: number }[] = [];
  for (const body of bodies) {
    const own = bodyWidth(context, body) + gap;
    const last = bands.at(-1);
    if (last === undefined || last.width + 2 * gap + own > width)
      bands.push({ members: [body], width: own });
    else {
      last.members.push(body);
      last.width += 2 * gap + own;
    }
  }
  return bands.map(({ members }) => members);
}

/** Draws the bodies from `top` down; returns the lowest point. */
export function drawBands(
  context: BodyContext,
  bodies: readonly StructureNode[],
  width: number,
  top: number,
  into: Drawing,
): number {
  const { gap } = context.sizes;
  let y = top;
  for (const band of bandsOf(context, bodies, width - 2 * gap)) {
    const natural = band.map((body) => bodyWidth(context, body) + gap);
    const used = natural.reduce((sum, own) => sum + own, 0) + 2 * gap * (band.length - 1);
    let x = gap + Math.max(0, (width - 2 * gap - used) / 2);
    let lowest = y;
    band.forEach((body, index) => {
      const own = Math.min(natural[index] ?? 0, width - 2 * gap);
      const drawing = drawBody(context, body, x, y, own);
      into.boxes.push(...drawing.boxes);
      into.lines.push(...drawing.lines);
      lowest = Math.max(lowest, y + drawing.height);
      x += own + 2 * gap;
    });
    y = lowest + 2 * gap;
  }
  return y - 2 * gap;
}

/** Drivers, frame and bodies in three levels. Returns the height. */
export function drawFunctionDiagram(
  context: DrawingContext & { readonly tree: StructureTree },
  width: number,
  into: Drawing,
): number {
  const { sizes, tree } = context;
  const top = drawDrivers(context, width, into);
  const index = into.boxes.length;
  const from = insideFrame(top, sizes);
  const bottom = drawBands(context, childrenOf(tree, undefined), width, from, into) + sizes.gap;
  drawFrame(context, { top, bottom, width }, index, into);
  return bottom;
}
