import { Injectable } from '@nestjs/common';
import {
  Audit,
  notFound,
  organizationDay,
  RequestContext,
  TenantDatabase,
  ThreadPool,
  threadTask,
} from '../../../kernel';
import { AssessmentsReader } from '../../assessments';
import { CorrectiveActionsRepository } from '../corrective-actions.repository';
import type { writeActionsWorkbook, WrittenActions } from '../write-actions.task';

const WRITE = threadTask<typeof writeActionsWorkbook>('writeActionsWorkbook', { seconds: 60 });

/** The corrective actions of one evaluation and those of none, as a workbook; that they were taken out is on record. */
@Injectable()
export class ExportActions {
  constructor(
    private readonly database: TenantDatabase,
    private readonly actions: CorrectiveActionsRepository,
    private readonly assessments: AssessmentsReader,
    private readonly audit: Audit,
    private readonly threads: ThreadPool,
  ) {}

  /** @param assessmentId without it the actions of all evaluations */
  async execute(
    context: RequestContext,
    assessmentId: string | null,
  ): Promise<{ fileName: string; content: Uint8Array }> {
    const side = context.language === 'en' ? 'en' : 'zh';
    const name = side === 'en' ? 'corrective-actions' : '整改措施';
    const read = async (): Promise<WrittenActions> => ({
      actions: await this.read(context, assessmentId),
      side,
    });
    const content = await this.threads.run(context, WRITE, read, context);
    return { fileName: `${name}-${organizationDay(new Date())}.xlsx`, content };
  }

  private read(context: RequestContext, assessmentId: string | null): Promise<string> {
    return this.database.transaction(context, async (manager) => {
      if (
        assessmentId !== null &&
        (await this.assessments.find(manager, context, assessmentId)) === null
      )
        throw notFound();
      const all = await this.actions.list(manager, context);
      const actions = all.filter(
        (action) =>
          assessmentId === null ||
          action.assessmentId === null ||
          action.assessmentId === assessmentId,
      );
      const subject = { type: 'corrective_actions', id: context.organizationId };
      const rows = actions.length;
      await this.audit.record(manager, context, 'corrective_actions.exported', subject, { rows });
      return JSON.stringify(actions);
    });
  }
}
