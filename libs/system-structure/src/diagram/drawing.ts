import type { BilingualText } from '../structure';
import type { StructureCounts } from '../structure-counts';
import { horizontalBox, type DiagramSizes, type DrawnBox } from './layout-column';
import { approximateTextWidth, type MeasureText, type Scene, type SceneLine } from './scene';

/** How the diagram is arranged (GB/T 13017-2018, annex A). */
export type DiagramMode =
  /** A.2 功能模式: bodies side by side, their sub-systems upright, the leaves below. */
  | 'function'
  /** A.3 整合模式: the bodies, and below them which sub-systems serve the other management systems. */
  | 'integration'
  /** A.4 板块模式: one block per body, a card per sub-system. */
  | 'block';

export interface DiagramOptions {
  /** Width to fill, in points. Bodies that do not fit side by side stand below each other. */
  readonly width: number;
  /** Default `function`. */
  readonly mode?: DiagramMode;
  /** Names of the other management systems, for `integration`: 质量管理体系（GB/T 19001）. */
  readonly managementSystems?: readonly string[];
  /** Default 8 points. */
  readonly fontSize?: number;
  readonly language?: 'zh-CN' | 'en';
  /** Only this body, without the boxes above the frame. */
  readonly body?: string;
  readonly measure?: MeasureText;
}

/** A diagram while it grows. */
export interface Drawing {
  readonly boxes: DrawnBox[];
  readonly lines: SceneLine[];
}

export interface DrawingContext {
  readonly language: 'zh-CN' | 'en';
  readonly counts: StructureCounts | undefined;
  readonly sizes: DiagramSizes;
}

const DRIVERS: readonly BilingualText[] = [
  { 'zh-CN': '企业方针目标', en: 'Policy and objectives' },
  { 'zh-CN': '标准化法律法规', en: 'Laws on standardization' },
  { 'zh-CN': '适用的法律法规', en: 'Other applicable laws' },
];
const FRAME: BilingualText = { 'zh-CN': '企业标准体系', en: 'Standard system of the enterprise' };
export const DIAGRAM_TITLE: BilingualText = {
  'zh-CN': '企业标准体系结构图',
  en: 'Structure of the standard system',
};

/** Narrowest width at which one column of each body still fits. */
const NARROWEST_EMS = 24;

export function sizesOf(options: DiagramOptions): DiagramSizes {
  const fontSize = options.fontSize ?? 8;
  return {
    fontSize,
    lineHeight: fontSize * 1.25,
    padding: fontSize * 0.4,
    gap: fontSize * 0.75,
    measure: options.measure ?? approximateTextWidth,
  };
}

/** The width asked for, but at least 24 em. */
export function widthOf(options: DiagramOptions, { fontSize }: DiagramSizes): number {
  return Math.max(options.width, NARROWEST_EMS * fontSize);
}

export const barHeight = ({ lineHeight, padding }: DiagramSizes): number =>
  lineHeight + 2 * padding;

/** The three boxes above the frame, each with its line down into it. Returns the frame's top. */
export function drawDrivers(
  { sizes, language }: DrawingContext,
  width: number,
  into: Drawing,
): number {
  const h = barHeight(sizes);
  const w = (width - 4 * sizes.gap) / 3 / 1.4;
  DRIVERS.forEach((driver, index) => {
    const middle = ((index + 0.5) * width) / 3;
    const frame = { x: middle - w / 2, y: 0, w, h, style: 'driver' as const };
    into.boxes.push(horizontalBox(frame, [driver[language]], sizes, false));
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

/** Where the bodies begin in a frame that begins at `top`. */
export const insideFrame = (top: number, sizes: DiagramSizes): number =>
  top + barHeight(sizes) + sizes.gap;

/** The frame 企业标准体系 behind everything drawn since `index`. */
export function drawFrame(
  { sizes, language }: DrawingContext,
  area: { readonly top: number; readonly bottom: number; readonly width: number },
  index: number,
  into: Drawing,
): void {
  const name = FRAME[language];
  const title = {
    text: name,
    x: area.width / 2,
    y: area.top + sizes.padding + sizes.fontSize,
    size: sizes.fontSize,
    anchor: 'middle' as const,
    isBold: true,
  };
  const frame = {
    x: 0,
    y: area.top,
    w: area.width,
    h: area.bottom - area.top,
    style: 'frame' as const,
  };
  into.boxes.splice(index, 0, {
    box: { ...frame, lines: [name], orientation: 'horizontal' },
    texts: [title],
  });
}

export function sceneOf(drawing: Drawing, width: number, height: number, title: string): Scene {
  return {
    width,
    height,
    title,
    boxes: drawing.boxes.map(({ box }) => box),
    lines: drawing.lines,
    texts: drawing.boxes.flatMap(({ texts }, box) => texts.map((text) => ({ ...text, box }))),
  };
}
