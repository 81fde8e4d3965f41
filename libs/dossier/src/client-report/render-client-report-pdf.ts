import { drawBlock } from '../blocks/draw-block';
import { paragraph } from '../pdf/flow';
import type { DossierFonts } from '../pdf/fonts';
import { renderApart } from '../pdf/render-apart';
import { CLIENT_REPORT_TITLE, type ClientReport } from './client-report';
import { monthName, reportBlocks } from './report-blocks';

/** A monthly report as a PDF of its own: the same report and fonts give the same bytes. */
export function renderClientReportPdf(
  report: ClientReport,
  { fonts }: { readonly fonts: DossierFonts },
): Uint8Array {
  const appearance = {
    title: CLIENT_REPORT_TITLE,
    subject: monthName(report.month),
    layout: 'portrait',
    fonts,
  } as const;
  return renderApart(report, appearance, (frame) => {
    paragraph(frame, monthName(report.month), { align: 'center', size: 12, after: 8 });
    for (const block of reportBlocks(report)) drawBlock(frame, block);
  });
}
