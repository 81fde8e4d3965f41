import { ink, type PageCanvas } from '../pdf/page-canvas';
import type { PageFrame, PlacedHeading } from '../pdf/page-frame';
import type { PdfPage } from '../pdf/pdf-document';
import type { TagNode } from '../pdf/structure-tags';

/** Distance of the lines: comfortable, or closer where that brings all headings on the page. */
const comfortable = 17.5;
const closest = 14;

interface Column {
  readonly left: number;
  readonly right: number;
}

interface Plan {
  readonly entries: readonly PlacedHeading[];
  readonly leading: number;
  readonly columns: readonly Column[];
  readonly perColumn: number;
}

const between = 26;

/** One column where all headings fit, else two; where even those are too few, the parts only. */
const planEntries = (frame: PageFrame, top: number): Plan => {
  const room = frame.bottom - top;
  const all = frame.headings;
  const whole = { left: frame.left, right: frame.right };
  const perColumn = Math.floor(room / closest);
  const half = (frame.width - between) / 2;
  const two = [
    { left: frame.left, right: frame.left + half },
    { left: frame.right - half, right: frame.right },
  ];
  if (all.length > perColumn && all.length <= 2 * perColumn) {
    return { entries: all, leading: closest, columns: two, perColumn: breakOf(all, perColumn) };
  }
  const entries = all.length <= perColumn ? all : all.filter((entry) => entry.level === 1);
  const leading = Math.min(comfortable, room / Math.max(1, entries.length));
  return { entries, leading, columns: [whole], perColumn: entries.length };
};

/** The second column begins with the part nearest to the middle, where both columns then hold what they have to. */
const breakOf = (entries: readonly PlacedHeading[], most: number): number => {
  const middle = Math.ceil(entries.length / 2);
  const least = Math.max(1, entries.length - most);
  const parts = entries
    .map(({ level }, at) => ({ level, at }))
    .filter(({ level, at }) => level === 1 && at >= least && at <= most)
    .sort((left, right) => Math.abs(left.at - middle) - Math.abs(right.at - middle));
  return parts[0]?.at ?? Math.max(least, middle);
};

const link = (
  frame: PageFrame,
  node: TagNode,
  page: PdfPage,
  { entry, y, column }: { entry: PlacedHeading; y: number; column: Column },
): void => {
  const target = frame.pages[entry.page - 1]?.page;
  if (!target) return;
  const annotation = frame.document.ref({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [column.left, page.height - y - 4, column.right, page.height - y + 10],
    Border: [0, 0, 0],
    Contents: new String(entry.title),
    Dest: [target.dictionary, 'XYZ', null, target.height - entry.y + 8, null],
  });
  page.annotations.push(annotation);
  node.attach(annotation, page);
  annotation.end();
};

/** The beginning of a title that is too long for its column. */
const cut = (frame: PageFrame, title: string, size: number, width: number): string => {
  const [first, ...more] = frame.set(title, { face: 'song', size }, width);
  if (!first || more.length === 0) return title;
  const length = Math.max(1, Math.floor((width / size) * 1) - 1);
  return `${[...title].slice(0, length).join('')}…`;
};

const drawEntry = (
  frame: PageFrame,
  canvas: PageCanvas,
  { entry, y, column }: { entry: PlacedHeading; y: number; column: Column },
): void => {
  const isPart = entry.level === 1;
  const size = isPart ? 10.5 : 9.5;
  const face = isPart ? 'hei' : 'song';
  const left = column.left + (isPart ? 0 : 16);
  const title = cut(frame, entry.title, size, column.right - left - 26);
  const width = frame.label(title, left, y, { size, face, canvas });
  const number = frame.label(String(entry.page), column.right, y, {
    size,
    align: 'right',
    isTabular: true,
    canvas,
  });
  const from = left + width + 5;
  const to = column.right - number - 5;
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
    const { entries, leading, columns, perColumn } = planEntries(frame, top);
    entries.forEach((entry, index) => {
      const at = index < perColumn ? 0 : 1;
      const column = columns[at] ?? columns[0];
      if (!column) return;
      const y = top + 12 + (index - at * perColumn) * leading;
      const item = list.add('TOCI');
      const node = item.add('Link', { alt: `${entry.title}，第 ${entry.page} 页` });
      node.draw(canvas, page, () => drawEntry(frame, canvas, { entry, y, column }));
      link(frame, node, page, { entry, y, column });
      node.close();
      item.close();
    });
    list.close();
    section.close();
  });
};
