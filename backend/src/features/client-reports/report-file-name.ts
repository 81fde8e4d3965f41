import type { ClientReport } from '@liangxing/dossier';

export type ReportFormat = 'pdf' | 'docx';

/** `某某精密机械有限公司-2026-11-月报.pdf` */
export function reportFileName(
  { enterpriseName, month }: Pick<ClientReport, 'enterpriseName' | 'month'>,
  format: ReportFormat,
): string {
  return `${enterpriseName}-${month}-月报.${format}`;
}
