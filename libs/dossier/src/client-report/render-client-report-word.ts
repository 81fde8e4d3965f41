import { wholeTexts } from '@liangxing/contracts';
import { Packer, type FileChild } from 'docx';
import { wordTable } from '../word/word-table';
import {
  caption,
  heading,
  paragraphs,
  remark,
  section,
  textWidth,
  title,
  wordDocument,
} from '../word/word-document';
import { CLIENT_REPORT_TITLE, type ClientReport } from './client-report';
import { monthName, reportBlocks, type ReportBlock } from './report-blocks';

function childrenOf(block: ReportBlock): readonly FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [heading(block.text)];
    case 'paragraph':
      return paragraphs(block.text);
    case 'remark':
      return [remark(block.text)];
    case 'table':
      return [wordTable(block.table, textWidth('portrait'))];
  }
}

/** A monthly report as a Word file (.docx), to be gone through and completed before it is sent. */
export async function renderClientReportWord(stored: ClientReport): Promise<Uint8Array> {
  // A character that XML cannot hold would make a file that no program opens.
  const report = wholeTexts(stored);
  const { enterpriseName, consultancyName, month, date, producer, isSample } = report;
  const heads = {
    left: enterpriseName,
    right: CLIENT_REPORT_TITLE,
    mark: isSample ? '示例' : '',
    foot: date,
  };
  const document = wordDocument(
    {
      title: `${enterpriseName} ${CLIENT_REPORT_TITLE} ${monthName(month)}`,
      author: consultancyName,
      producer,
    },
    [
      section('portrait', heads, [
        title(CLIENT_REPORT_TITLE),
        caption(monthName(month)),
        ...reportBlocks(report).flatMap(childrenOf),
      ]),
    ],
  );
  return new Uint8Array(await Packer.toBuffer(document));
}
