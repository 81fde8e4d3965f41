import { heading, paragraph, remark, space } from '../pdf/flow';
import type { PageFrame } from '../pdf/page-frame';
import { drawTable } from '../pdf/table';
import type { TableRow } from '../pdf/table-model';
import { drawSignatures } from '../parts/signatures';
import type { PlainRow } from '../system-documents/plain-tables';
import type { ReportBlock } from './blocks';

/** A section has one cell over all columns. */
const rowOf = ({ kind, cells }: PlainRow, columnSpan: number): TableRow =>
  kind === 'section' ? { kind, cells: [{ text: cells[0] ?? '', columnSpan }] } : { kind, cells };

/** Draws a piece of a report at the current place. */
export function drawBlock(frame: PageFrame, block: ReportBlock): void {
  switch (block.kind) {
    case 'heading':
      heading(frame, 2, block.text);
      return;
    case 'paragraph':
      paragraph(frame, block.text);
      return;
    case 'remark':
      remark(frame, block.text);
      return;
    case 'signatures':
      space(frame, 10);
      drawSignatures(
        frame,
        block.lines.map(({ role, name }) => ({ role, name, post: '' })),
      );
      return;
    case 'table': {
      const { columns, rows } = block.table;
      const drawn = rows.map((row) => rowOf(row, columns.length));
      const style = { size: 9, leading: 13, padding: 3 };
      const drawing = drawTable(frame, { columns, rows: drawn, ...style });
      while (drawing.next().done !== true);
      space(frame, 6);
    }
  }
}
