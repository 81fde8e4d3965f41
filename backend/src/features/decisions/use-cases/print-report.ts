import { Injectable } from '@nestjs/common';
import {
  Audit,
  notFound,
  ProblemError,
  TenantDatabase,
  ThreadPool,
  threadTask,
  type RequestContext,
} from '../../../kernel';
import { CasesRepository } from '../../cases';
import { ResultsRepository } from '../../sheets';
import type { ReportFormat } from '../report-format';
import type { writeEvaluationReport } from '../write-evaluation-report.task';

const WRITE = threadTask<typeof writeEvaluationReport>('writeEvaluationReport', { seconds: 120 });

/** The evaluation report (评价报告): of the newest result that the team handed over, and of nothing else. */
@Injectable()
export class PrintReport {
  constructor(
    private readonly database: TenantDatabase,
    private readonly cases: CasesRepository,
    private readonly results: ResultsRepository,
    private readonly audit: Audit,
    private readonly threads: ThreadPool,
  ) {}

  /** @throws ProblemError not_found, result_missing */
  async execute(
    context: RequestContext,
    id: string,
    format: ReportFormat,
  ): Promise<{ readonly fileName: string; readonly content: Uint8Array }> {
    const { name, result } = await this.database.transaction(context, async (manager) => {
      const found = await this.cases.find(manager, context, id);
      if (found === null) throw notFound();
      const kept = await this.results.newest(manager, context, id);
      if (kept === null) throw new ProblemError('result_missing');
      const subject = { type: 'case', id };
      const facts = { number: found.number, result: kept.number, format };
      await this.audit.record(manager, context, 'case.report_printed', subject, facts);
      return { name: `${found.enterpriseName}-评价报告-${found.number}`, result: kept.result };
    });
    const content = await this.threads.run(context, WRITE, { report: result, format }, context);
    return { fileName: `${name}.${format}`, content };
  }
}
