import { addBookmarks } from '../pdf/bookmarks';
import { subsetTags } from '../pdf/face-encoder';
import { paragraph, partTitle } from '../pdf/flow';
import type { DossierFonts } from '../pdf/fonts';
import { jsonSha256 } from '../pdf/json-sha256';
import { PageFrame } from '../pdf/page-frame';
import { openDocument } from '../pdf/pdf-document';
import { drawRunningHeads, headName } from '../pdf/running-heads';
import { drawTable, type TableRow } from '../pdf/table';
import type { RecordsDocument, RecordsRow } from './records-document';

const rowsOf = (rows: readonly RecordsRow[], columns: number): TableRow[] =>
  rows.flatMap(({ cells, more }, index): TableRow[] => {
    const row: TableRow = { cells: [String(index + 1), ...cells] };
    if (more.length === 0) return [row];
    const text = more.map((line) => ({ text: line }));
    return [row, { cells: ['', { text, columnSpan: columns - 1, align: 'left' }] }];
  });

/**
 * A list as a PDF of its own: tagged, embedded faces, numbered through. A pure function: the same
 * document and fonts give the same bytes.
 */
export const renderRecordsPdf = (
  document: RecordsDocument,
  { fonts }: { readonly fonts: DossierFonts },
): Uint8Array => {
  const sha256 = jsonSha256(document);
  const { document: pdf, output } = openDocument({
    title: `${document.enterpriseName} ${document.title}`,
    author: document.enterpriseName,
    subject: document.subtitle,
    producer: document.producer,
    createdAt: new Date(document.createdAt),
    snapshotSha256: sha256,
  });
  const first = { layout: 'landscape', isBare: false } as const;
  const frame = new PageFrame(pdf, fonts, subsetTags(sha256), first);
  partTitle(frame, document.title);
  paragraph(frame, document.subtitle, { align: 'center', size: 9.5, after: 6 });
  const columns = [{ heading: '序号', weight: 5, align: 'right' } as const, ...document.columns];
  if (document.rows.length === 0) paragraph(frame, '尚无记录。');
  else {
    const rows = rowsOf(document.rows, columns.length);
    const drawing = drawTable(frame, { columns, rows, size: 8.5, leading: 12, padding: 2.8 });
    while (drawing.next().done !== true);
  }
  frame.section.close();
  frame.finishPage();
  drawRunningHeads(frame, {
    left: headName(document.enterpriseName, document.shortName),
    right: document.title,
    mark: document.isSample ? '示例' : '',
    sentence: '',
    footLeft: '',
    footRight: document.date,
  });
  frame.root.close();
  addBookmarks(frame);
  pdf.end();
  return output.take() ?? new Uint8Array();
};
