import type { CurrencyReport } from './currency-report';

/** Rows of all kept reports together; some hundred megabytes at the very most. */
const MOST_ROWS = 60_000;

/** Reports of the last few registers in memory, each as long as its stamp holds. */
export class KeptReports {
  private readonly reports = new Map<
    string,
    { readonly stamp: string; readonly report: CurrencyReport }
  >();

  constructor(private readonly mostRows = MOST_ROWS) {}

  get(organizationId: string, stamp: string): CurrencyReport | undefined {
    const kept = this.reports.get(organizationId);
    return kept?.stamp === stamp ? kept.report : undefined;
  }

  /** The ones kept longest go first; one that is too large alone is not kept. */
  keep(organizationId: string, stamp: string, report: CurrencyReport): void {
    this.reports.delete(organizationId);
    this.reports.set(organizationId, { stamp, report });
    let rows = 0;
    for (const kept of this.reports.values()) rows += kept.report.rows.length;
    for (const [id, kept] of this.reports) {
      if (rows <= this.mostRows) return;
      this.reports.delete(id);
      rows -= kept.report.rows.length;
    }
  }
}
