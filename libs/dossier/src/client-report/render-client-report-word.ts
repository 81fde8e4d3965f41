import { wholeTexts } from '@liangxing/contracts';
import { Packer } from 'docx';
import { wordBlock } from '../blocks/word-block';
import { caption, section, title, wordDocument } from '../word/word-document';
import { CLIENT_REPORT_TITLE, type ClientReport } from './client-report';
import { monthName, reportBlocks } from './report-blocks';

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
        ...reportBlocks(report).flatMap(wordBlock),
      ]),
    ],
  );
  return new Uint8Array(await Packer.toBuffer(document));
}
