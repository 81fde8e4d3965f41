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
import {
  horizontalBox,
  leafHang,
  leavesBox,
  wrapText,
  type DiagramSizes,
  type DrawnBox,
} from './layout-column';

interface BlockContext extends DrawingContext {
  readonly tree: StructureTree;
}

/** Narrowest card that sets most names of leaves on one line. */
const CARD_EMS = 15;

function label({ counts, language }: BlockContext, node: StructureNode): string {
  const count = counts?.get(node.code)?.branch.existing;
  return `${node.code} ${node.name[language]}${count === undefined ? '' : ` (${count})`}`;
}

interface Card {
  readonly node: StructureNode;
  readonly head: readonly string[];
  readonly leaves: readonly string[];
  readonly wrapped: readonly (readonly string[])[];
  readonly headHeight: number;
  readonly leavesHeight: number;
}

function cardOf(context: BlockContext, node: StructureNode, width: number): Card {
  const { sizes, tree } = context;
  const room = width - 2 * sizes.padding;
  const head = wrapText(label(context, node), room, sizes);
  const leaves = childrenOf(tree, node.code).map((leaf) => label(context, leaf));
  const wrapped = leaves.map((line) => wrapText(line, room, sizes, leafHang(sizes)));
  const lines = wrapped.flat().length;
  return {
    node,
    head,
    leaves,
    wrapped,
    headHeight: head.length * sizes.lineHeight + 2 * sizes.padding,
    leavesHeight: lines === 0 ? 0 : lines * sizes.lineHeight + 2 * sizes.padding,
  };
}

/** The card's head with its leaves right below; all cards of a row are as high as the highest. */
function drawCard(
  { sizes }: BlockContext,
  card: Card,
  at: { readonly x: number; readonly y: number; readonly w: number; readonly h: number },
): readonly DrawnBox[] {
  const { node, head, leaves, wrapped } = card;
  const isBare = leaves.length === 0;
  const headFrame = {
    x: at.x,
    y: at.y,
    w: at.w,
    h: isBare ? at.h : card.headHeight,
    style: 'subsystem' as const,
    node: node.code,
  };
  const top = horizontalBox(headFrame, head, sizes, true);
  if (isBare) return [top];
  const frame = {
    x: at.x,
    y: at.y + card.headHeight,
    w: at.w,
    h: at.h - card.headHeight,
    style: 'leaves' as const,
    node: node.code,
  };
  return [top, leavesBox(frame, wrapped, leaves, sizes)];
}

/** As many columns as fit, evened out so that the last row is nearly as full as the others. */
function columnsFor(cards: number, width: number, { fontSize, gap }: DiagramSizes): number {
  const most = Math.max(1, Math.floor((width + gap) / (CARD_EMS * fontSize + gap)));
  return Math.max(1, Math.ceil(cards / Math.ceil(Math.max(cards, 1) / most)));
}

/** One body as a block at (x, y); returns its height. */
function drawBlock(
  context: BlockContext,
  body: StructureNode,
  at: { readonly x: number; readonly y: number; readonly w: number },
  into: Drawing,
): number {
  const { sizes, tree } = context;
  const { gap } = sizes;
  const inner = at.w - 2 * gap;
  const nodes = childrenOf(tree, body.code);
  const columns = columnsFor(nodes.length, inner, sizes);
  const w = (inner - (columns - 1) * gap) / columns;
  const cards = nodes.map((node) => cardOf(context, node, w));
  const index = into.boxes.length;
  const head = { x: at.x, y: at.y, w: at.w, h: barHeight(sizes), style: 'body' as const };
  into.boxes.push(horizontalBox({ ...head, node: body.code }, [label(context, body)], sizes, true));
  let y = at.y + head.h;
  for (let first = 0; first < cards.length; first += columns) {
    const row = cards.slice(first, first + columns);
    const h = Math.max(...row.map(({ headHeight, leavesHeight }) => headHeight + leavesHeight));
    y += gap;
    row.forEach((card, column) => {
      const x = at.x + gap + column * (w + gap);
      into.boxes.push(...drawCard(context, card, { x, y, w, h }));
    });
    y += h;
  }
  const height = y - at.y + (cards.length === 0 ? 0 : gap);
  const outline = { x: at.x, y: at.y, w: at.w, h: height, style: 'block' as const };
  into.boxes.splice(index, 0, {
    box: { ...outline, lines: [], orientation: 'horizontal' },
    texts: [],
  });
  return height;
}

/** 板块模式 (GB/T 13017-2018, A.4): the bodies as blocks below each other. Returns the height. */
export function drawBlockDiagram(context: BlockContext, width: number, into: Drawing): number {
  const { gap } = context.sizes;
  const top = drawDrivers(context, width, into);
  const index = into.boxes.length;
  let y = insideFrame(top, context.sizes);
  for (const body of childrenOf(context.tree, undefined)) {
    y += drawBlock(context, body, { x: gap, y, w: width - 2 * gap }, into) + gap;
  }
  drawFrame(context, { top, bottom: y, width }, index, into);
  return y;
}

/** One body alone, without drivers and frame. Returns the height. */
export function drawBlockOf(
  context: BlockContext,
  body: StructureNode,
  width: number,
  into: Drawing,
): number {
  return drawBlock(context, body, { x: 0, y: 0, w: width }, into);
}
