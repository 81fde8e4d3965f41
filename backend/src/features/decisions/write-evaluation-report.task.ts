import type { BodyReport } from '@liangxing/dossier';
import { renderEvaluationReportPdf, renderEvaluationReportWord } from '@liangxing/dossier/render';
import { documentFonts } from '../../kernel/fonts';
import type { ReportFormat } from './report-format';

/** An evaluation report as the bytes of its file; the same report gives the same PDF. */
export async function writeEvaluationReport({
  report,
  format,
}: {
  readonly report: BodyReport;
  readonly format: ReportFormat;
}): Promise<Uint8Array> {
  if (format === 'docx') return renderEvaluationReportWord(report);
  return renderEvaluationReportPdf(report, { fonts: await documentFonts() });
}
