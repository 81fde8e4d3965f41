import { paragraph } from '../pdf/flow';
import type { DossierFonts } from '../pdf/fonts';
import { renderApart } from '../pdf/render-apart';
import { drawTable, type TableRow } from '../pdf/table';
import type { RecordsDocument, RecordsRow } from './records-document';

const rowsOf = (rows: readonly RecordsRow[], columns: number): TableRow[] =>
  rows.flatMap(({ cells, more }, index): TableRow[] => {
    const row: TableRow = { cells: [String(index + 1), ...cells] };
    if (more.length === 0) return [row];
    const text = more.map((line) => ({ text: line }));
    return [row, { cells: ['', { text, columnSpan: columns - 1, align: 'left' }] }];
  });

/** A list as a PDF of its own. */
export const renderRecordsPdf = (
  document: RecordsDocument,
  { fonts }: { readonly fonts: DossierFonts },
): Uint8Array => {
  const { title, subtitle, rows } = document;
  const appearance = { title, subject: subtitle, layout: 'landscape', fonts } as const;
  return renderApart(document, appearance, (frame) => {
    paragraph(frame, subtitle, { align: 'center', size: 9.5, after: 6 });
    if (rows.length === 0) {
      paragraph(frame, '尚无记录。');
      return;
    }
    const columns = [{ heading: '序号', weight: 5, align: 'right' } as const, ...document.columns];
    const table = { columns, rows: rowsOf(rows, columns.length) };
    const drawing = drawTable(frame, { ...table, size: 8.5, leading: 12, padding: 2.8 });
    while (drawing.next().done !== true);
  });
};
