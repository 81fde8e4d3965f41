import {
  approximateTextWidth,
  type MeasureText,
  type Scene,
  type SceneLine,
} from './diagram-scene';
import { bodyWidth, drawBody, shownName, type BodyContext } from './layout-body';
import { horizontalBox, type DiagramSizes, type DrawnBox } from './layout-column';
import {
  childrenOf,
  nodeOf,
  type BilingualText,
  type StructureNode,
  type StructureTree,
} from './structure';
import type { StructureCounts } from './structure-counts';

export interface DiagramOptions {
  /** Width to fill, in points. Bodies that do not fit side by side stand below each other. */
  readonly width: number;
  /** Default 8 points. */
  readonly fontSize?: number;
  readonly language?: 'zh-CN' | 'en';
  /** Only this body, without the boxes above the frame. */
  readonly body?: string;
  readonly measure?: MeasureText;
}

const DRIVERS: readonly BilingualText[] = [
  { 'zh-CN': '企业方针目标', en: 'Policy and objectives' },
  { 'zh-CN': '标准化法律法规', en: 'Laws on standardization' },
  { 'zh-CN': '适用的法律法规', en: 'Other applicable laws' },
];
const FRAME: BilingualText = { 'zh-CN': '企业标准体系', en: 'Standard system of the enterprise' };
const TITLE: BilingualText = {
  'zh-CN': '企业标准体系结构图',
  en: 'Structure of the standard system',
};

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

interface Drawing {
  readonly boxes: DrawnBox[];
  readonly lines: SceneLine[];
}

/** The three boxes above the frame, each with its line down into it. Returns the frame's top. */
function drawDrivers(context: BodyContext, width: number, into: Drawing): number {
  const { sizes } = context;
  const h = sizes.lineHeight + 2 * sizes.padding;
  const w = (width - 4 * sizes.gap) / 3 / 1.4;
  DRIVERS.forEach((driver, index) => {
    const middle = ((index + 0.5) * width) / 3;
    const frame = { x: middle - w / 2, y: 0, w, h, style: 'driver' as const };
    into.boxes.push(horizontalBox(frame, [driver[context.language]], sizes, false));
    into.lines.push({
      points: [
        [middle, h],
        [middle, h + 2 * sizes.gap],
      ],
      dashed: false,
    });
  });
  return h + 2 * sizes.gap;
}

/** Draws the bodies from `top` down; returns the lowest point. */
function drawBands(
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

function sizesOf(options: DiagramOptions): DiagramSizes {
  const fontSize = options.fontSize ?? 8;
  return {
    fontSize,
    lineHeight: fontSize * 1.25,
    padding: fontSize * 0.4,
    gap: fontSize * 0.75,
    measure: options.measure ?? approximateTextWidth,
  };
}

function sceneOf(drawing: Drawing, width: number, height: number, title: string): Scene {
  return {
    width,
    height,
    title,
    boxes: drawing.boxes.map(({ box }) => box),
    lines: drawing.lines,
    texts: drawing.boxes.flatMap(({ texts }, box) => texts.map((text) => ({ ...text, box }))),
  };
}

/** Narrowest width at which one column of each body still fits. */
const NARROWEST_EMS = 24;

/**
 * Draws a structure in three levels (GB/T 13017-2018): the drivers, lines into the frame
 * 企业标准体系, its bodies, their sub-systems upright, their leaves below. With `counts`, each
 * sub-system shows the number of its existing standards.
 * @returns a scene as wide as asked (at least 24 em) and as high as it needs; pure geometry
 * @throws RangeError where `options.body` is not in the tree
 */
export function layoutStructureDiagram(
  tree: StructureTree,
  counts: StructureCounts | undefined,
  options: DiagramOptions,
): Scene {
  const sizes = sizesOf(options);
  const language = options.language ?? 'zh-CN';
  const context: BodyContext = { tree, counts, language, sizes };
  const width = Math.max(options.width, NARROWEST_EMS * sizes.fontSize);
  const drawing: Drawing = { boxes: [], lines: [] };
  if (options.body !== undefined) {
    const body = nodeOf(tree, options.body);
    if (body === undefined) throw new RangeError(`no node ${options.body} in ${tree.id}`);
    const height = drawBands(context, [body], width, 0, drawing);
    return sceneOf(drawing, width, height, `${TITLE[language]} ${shownName(context, body)}`);
  }
  const top = drawDrivers(context, width, drawing);
  const titleHeight = sizes.lineHeight + 2 * sizes.padding;
  const frameIndex = drawing.boxes.length;
  const bottom = drawBands(
    context,
    childrenOf(tree, undefined),
    width,
    top + titleHeight + sizes.gap,
    drawing,
  );
  const height = bottom + sizes.gap;
  const frame = { x: 0, y: top, w: width, h: height - top, style: 'frame' as const };
  const name = FRAME[language];
  const title = {
    text: name,
    x: width / 2,
    y: top + sizes.padding + sizes.fontSize,
    size: sizes.fontSize,
    anchor: 'middle' as const,
    isBold: true,
  };
  drawing.boxes.splice(frameIndex, 0, {
    box: { ...frame, lines: [name], orientation: 'horizontal' },
    texts: [title],
  });
  return sceneOf(drawing, width, height, TITLE[language]);
}

/**
 * The whole diagram where it fits the page, else one scene per body; for A4 and A3 landscape.
 * @param page usable width and height in points
 */
export function layoutStructurePages(
  tree: StructureTree,
  counts: StructureCounts | undefined,
  page: { readonly width: number; readonly height: number },
  options: Omit<DiagramOptions, 'width' | 'body'> = {},
): readonly Scene[] {
  const whole = layoutStructureDiagram(tree, counts, { ...options, width: page.width });
  if (whole.height <= page.height) return [whole];
  return childrenOf(tree, undefined).map(({ code }) =>
    layoutStructureDiagram(tree, counts, { ...options, width: page.width, body: code }),
  );
}
