import { wholeTexts } from '@liangxing/contracts';
import { drawBlock } from '../blocks/draw-block';
import { paragraph } from '../pdf/flow';
import type { DossierFonts } from '../pdf/fonts';
import { renderApart } from '../pdf/render-apart';
import { EVALUATION_REPORT_TITLE, type BodyReport } from './evaluation-report';
import { evaluationReportBlocks } from './evaluation-report-blocks';

/** Name of the program, in the file's information. */
const PRODUCER = '良行';

/** An evaluation report as a PDF of its own: the same report and fonts give the same bytes. */
export function renderEvaluationReportPdf(
  stored: BodyReport,
  { fonts }: { readonly fonts: DossierFonts },
): Uint8Array {
  const report = wholeTexts(stored);
  const { enterprise, bodyName, caseNumber, handedOver } = report;
  const printed = {
    ...{ enterpriseName: enterprise.name, shortName: '', isSample: false, producer: PRODUCER },
    // The document id follows from all of it.
    ...{ createdAt: `${handedOver.on}T00:00:00Z`, date: handedOver.on, report },
  };
  const appearance = {
    title: EVALUATION_REPORT_TITLE,
    subject: caseNumber,
    layout: 'portrait',
    fonts,
  } as const;
  return renderApart(printed, appearance, (frame) => {
    paragraph(frame, enterprise.name, { align: 'center', size: 12, after: 2 });
    paragraph(frame, `${bodyName}　${caseNumber}`, { align: 'center', after: 8 });
    for (const block of evaluationReportBlocks(report)) drawBlock(frame, block);
  });
}
