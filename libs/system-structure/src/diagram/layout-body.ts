import type { SceneLine } from './scene';
import {
  horizontalBox,
  leafHang,
  leavesBox,
  uprightBox,
  uprightHeight,
  wrapText,
  type DrawnBox,
} from './layout-column';
import type { DrawingContext } from './drawing';
import { type StructureNode, type StructureTree } from '../structure';
import { childrenOf } from '../tree-index';

export interface BodyContext extends DrawingContext {
  readonly tree: StructureTree;
}

interface BodyDrawing {
  readonly boxes: readonly DrawnBox[];
  readonly lines: readonly SceneLine[];
  readonly height: number;
}

interface Column {
  readonly node: StructureNode;
  readonly leaves: readonly StructureNode[];
  readonly width: number;
}

/** The code with two characters, or six characters standing in. */
const LEAF_COLUMN_EMS = 7.4;

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

function nameHeight(context: BodyContext, name: string): number {
  const { sizes } = context;
  if (context.language === 'zh-CN') return [...name].length;
  return Math.ceil(sizes.measure(name, sizes.fontSize, false) / sizes.lineHeight) + 1;
}

function drawLeaves(context: BodyContext, column: Column, x: number, y: number): DrawnBox {
  const { sizes } = context;
  const lines = column.leaves.map((leaf) => `${leaf.code} ${shownName(context, leaf)}`);
  const room = column.width - 2 * sizes.padding;
  const wrapped = lines.map((line) => wrapText(line, room, sizes, leafHang(sizes)));
  const h = wrapped.flat().length * sizes.lineHeight + 2 * sizes.padding;
  const frame = { x, y, w: column.width, h, style: 'leaves' as const, node: column.node.code };
  return leavesBox(frame, wrapped, lines, sizes);
}

interface ColumnPlace {
  readonly x: number;
  /** Where the common beam runs. */
  readonly beam: number;
  /** Height of the upright box. */
  readonly h: number;
}

/** One sub-system: its line from the beam, the upright box, the leaves below. */
function drawColumn(context: BodyContext, column: Column, place: ColumnPlace): BodyDrawing {
  const { sizes } = context;
  const { node, leaves, width } = column;
  const w = leaves.length === 0 ? width : Math.min(width, sizes.fontSize * 3.4);
  const middle = place.x + width / 2;
  const y = place.beam + sizes.gap;
  const frame = {
    x: middle - w / 2,
    y,
    w,
    h: place.h,
    style: 'subsystem' as const,
    node: node.code,
  };
  const count = countText(context, node.code);
  const name = shownName(context, node);
  const content = { code: node.code, name, ...(count === undefined ? {} : { count }) };
  const boxes = [uprightBox(frame, content, sizes)];
  const lines: SceneLine[] = [straight(middle, place.beam, y)];
  const bottom = y + place.h;
  if (leaves.length === 0) return { boxes, lines, height: bottom - place.beam };
  const drawn = drawLeaves(context, column, place.x, bottom + sizes.gap);
  return {
    boxes: [...boxes, drawn],
    lines: [...lines, straight(middle, bottom, bottom + sizes.gap)],
    height: bottom + sizes.gap + drawn.box.h - place.beam,
  };
}

const straight = (x: number, from: number, to: number): SceneLine => ({
  points: [
    [x, from],
    [x, to],
  ],
  dashed: false,
});

/** One shelf: upright boxes of one height on a common beam that reaches `trunk`. */
function drawShelf(
  context: BodyContext,
  shelf: readonly Column[],
  at: { readonly x: number; readonly beam: number; readonly trunk: number },
): BodyDrawing {
  const { sizes } = context;
  const characters = Math.max(
    ...shelf.map(({ node }) => nameHeight(context, shownName(context, node))),
  );
  const h = uprightHeight(characters, context.counts !== undefined, sizes);
  let x = at.x;
  const columns = shelf.map((column) => {
    const drawing = drawColumn(context, column, { x, beam: at.beam, h });
    x += column.width + sizes.gap;
    return drawing;
  });
  const first = at.x + (shelf[0]?.width ?? 0) / 2;
  const last = x - sizes.gap - (shelf.at(-1)?.width ?? 0) / 2;
  const beam: SceneLine = {
    points: [
      [Math.min(first, at.trunk), at.beam],
      [Math.max(last, at.trunk), at.beam],
    ],
    dashed: false,
  };
  return {
    boxes: columns.flatMap(({ boxes }) => boxes),
    lines: [...columns.flatMap(({ lines }) => lines), beam],
    height: Math.max(...columns.map(({ height }) => height)),
  };
}

/** The line from the body's box to the beams: straight down to one, along the left edge to several. */
function trunkLine(
  middle: number,
  from: number,
  beams: readonly number[],
  edge: number,
  turn: number,
): SceneLine {
  const last = beams.at(-1) ?? from;
  if (beams.length === 1) return straight(middle, from, last);
  return {
    points: [
      [middle, from],
      [middle, turn],
      [edge, turn],
      [edge, last],
    ],
    dashed: false,
  };
}

/** A body at (x, y): its box, the trunk and the shelves of its sub-systems. */
export function drawBody(
  context: BodyContext,
  body: StructureNode,
  x: number,
  y: number,
  width: number,
): BodyDrawing {
  const { sizes } = context;
  const count = countText(context, body.code);
  const text = `${body.code} ${shownName(context, body)}${count === undefined ? '' : ` (${count})`}`;
  const h = sizes.lineHeight + 2 * sizes.padding;
  const title = sizes.measure(text, sizes.fontSize, true) + 4 * sizes.padding;
  const w = Math.min(Math.max(title, sizes.fontSize * 4), width);
  const frame = { x: x + (width - w) / 2, y, w, h, style: 'body' as const, node: body.code };
  const boxes: DrawnBox[] = [horizontalBox(frame, [text], sizes, true)];
  const lines: SceneLine[] = [];
  const beams: number[] = [];
  const middle = x + width / 2;
  const shelves = shelvesOf(columnsOf(context, body.code), width - sizes.gap, sizes.gap);
  let bottom = y + h;
  for (const shelf of shelves) {
    const beam = bottom + 2 * sizes.gap;
    const trunk = shelves.length === 1 ? middle : x;
    const drawing = drawShelf(context, shelf, { x: x + sizes.gap, beam, trunk });
    boxes.push(...drawing.boxes);
    lines.push(...drawing.lines);
    beams.push(beam);
    bottom = beam + drawing.height;
  }
  if (beams.length > 0) lines.push(trunkLine(middle, y + h, beams, x, y + h + sizes.gap));
  return { boxes, lines, height: bottom - y };
}
