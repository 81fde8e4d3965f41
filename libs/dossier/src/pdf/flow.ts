import { stretchOf } from '../text/line-breaking';
import type { SetLine } from '../text/text-layout';
import type { PageFrame, PageLayout } from './page-frame';
import { baselineIn } from './page-frame';
import { ink, type Ink } from './page-canvas';
import type { TagName, TagNode } from './structure-tags';

/** Sizes in points: 五号 10.5 for the body, 小四 12 and 四号 14 for headings. */
const body = { size: 10.5, leading: 17.5 };
const headings = {
  1: { size: 17, leading: 28, before: 0, after: 14, tag: 'H1' },
  2: { size: 13, leading: 22, before: 12, after: 5, tag: 'H2' },
  3: { size: 10.5, leading: 18, before: 6, after: 2, tag: 'H3' },
} as const satisfies Record<
  number,
  { size: number; leading: number; before: number; after: number; tag: TagName }
>;

interface LineFlow {
  readonly leading: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly isJustified?: boolean;
  readonly colour?: Ink;
}

/** Draws set lines from the current place on, over page breaks, tagged as `node`. */
const flowLines = (frame: PageFrame, node: TagNode, lines: readonly SetLine[], flow: LineFlow) => {
  let index = 0;
  while (index < lines.length) {
    let fit = Math.max(1, Math.floor(frame.room / flow.leading));
    const left = lines.length - index;
    // Neither the first nor the last line of a paragraph stands alone on a page.
    if (fit < left && left - fit === 1 && fit > 2) fit -= 1;
    if (frame.room < flow.leading || (fit === 1 && left > 2 && index === 0)) {
      frame.newPage();
      continue;
    }
    const part = lines.slice(index, index + fit);
    node.draw(frame.canvas, frame.page, () => drawLines(frame, part, flow));
    index += part.length;
  }
};

const drawLines = (frame: PageFrame, lines: readonly SetLine[], flow: LineFlow): void => {
  for (const set of lines) {
    const perEm = 1000 / set.style.size;
    const stretch = flow.isJustified
      ? stretchOf(set.shaped, set.line, (frame.width - set.indent) * perEm)
      : 0;
    const width = set.line.width / perEm;
    const shift =
      flow.align === 'center'
        ? (frame.width - width) / 2
        : flow.align === 'right'
          ? frame.width - width
          : 0;
    const baseline = frame.y + baselineIn(flow.leading, set.style.size);
    frame.canvas.line(set, frame.left + shift, baseline, stretch, flow.colour ?? ink.black);
    frame.y += flow.leading;
  }
};

/** Remembers a heading for the contents and the bookmarks. */
const note = (frame: PageFrame, level: 1 | 2, title: string): void => {
  frame.headings.push({ level, title, page: frame.pageNumber, y: frame.y });
};

/** A part of the dossier: new page, new section of the structure tree, entry in the contents. */
export const startPart = (
  frame: PageFrame,
  title: string,
  layout: PageLayout = 'portrait',
): void => {
  frame.newPage(layout);
  partTitle(frame, title);
};

/** The title of a part at the current place. */
export const partTitle = (frame: PageFrame, title: string): void => {
  if (frame.section !== frame.root) frame.section.close();
  frame.section = frame.root.add('Sect', { title });
  note(frame, 1, title);
  const style = headings[1];
  const lines = frame.set(title, { face: 'hei', size: style.size }, frame.width);
  const node = frame.section.add('H1');
  flowLines(frame, node, lines, { leading: style.leading, align: 'center' });
  node.close();
  frame.y += style.after;
};

/** A heading within a part; it never stands at the foot of a page. */
export const heading = (
  frame: PageFrame,
  level: 2 | 3,
  title: string,
  options: { isListed?: boolean; keep?: number } = {},
): void => {
  const style = headings[level];
  frame.ensure(style.before + style.leading + (options.keep ?? 6 * body.leading));
  if (frame.y > frame.top) frame.y += style.before;
  if (level === 2 && options.isListed !== false) note(frame, 2, title);
  const node = frame.section.add(style.tag);
  const lines = frame.set(title, { face: 'hei', size: style.size }, frame.width);
  flowLines(frame, node, lines, { leading: style.leading });
  node.close();
  frame.y += style.after;
  frame.headingEnd = frame.y;
};

interface ParagraphOptions {
  /** False: no first-line indent of two characters. */
  readonly isIndented?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  readonly face?: 'song' | 'hei';
  readonly size?: number;
  readonly colour?: Ink;
  readonly after?: number;
}

/** Body text, justified; line breaks in it part paragraphs. */
export const paragraph = (frame: PageFrame, text: string, options: ParagraphOptions = {}): void => {
  const size = options.size ?? body.size;
  const leading = (body.leading / body.size) * size;
  const indent = (options.isIndented ?? true) && !options.align ? size * 2 : 0;
  for (const part of text.split('\n')) {
    if (part.trim() === '') continue;
    const node = frame.section.add('P');
    const lines = frame.set(
      part.trim(),
      { face: options.face ?? 'song', size },
      frame.width,
      indent,
    );
    flowLines(frame, node, lines, {
      leading,
      align: options.align ?? 'left',
      isJustified: !options.align,
      colour: options.colour ?? ink.black,
    });
    node.close();
    frame.y += options.after ?? 3;
  }
};

/** Small grey text: sources, remarks below a table. */
export const remark = (frame: PageFrame, text: string): void => {
  paragraph(frame, text, { isIndented: false, size: 8.5, colour: ink.grey, after: 2 });
};

/** Name of a table or figure, above or below it, kept with `keep` points that follow. */
export const caption = (frame: PageFrame, text: string, keep = 60): void => {
  frame.ensure(keep + 20);
  frame.y += 5;
  const node = frame.section.add('Caption');
  const lines = frame.set(text, { face: 'hei', size: 9.5 }, frame.width);
  flowLines(frame, node, lines, { leading: 16, align: 'center' });
  node.close();
  frame.y += 3;
};

export const space = (frame: PageFrame, height: number): void => {
  frame.y = Math.min(frame.bottom, frame.y + height);
};
