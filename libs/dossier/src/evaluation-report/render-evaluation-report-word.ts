import { wholeTexts } from '@liangxing/contracts';
import { Packer } from 'docx';
import { wordBlock } from '../blocks/word-block';
import { caption, section, title, wordDocument } from '../word/word-document';
import { EVALUATION_REPORT_TITLE, type BodyReport } from './evaluation-report';
import { evaluationReportBlocks } from './evaluation-report-blocks';

/** An evaluation report as a Word file (.docx), to be completed and signed. */
export async function renderEvaluationReportWord(stored: BodyReport): Promise<Uint8Array> {
  // A character that XML cannot hold would make a file that no program opens.
  const report = wholeTexts(stored);
  const { enterprise, bodyName, caseNumber, handedOver } = report;
  const heads = {
    ...{ left: enterprise.name, right: EVALUATION_REPORT_TITLE, mark: '', foot: handedOver.on },
  };
  const document = wordDocument(
    {
      ...{ title: `${enterprise.name} ${EVALUATION_REPORT_TITLE}`, author: bodyName },
      producer: '良行',
    },
    [
      section('portrait', heads, [
        title(EVALUATION_REPORT_TITLE),
        caption(enterprise.name),
        caption(`${bodyName}　${caseNumber}`),
        ...evaluationReportBlocks(report).flatMap(wordBlock),
      ]),
    ],
  );
  return new Uint8Array(await Packer.toBuffer(document));
}
