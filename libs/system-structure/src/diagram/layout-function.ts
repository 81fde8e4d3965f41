import { type StructureNode, type StructureTree } from '../structure';
import { childrenOf } from '../tree-index';
import {
  barHeight,
  drawDrivers,
  drawFrame,
  insideFrame,
  type Drawing,
  type DrawingContext,
} from './drawing';
import type { SceneBox } from './scene';
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

/** A body as drawn: its head, its band, and where the room beside it begins. */
interface PlacedBody {
  readonly head: SceneBox;
  readonly band: number;
  /** Right end of everything that belongs to it. */
  readonly right: number;
}

/** Draws the bodies from `top` down; returns the lowest point and where they are. */
export function drawBands(
  context: BodyContext,
  bodies: readonly StructureNode[],
  width: number,
  top: number,
  into: Drawing,
): { readonly bottom: number; readonly placed: readonly PlacedBody[] } {
  const { gap } = context.sizes;
  const placed: PlacedBody[] = [];
  let y = top;
  bandsOf(context, bodies, width - 2 * gap).forEach((members, band) => {
    const natural = members.map((body) => bodyWidth(context, body) + gap);
    const used = natural.reduce((sum, own) => sum + own, 0) + 2 * gap * (members.length - 1);
    let x = gap + Math.max(0, (width - 2 * gap - used) / 2);
    let lowest = y;
    members.forEach((body, index) => {
      const own = Math.min(natural[index] ?? 0, width - 2 * gap);
      const drawing = drawBody(context, body, x, y, own);
      into.boxes.push(...drawing.boxes);
      into.lines.push(...drawing.lines);
      const head = drawing.boxes[0]?.box;
      if (head !== undefined) placed.push({ head, band, right: x + own });
      lowest = Math.max(lowest, y + drawing.height);
      x += own + 2 * gap;
    });
    y = lowest + 2 * gap;
  });
  return { bottom: y - 2 * gap, placed };
}

const middleOf = ({ x, w }: SceneBox): number => x + w / 2;
const centreOf = ({ y, h }: SceneBox): number => y + h / 2;

/** 岗位标准体系, 工作标准体系: they rest on the other bodies and stand below them. */
function footOf(bodies: readonly StructureNode[]): StructureNode | undefined {
  const last = bodies.at(-1);
  return bodies.length > 2 && last !== undefined && /岗位|工作/u.test(last.name['zh-CN'])
    ? last
    : undefined;
}

/** Lines from the frame's title to each body, and between bodies side by side. */
function joinBodies(
  placed: readonly PlacedBody[],
  at: {
    readonly from: number;
    readonly beam: number;
    readonly middle: number;
    readonly edge: number;
  },
  into: Drawing,
): void {
  const line = (...points: (readonly [number, number])[]): void => {
    into.lines.push({ points, dashed: false });
  };
  const { from, beam, middle, edge } = at;
  const first = placed.filter(({ band }) => band === 0);
  line([middle, from], [middle, beam]);
  const ends = [middle, ...first.map(({ head }) => middleOf(head))];
  if (placed.length > first.length) ends.push(edge);
  line([Math.min(...ends), beam], [Math.max(...ends), beam]);
  for (const { head } of first) line([middleOf(head), beam], [middleOf(head), head.y]);
  for (const { head } of placed.filter(({ band }) => band > 0)) {
    line([edge, beam], [edge, centreOf(head)], [head.x, centreOf(head)]);
  }
  placed.forEach(({ head, band }, index) => {
    const next = placed[index + 1];
    if (next?.band !== band) return;
    line([head.x + head.w, centreOf(head)], [next.head.x, centreOf(next.head)]);
  });
}

/** Lines from the bodies above down to the one that rests on them. */
function joinFoot(
  above: readonly PlacedBody[],
  foot: PlacedBody,
  sizes: { readonly gap: number; readonly edge: number },
  into: Drawing,
): void {
  const { gap, edge } = sizes;
  const [first, second] = above;
  const turn = foot.head.y - gap;
  const isBeside = first !== undefined && second !== undefined && first.band === second.band;
  // Between two bodies side by side the room is free from top to bottom; else it is at the edge.
  const [x, from] =
    isBeside && above.length === 2
      ? [first.right + gap, centreOf(first.head)]
      : [edge, centreOf(above.at(-1)?.head ?? foot.head)];
  into.lines.push({
    points: [
      [x, from],
      [x, turn],
      [middleOf(foot.head), turn],
      [middleOf(foot.head), foot.head.y],
    ],
    dashed: false,
  });
}

/** Drivers, frame and bodies in three levels, joined by lines. Returns the height. */
export function drawFunctionDiagram(
  context: DrawingContext & { readonly tree: StructureTree },
  width: number,
  into: Drawing,
): number {
  const { sizes, tree } = context;
  const { gap } = sizes;
  const top = drawDrivers(context, width, into);
  const index = into.boxes.length;
  const beam = insideFrame(top, sizes);
  const bodies = childrenOf(tree, undefined);
  const foot = footOf(bodies);
  const upper = bodies.filter((body) => body !== foot);
  const { bottom, placed } = drawBands(context, upper, width, beam + gap, into);
  const edge = gap / 2;
  joinBodies(placed, { from: top + barHeight(sizes), beam, middle: width / 2, edge }, into);
  let lowest = bottom;
  if (foot !== undefined) {
    const drawn = drawBands(context, [foot], width, bottom + 3 * gap, into);
    const [own] = drawn.placed;
    if (own !== undefined) joinFoot(placed, own, { gap, edge }, into);
    lowest = drawn.bottom;
  }
  drawFrame(context, { top, bottom: lowest + gap, width }, index, into);
  return lowest + gap;
}
