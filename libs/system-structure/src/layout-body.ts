import type { SceneLine } from './diagram-scene';
import {
  horizontalBox,
  leavesBox,
  uprightBox,
  uprightHeight,
  wrapText,
  type DiagramSizes,
  type DrawnBox,
} from './layout-column';
import type { StructureCounts } from './structure-counts';
import { childrenOf, type StructureNode, type StructureTree } from './structure';

export interface BodyContext {
  readonly tree: StructureTree;
  readonly counts: StructureCounts | undefined;
  readonly language: 'zh-CN' | 'en';
  readonly sizes: DiagramSizes;
}

export interface BodyDrawing {
  readonly boxes: readonly DrawnBox[];
  readonly lines: readonly SceneLine[];
  readonly height: number;
}

interface Column {
  readonly node: StructureNode;
  readonly leaves: readonly StructureNode[];
  readonly width: number;
}

const ENDINGS = /标准$/u;
const LEAF_COLUMN_EMS = 7;

export function shownName(context: BodyContext, node: StructureNode): string {
  return node.name[context.language];
}

function countText(context: BodyContext, code: string): string | undefined {
  const count = context.counts?.get(code)?.branch.existing;
  return count === undefined ? undefined : String(count);
}

/** Narrowest readable width of a sub-system's column. */
function columnWidth(context: BodyContext, node: StructureNode, leaves: number): number {
  const { sizes } = context;
  const code = sizes.measure(node.code, sizes.fontSize, true) + 2 * sizes.padding;
  const upright = Math.max(code, sizes.fontSize * 1.8);
  return leaves === 0 ? upright : Math.max(upright, sizes.fontSize * LEAF_COLUMN_EMS);
}

function columnsOf(context: BodyContext, body: string): readonly Column[] {
  return childrenOf(context.tree, body).map((node) => {
    const leaves = childrenOf(context.tree, node.code);
    return { node, leaves, width: columnWidth(context, node, leaves.length) };
  });
}

const widthOf = (columns: readonly Column[], gap: number): number =>
  columns.reduce((sum, column) => sum + column.width, 0) + gap * Math.max(columns.length - 1, 0);

/** Width that a body takes when nothing is squeezed. */
export function bodyWidth(context: BodyContext, body: StructureNode): number {
  const { sizes } = context;
  const title = sizes.measure(shownName(context, body), sizes.fontSize, true) + 6 * sizes.padding;
  return Math.max(title, widthOf(columnsOf(context, body.code), sizes.gap));
}

/** Columns broken into shelves that fit the width. */
function shelvesOf(
  columns: readonly Column[],
  width: number,
  gap: number,
): readonly (readonly Column[])[] {
  const shelves: Column[][] = [];
  for (const column of columns) {
    const last = shelves.at(-1);
    const grown = last === undefined ? Infinity : widthOf([...last, column], gap);
    if (last === undefined || grown > width) shelves.push([column]);
    else last.push(column);
  }
  return shelves;
}

function uprightName(context: BodyContext, node: StructureNode): string {
  const name = shownName(context, node);
  // Every sub-system holds standards: the word only makes the box taller.
  return context.language === 'zh-CN' && [...name].length > 4 ? name.replace(ENDINGS, '') : name;
}

function nameHeight(context: BodyContext, name: string): number {
  const { sizes } = context;
  if (context.language === 'zh-CN') return [...name].length;
  return Math.ceil(sizes.measure(name, sizes.fontSize, false) / sizes.lineHeight) + 1;
}

function drawLeaves(context: BodyContext, column: Column, x: number, y: number): DrawnBox {
  const { sizes } = context;
  const lines = column.leaves.map((leaf) => `${leaf.code} ${shownName(context, leaf)}`);
  const wrapped = lines.map((line) => wrapText(line, column.width - 2 * sizes.padding, sizes));
  const h = wrapped.flat().length * sizes.lineHeight + 2 * sizes.padding;
  const frame = { x, y, w: column.width, h, style: 'leaves' as const, node: column.node.code };
  return leavesBox(frame, wrapped, lines, sizes);
}

/** One shelf: upright boxes of one height on a common beam, their leaves below. */
function drawShelf(
  context: BodyContext,
  shelf: readonly Column[],
  x: number,
  top: number,
): BodyDrawing {
  const { sizes } = context;
  const boxes: DrawnBox[] = [];
  const lines: SceneLine[] = [];
  const names = shelf.map((column) => uprightName(context, column.node));
  const characters = Math.max(...names.map((name) => nameHeight(context, name)));
  const h = uprightHeight(characters, context.counts !== undefined, sizes);
  const beam = top + sizes.gap;
  const y = beam + sizes.gap;
  let left = x;
  let bottom = y + h;
  shelf.forEach((column, index) => {
    const w =
      column.leaves.length === 0 ? column.width : Math.min(column.width, sizes.fontSize * 3.4);
    const middle = left + column.width / 2;
    const frame = {
      x: middle - w / 2,
      y,
      w,
      h,
      style: 'subsystem' as const,
      node: column.node.code,
    };
    const count = countText(context, column.node.code);
    const content = {
      code: column.node.code,
      name: names[index] ?? '',
      ...(count === undefined ? {} : { count }),
    };
    boxes.push(uprightBox(frame, content, sizes));
    lines.push({
      points: [
        [middle, beam],
        [middle, y],
      ],
      dashed: false,
    });
    if (column.leaves.length > 0) {
      const leavesTop = y + h + sizes.gap;
      const drawn = drawLeaves(context, column, left, leavesTop);
      boxes.push(drawn);
      lines.push({
        points: [
          [middle, y + h],
          [middle, leavesTop],
        ],
        dashed: false,
      });
      bottom = Math.max(bottom, leavesTop + drawn.box.h);
    }
    left += column.width + sizes.gap;
  });
  const first = x + (shelf[0]?.width ?? 0) / 2;
  const last = left - sizes.gap - (shelf.at(-1)?.width ?? 0) / 2;
  // The trunk comes down at `x - gap`, outside all columns, and meets every beam.
  lines.push({
    points: [
      [Math.min(first, x - sizes.gap), beam],
      [last, beam],
    ],
    dashed: false,
  });
  return { boxes, lines, height: bottom - top };
}

/** A body at (x, y): its box, the trunk at its left and the shelves of sub-systems. */
export function drawBody(
  context: BodyContext,
  body: StructureNode,
  x: number,
  y: number,
  width: number,
): BodyDrawing {
  const { sizes } = context;
  const name = shownName(context, body);
  const count = countText(context, body.code);
  const text = `${body.code} ${name}${count === undefined ? '' : ` (${count})`}`;
  const h = sizes.lineHeight + 2 * sizes.padding;
  const title = sizes.measure(text, sizes.fontSize, true) + 4 * sizes.padding;
  const w = Math.min(Math.max(title, sizes.fontSize * 4), width);
  const frame = { x: x + (width - w) / 2, y, w, h, style: 'body' as const, node: body.code };
  const boxes: DrawnBox[] = [horizontalBox(frame, [text], sizes, true)];
  const lines: SceneLine[] = [];
  const left = x + sizes.gap;
  let top = y + h;
  for (const shelf of shelvesOf(columnsOf(context, body.code), width - sizes.gap, sizes.gap)) {
    const drawing = drawShelf(context, shelf, left, top + sizes.gap);
    const beam = top + 2 * sizes.gap;
    if (top === y + h)
      lines.push({
        points: [
          [x + width / 2, top],
          [x + width / 2, top + sizes.gap],
          [x, top + sizes.gap],
          [x, beam],
        ],
        dashed: false,
      });
    else
      lines.push({
        points: [
          [x, y + h + sizes.gap],
          [x, beam],
        ],
        dashed: false,
      });
    boxes.push(...drawing.boxes);
    lines.push(...drawing.lines);
    top += sizes.gap + drawing.height;
  }
  return { boxes, lines, height: top - y };
}
