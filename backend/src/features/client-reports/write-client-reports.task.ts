import type { ClientReport } from '@liangxing/dossier';
import { renderClientReportPdf, renderClientReportWord } from '@liangxing/dossier/render';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { documentFonts } from '../../kernel/fonts';
import { distinctFileNames } from '../../kernel/pure';
import { reportFileName, type ReportFormat } from './report-file-name';

interface WrittenReports {
  readonly reports: readonly ClientReport[];
  readonly format: ReportFormat;
  /** Several files in one; one report alone is a file of its own. */
  readonly isPacked: boolean;
}

async function writeReport(report: ClientReport, format: ReportFormat): Promise<Uint8Array> {
  if (format === 'docx') return renderClientReportWord(report);
  return renderClientReportPdf(report, { fonts: await documentFonts() });
}

/** One report as the bytes of its file, or all of them in a ZIP. */
export async function writeClientReports(written: WrittenReports): Promise<Uint8Array> {
  const { reports, format, isPacked } = written;
  const [first] = reports;
  if (!isPacked && first !== undefined) return writeReport(first, format);
  const nameOf = distinctFileNames();
  const zip = new ZipFile();
  for (const report of reports) {
    const bytes = Buffer.from(await writeReport(report, format));
    // Both formats are compressed already.
    zip.addBuffer(bytes, nameOf(reportFileName(report, format)), { compress: false });
  }
  zip.end();
  return buffer(zip.outputStream as NodeJS.ReadableStream);
}
