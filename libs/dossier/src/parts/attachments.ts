import {
  embedAttachment,
  type AttachmentBytes,
  type EmbeddedPage,
} from '../attachments/embed-attachments';
import { operands } from '../attachments/placement';
import { partTitle, remark } from '../pdf/flow';
import type { PageFrame } from '../pdf/page-frame';
import { drawTable } from '../pdf/table';
import type { DossierSnapshot } from '../snapshot';
import {
  ATTACHMENT_KIND_NAMES,
  type AttachmentKind,
  type AttachmentRow,
} from '../snapshot/attachments';

/** An attached page takes the room between header and footer and nearly the whole width. */
const edge = { side: 20, above: 14, below: 2 };

/** `附件 1　营业执照`, with the title where it says more than the kind. */
const attachmentHead = ({ kind, title }: AttachmentRow, index: number): string => {
  const kindName = ATTACHMENT_KIND_NAMES[kind];
  const head = `附件 ${index + 1}　`;
  if (kind === 'other') return `${head}${title}`;
  return title.includes(kindName) ? `${head}${title}` : `${head}${kindName}：${title}`;
};

/** `附件 1（营业执照.pdf）、附件 3（…）`: attached files of a kind as the text refers to them; empty: none. */
export const attachedOf = ({ attachments }: DossierSnapshot, kind: AttachmentKind): string =>
  (attachments ?? [])
    .flatMap((row, index) => (row.kind === kind ? [`附件 ${index + 1}（${row.fileName}）`] : []))
    .join('、');

const drawDivider = (frame: PageFrame, row: AttachmentRow, index: number): void => {
  frame.newPage('portrait');
  frame.y = frame.top + 150;
  partTitle(frame, attachmentHead(row, index));
  frame.y += 10;
  const source =
    row.evidenceNumber === ''
      ? `证实材料库，第 ${row.revision} 版`
      : `证实材料 ${row.evidenceNumber}，第 ${row.revision} 版`;
  const table = drawTable(frame, {
    hasHeader: false,
    vertical: 'middle',
    columns: [
      { heading: '', weight: 22 },
      { heading: '', weight: 78 },
    ],
    rows: (
      [
        ['材料种类', ATTACHMENT_KIND_NAMES[row.kind]],
        ['材料名称', row.title],
        ['文件名', row.fileName],
        ['页数', `${row.pages} 页`],
        ['来源', source],
        ['SHA-256（前 16 位）', row.sha256.slice(0, 16)],
      ] as const
    ).map(([label, value]) => ({
      cells: [{ text: label, isLabel: true }, value],
      minHeight: 24,
    })),
  });
  for (const _ of table);
  remark(frame, '其后各页为该文件的原页，按比例缩放，页码与本材料连续；原件以企业留存为准。');
};

const drawPage = (frame: PageFrame, page: EmbeddedPage, alternative: string): void => {
  frame.newPage(page.width > page.height ? 'landscape' : 'portrait');
  const left = edge.side;
  const width = frame.page.width - 2 * edge.side;
  const top = frame.top - edge.above;
  const height = frame.bottom + edge.below - top;
  const scale = Math.min(width / page.width, height / page.height, page.mostScale);
  const x = left + (width - page.width * scale) / 2;
  const y = top + (height + page.height * scale) / 2;
  const figure = frame.section.add('Figure', { alt: alternative });
  frame.page.xobjects['Attached'] = page.form;
  figure.draw(frame.canvas, frame.page, () => {
    frame.canvas.raw(`q ${operands([scale, 0, 0, -scale, x, y])} cm /Attached Do Q`);
  });
  figure.close();
};

/** Lets the sheet of missing characters, which stands before them, know what the dividers say. */
export const foreseeAttachments = (frame: PageFrame, { attachments }: DossierSnapshot): void => {
  for (const { title, fileName } of attachments ?? [])
    frame.set(`${title}${fileName}`, { face: 'song', size: 9 }, Number.MAX_SAFE_INTEGER);
};

/** Divider and pages of each attached file, behind everything else; yields after each file. */
export async function* drawAttachments(
  frame: PageFrame,
  attachments: readonly AttachmentRow[],
  files: AttachmentBytes,
): AsyncGenerator<void> {
  for (const [index, row] of attachments.entries()) {
    const pages = await embedAttachment(frame.document, row, files);
    drawDivider(frame, row, index);
    const head = attachmentHead(row, index);
    for (const [at, page] of pages.entries())
      drawPage(frame, page, `${head}，第 ${at + 1} 页，共 ${pages.length} 页`);
    yield;
  }
}
