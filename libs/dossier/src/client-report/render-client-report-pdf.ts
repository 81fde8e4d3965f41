import { heading, paragraph, remark, space } from '../pdf/flow';
import type { DossierFonts } from '../pdf/fonts';
import type { PageFrame } from '../pdf/page-frame';
import { renderApart } from '../pdf/render-apart';
import { drawTable } from '../pdf/table';
import { CLIENT_REPORT_TITLE, type ClientReport } from './client-report';
import { monthName, reportBlocks, type ReportBlock } from './report-blocks';

function drawBlock(frame: PageFrame, block: ReportBlock): void {
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
    case 'table': {
      const drawing = drawTable(frame, { ...block.table, size: 9, leading: 13, padding: 3 });
      while (drawing.next().done !== true);
      space(frame, 6);
    }
  }
}

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
