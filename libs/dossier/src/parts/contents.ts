import { ink, type PageCanvas } from '../pdf/page-canvas';
import type { PageFrame, PlacedHeading } from '../pdf/page-frame';
import type { PdfPage } from '../pdf/pdf-document';
import type { TagNode } from '../pdf/structure-tags';

/** Distance of the lines: comfortable, or closer where that brings all headings on the page. */
const comfortable = 17.5;
const closest = 14;

/** What the page can hold: all headings, or where they are too many, the parts only. */
const planEntries = (
  frame: PageFrame,
  top: number,
): { entries: readonly PlacedHeading[]; leading: number } => {
  const room = frame.bottom - top;
  const all = frame.headings;
  const entries = all.length * closest <= room ? all : all.filter((entry) => entry.level === 1);
  return { entries, leading: Math.min(comfortable, room / Math.max(1, entries.length)) };
};

const link = (
  frame: PageFrame,
  node: TagNode,
  page: PdfPage,
  entry: PlacedHeading,
  y: number,
): void => {
  const target = frame.pages[entry.page - 1]?.page;
  if (!target) return;
  const annotation = frame.document.ref({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [frame.left, page.height - y - 4, frame.right, page.height - y + 10],
    Border: [0, 0, 0],
    Contents: new String(entry.title),
    Dest: [target.dictionary, 'XYZ', null, target.height - entry.y + 8, null],
  });
  page.annotations.push(annotation);
  node.attach(annotation, page);
  annotation.end();
};

const drawEntry = (frame: PageFrame, canvas: PageCanvas, entry: PlacedHeading, y: number): void => {
  const isPart = entry.level === 1;
  const size = isPart ? 10.5 : 9.5;
  const face = isPart ? 'hei' : 'song';
  const left = frame.left + (isPart ? 0 : 20);
  const width = frame.label(entry.title, left, y, { size, face, canvas });
  const number = frame.label(String(entry.page), frame.right, y, {
    size,
    align: 'right',
    isTabular: true,
    canvas,
  });
  const from = left + width + 5;
  const to = frame.right - number - 5;
  if (to > from) {
    canvas.path(
      [
        [from, y - 2.5],
        [to, y - 2.5],
      ],
      'S',
      { stroke: ink.grey, line: 0.5, dash: '0.6 2.4' },
    );
  }
};

/**
 * 目录, laid over its reserved page when all page numbers are known. The frame must still be on a
 * portrait page's measures.
 */
export const drawContents = (frame: PageFrame, index: number, section: TagNode): void => {
  frame.layout = 'portrait';
  frame.overlay(index, (canvas, page) => {
    frame.page = page;
    const title = section.add('H1');
    title.draw(canvas, page, () => {
      const middle = frame.left + frame.width / 2;
      frame.label('目　录', middle, frame.top + 20, {
        size: 17,
        face: 'hei',
        align: 'center',
        canvas,
      });
    });
    title.close();
    const top = frame.top + 46;
    const list = section.add('TOC');
    let y = top + 12;
    const { entries, leading } = planEntries(frame, top);
    for (const entry of entries) {
      const item = list.add('TOCI');
      const node = item.add('Link', { alt: `${entry.title}，第 ${entry.page} 页` });
      node.draw(canvas, page, () => drawEntry(frame, canvas, entry, y));
      link(frame, node, page, entry, y);
      node.close();
      item.close();
      y += leading;
    }
    list.close();
    section.close();
  });
};
