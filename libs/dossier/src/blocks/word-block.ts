import { Paragraph, type FileChild } from 'docx';
import type { PlainTable } from '../system-documents/plain-tables';
import { heading, paragraphs, remark, textWidth } from '../word/word-document';
import { wordTable } from '../word/word-table';
import type { ReportBlock } from './blocks';

/** A piece of a report in Word. */
export function wordBlock(block: ReportBlock): readonly FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [heading(block.text)];
    case 'paragraph':
      return paragraphs(block.text);
    case 'remark':
      return [remark(block.text)];
    case 'signatures':
      return asTable({
        columns: [
          { heading: '职责', weight: 20 },
          { heading: '姓名', weight: 20 },
          { heading: '签字', weight: 35 },
          { heading: '日期', weight: 25 },
        ],
        rows: block.lines.map(({ role, name }) => ({
          kind: 'body',
          cells: [role, name, '', '年　　月　　日'],
        })),
      });
    case 'table':
      return asTable(block.table);
  }
}

/** Two tables that follow each other would grow together without a line between them. */
const asTable = (table: PlainTable): readonly FileChild[] => [
  wordTable(table, textWidth('portrait')),
  new Paragraph({ spacing: { before: 0, after: 60 } }),
];
